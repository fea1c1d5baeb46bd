import { z } from 'zod';

/** An absence that goes on. `note` is what was written when the person left; empty when nothing was. */
const Leave = z.object({
  kind: z.string(),
  says: z.string(),
  note: z.string(),
  startsAt: z.iso.datetime(),
  expectedBackAt: z.iso.datetime().nullable(),
  isOverdue: z.boolean(),
});
const Transfer = z.object({ toBedId: z.uuid(), toBedName: z.string(), plannedFor: z.iso.datetime().nullable(), reason: z.string() });

export const Occupant = z.object({
  residencyId: z.uuid(),
  episodeId: z.uuid(),
  patientId: z.uuid(),
  name: z.string(),
  mrn: z.string(),
  pronouns: z.string().nullable(),
  age: z.int(),
  gender: z.enum(['woman', 'man', 'other', 'unknown']),
  arrivedAt: z.iso.datetime(),
  bedId: z.uuid().nullable(),
  unitId: z.uuid(),
  expectedDepartureOn: z.iso.date().nullable(),
  leave: Leave.nullable(),
  transfer: Transfer.nullable(),
});

export const BedState = z.enum(['free', 'occupied', 'away', 'reserved', 'cleaning', 'out-of-service']);
const Bed = z.object({
  id: z.uuid(),
  name: z.string(),
  attributes: z.array(z.string()),
  state: BedState,
  outage: z.object({ kind: z.enum(['cleaning', 'out-of-service']), reason: z.string() }).nullable(),
  reservation: z.object({ episodeId: z.uuid(), name: z.string(), expectedOn: z.iso.date() }).nullable(),
  occupant: Occupant.nullable(),
});
const Room = z.object({
  id: z.uuid(),
  name: z.string(),
  attributes: z.array(z.string()),
  genderRule: z.enum(['any', 'women', 'men', 'one-gender']),
  beds: z.array(Bed),
});
const Unit = z.object({
  id: z.uuid(),
  name: z.string(),
  siteId: z.uuid(),
  siteName: z.string(),
  timeZone: z.string(),
  programId: z.uuid(),
  programName: z.string(),
  rooms: z.array(Room),
  /** Who lives here without a bed. */
  withoutBed: z.array(Occupant),
});
const Expected = z.object({
  episodeId: z.uuid(),
  patientId: z.uuid(),
  programId: z.uuid(),
  name: z.string(),
  state: z.enum(['referral', 'screening', 'admitted']),
  since: z.iso.date(),
  bedId: z.uuid().nullable(),
  expectedOn: z.iso.date().nullable(),
});
export const Board = z.object({
  units: z.array(Unit),
  expected: z.array(Expected),
  leaveKinds: z.array(z.object({ code: z.string(), says: z.string(), usualHours: z.number() })),
  attributes: z.array(z.object({ code: z.string(), says: z.string() })),
});

export type Occupant = z.infer<typeof Occupant>;
export type Board = z.infer<typeof Board>;
export type BedOnBoard = z.infer<typeof Bed>;
export type UnitOnBoard = z.infer<typeof Unit>;
export type Expected = z.infer<typeof Expected>;
