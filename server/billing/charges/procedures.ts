import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const AddOn = z.object({
  code: z.string(),
  says: z.string(),
  from: z.int(),
  to: z.int().optional(),
  each: z.int().optional(),
  /** Only when the note says so. */
  when: z.literal('interactive-complexity').optional(),
});

const Procedure = z.object({
  service: z.string(),
  code: z.string(),
  says: z.string(),
  /** Fewest documented minutes. */
  from: z.int(),
  /** Most minutes; absent when open. */
  to: z.int().optional(),
  /** Who may bill it; absent for every clinician. */
  credentials: z.array(z.string()).optional(),
  /** Billed in units of so many minutes. */
  unitMinutes: z.int().optional(),
  /** Billed by what was given or done, as the note counts it. */
  byQuantity: z.boolean().optional(),
  /** What the code itself asks for, before credential and way of meeting. */
  modifiers: z.array(z.string()).optional(),
  addOns: z.array(AddOn).optional(),
});

const Content = z.object({
  version: z.string(),
  procedures: z.array(Procedure),
  credentialModifiers: z.record(z.string(), z.string()),
});

/** The shipped table from service, minutes and credential to procedures, with its version. */
export type ProcedureTable = z.infer<typeof Content>;
export type ProcedureRow = z.infer<typeof Procedure>;

/** Read once: shipped data, not a setting. */
export const procedureTable: ProcedureTable = Content.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'content', 'billing', 'procedures.json'), 'utf8')),
);
