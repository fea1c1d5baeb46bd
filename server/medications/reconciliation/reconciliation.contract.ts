import { z } from 'zod';
import { Statement } from '../statements/statements.contract.ts';

const facts = {
  toProgramId: z.uuid(),
  dose: z.string().trim().max(200).default(''),
  reason: z.string().trim().max(300).default(''),
};
export const DecisionKind = z.enum(['continue', 'change', 'stop']);

/** A change brings the new dose, a stop its reason. */
export const DecideStatement = z
  .object({ does: DecisionKind, ...facts })
  .refine(({ does, dose }) => does !== 'change' || dose !== '', { path: ['dose'], message: 'Write the new dose and frequency in words.' })
  .refine(({ does, reason }) => does !== 'stop' || reason !== '', { path: ['reason'], message: 'Say why it is stopped.' });

export const ReconciliationQuery = z.object({ fromProgramId: z.uuid(), toProgramId: z.uuid() });

export const ToReconcile = z.object({
  items: z.array(z.object({ statement: Statement, decision: z.object({ does: DecisionKind, dose: z.string(), reason: z.string(), decidedBy: z.string() }).nullable() })),
});

export type DecideStatement = z.infer<typeof DecideStatement>;
export type DecisionKind = z.infer<typeof DecisionKind>;
