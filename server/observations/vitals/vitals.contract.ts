import { z } from 'zod';

const reason = z.string().trim().min(3, 'Write why.').max(300);
const Code = z.enum(['systolic', 'diastolic', 'pulse', 'respiration', 'temperature', 'saturation', 'weight', 'height', 'pain']);
export type VitalCode = z.infer<typeof Code>;
export const BodyPosition = z.enum(['sitting', 'standing', 'lying']);

export const PatientPath = z.object({ patientId: z.uuid() });
export const VitalSetPath = z.object({ setId: z.uuid() });

const Taken = z.object({ value: z.string().regex(/^\d{1,4}(\.\d{1,2})?$/, 'Give a number such as 98.6.'), unit: z.string().min(1).max(10) });
const facts = {
  /** Now when left out. */
  takenAt: z.iso.datetime({ offset: true }).optional(),
  position: BodyPosition.nullish(),
  measured: z.partialRecord(Code, Taken),
  note: z.string().trim().max(500).default(''),
};
/** Sent again with the same id it is written once. */
export const NewVitalSet = z.object({ id: z.uuid().optional(), programId: z.uuid(), ...facts });
export const ChangeVitalSet = z.object({ version: z.int(), ...facts, reason });
export const WithdrawVitalSet = z.object({ version: z.int(), reason });

/** A value as it was written down, and what it is in the other units of its sign. */
const Shown = z.object({ value: z.string(), unit: z.string(), others: z.array(z.object({ value: z.string(), unit: z.string() })) });
export const VitalSetReply = z.object({
  id: z.uuid(),
  version: z.int(),
  patientId: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  takenAt: z.string(),
  position: BodyPosition.nullable(),
  measured: z.partialRecord(Code, Shown),
  /** From the weight of this set and the height of this set or of the last one before it. */
  bodyMassIndex: z.string().nullable(),
  doubts: z.array(z.object({ code: Code, says: z.string() })),
  note: z.string(),
  state: z.enum(['recorded', 'entered-in-error']),
  reason: z.string(),
  writtenAt: z.string(),
  writtenBy: z.string(),
});
export type VitalSetReply = z.infer<typeof VitalSetReply>;

/** One sign over time in its first unit, oldest first. */
const Series = z.object({
  code: z.union([Code, z.literal('bmi')]),
  name: z.string(),
  unit: z.string(),
  points: z.array(z.object({ at: z.string(), value: z.number() })),
});
export type VitalSeries = z.infer<typeof Series>;
export const VitalSets = z.object({ items: z.array(VitalSetReply), series: z.array(Series) });
export const VitalSetHistory = z.object({ items: z.array(VitalSetReply) });

const SignReply = z.object({
  code: Code,
  name: z.string(),
  long: z.string(),
  loinc: z.string(),
  decimals: z.int(),
  /** Outside of low to high a value can hardly be true. */
  units: z.array(z.object({ unit: z.string(), low: z.string(), high: z.string() })),
});
export type SignReply = z.infer<typeof SignReply>;
export const Signs = z.object({ items: z.array(SignReply) });
