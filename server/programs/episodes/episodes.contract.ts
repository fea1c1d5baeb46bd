import { z } from 'zod';

const Day = z.iso.date('Write the date as YYYY-MM-DD.');

export const EpisodeParams = z.object({ episodeId: z.uuid() });
export const EpisodePatientParams = z.object({ patientId: z.uuid() });

export const EpisodeState = z.enum(['referral', 'screening', 'admitted', 'discharged', 'declined']);

/** Who sent the patient. */
export const ReferralSource = z.enum(['self', 'family', 'physician', 'hospital', 'payer', 'school', 'court', 'another-program', 'other']);

export const OpenEpisode = z.object({
  patientId: z.uuid(),
  programId: z.uuid(),
  referredOn: Day,
  source: ReferralSource,
  reason: z.string().trim().max(500).nullish(),
});

export const ScreenEpisode = z.object({ on: Day, note: z.string().trim().max(500).nullish() });
export const AdmitEpisode = z.object({ on: Day, primaryClinicianId: z.uuid().nullish() });

export const DischargeReason = z.enum(['completed', 'transferred', 'left-against-advice', 'lost-contact', 'administrative', 'incarcerated', 'moved', 'deceased']);
export const DischargeEpisode = z.object({ on: Day, reason: DischargeReason, note: z.string().trim().max(500).nullish() });

export const DeclineReason = z.enum(['not-eligible', 'no-capacity', 'no-coverage', 'patient-declined', 'no-contact', 'referred-elsewhere']);
export const DeclineEpisode = z.object({ on: Day, reason: DeclineReason, note: z.string().trim().max(500).nullish() });

export const ChangeClinician = z.object({ primaryClinicianId: z.uuid().nullable() });

/** A stay in a program. Dates are there as far as the stay has come. */
export const Episode = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  /** Whether days are billed in the program, and not services. */
  isBilledByDay: z.boolean(),
  labels: z.array(z.string()),
  state: EpisodeState,
  source: ReferralSource,
  reason: z.string().nullable(),
  referredOn: Day,
  screenedOn: Day.nullable(),
  admittedOn: Day.nullable(),
  endedOn: Day.nullable(),
  endReason: z.string().nullable(),
  primaryClinicianId: z.uuid().nullable(),
  /** What may happen next. */
  next: z.array(z.enum(['screening', 'admission', 'discharge', 'declination'])),
});

export const Episodes = z.object({ items: z.array(Episode), next: z.string().optional() });
export const MadeEpisode = z.object({ id: z.uuid(), state: EpisodeState });

export const EpisodeQuery = z.object({
  programId: z.uuid().optional(),
  state: EpisodeState.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.uuid().optional(),
});

/** What stands over every screen of a chart. Programs and alerts are those that the asking person may see. */
export const Banner = z.object({
  id: z.uuid(),
  mrn: z.string(),
  name: z.string(),
  legalName: z.string().nullable(),
  pronouns: z.string().nullable(),
  birthDate: Day,
  age: z.int(),
  hasPhoto: z.boolean(),
  deceasedOn: Day.nullable(),
  phone: z.string().nullable(),
  alerts: z.array(z.object({ id: z.uuid(), kind: z.string(), severity: z.enum(['note', 'warning', 'danger']), says: z.string() })),
  programs: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string(), state: EpisodeState, episodeId: z.uuid(), part2: z.boolean() })),
});
