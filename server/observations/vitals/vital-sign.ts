import { z } from 'zod';
import content from '#content/observations/vital-signs.json' with { type: 'json' };

export const SignCode = z.enum(['systolic', 'diastolic', 'pulse', 'respiration', 'temperature', 'saturation', 'weight', 'height', 'pain']);
export type SignCode = z.infer<typeof SignCode>;

// A value in its base unit is (value - minus) × times / per: whole numbers, so that nothing is rounded on the way.
const Unit = z.object({ ucum: z.string(), base: z.string(), minus: z.int(), times: z.int().positive(), per: z.int().positive() });
const Sign = z.object({
  code: SignCode,
  name: z.string(),
  long: z.string(),
  loinc: z.string(),
  decimals: z.int().min(0).max(2),
  units: z.array(z.string()).min(1),
  low: z.number(),
  high: z.number(),
});

export type Unit = z.infer<typeof Unit>;
/** A vital sign as data. Its first unit is the one offered; low and high are in the base unit of its units. */
export type Sign = z.infer<typeof Sign>;

const parsed = z
  .object({ units: z.record(z.string(), Unit), signs: z.array(Sign), bodyMassIndex: z.object({ name: z.string(), long: z.string(), loinc: z.string() }) })
  .parse(content);
export const { units, signs, bodyMassIndex } = parsed;
