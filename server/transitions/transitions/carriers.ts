import { carryAuthorizations, carryDays } from '#server/billing/index.ts';
import { carryPlan } from '#server/careplans/index.ts';
import { carryDiagnoses } from '#server/charting/index.ts';
import { leaveGroups } from '#server/groups/index.ts';
import { carryMedications } from '#server/medications/index.ts';
import { carryStay, type Carrier } from '#server/programs/index.ts';
import { carryBed } from '#server/residence/index.ts';
import { carryAppointments } from '#server/scheduling/index.ts';
import { leaveTracks } from '#server/tracks/index.ts';

/** Every part of the record that takes part in moves, in the order in which it is done; taken back in the opposite one. */
export const carriers: readonly Carrier[] = [
  carryStay,
  carryBed,
  carryDiagnoses,
  carryPlan,
  carryMedications,
  carryAuthorizations,
  carryDays,
  carryAppointments,
  leaveTracks,
  leaveGroups,
];
