import { z } from 'zod';
import { Day } from '../demographics/demographics.contract.ts';

export const AlertParams = z.object({ alertId: z.uuid() });
export const AlertKind = z.enum(['safety', 'clinical', 'communication', 'administrative']);
export const AlertSeverity = z.enum(['note', 'warning', 'danger']);

/** A word of caution in the banner. It belongs to the program that wrote it and is seen by those who may see that program's records. */
export const NewAlert = z.object({
  programId: z.uuid(),
  kind: AlertKind,
  severity: AlertSeverity,
  says: z.string().trim().min(3, 'Write what others should know.').max(300),
  /** Last day on which it shows. */
  until: Day.nullish(),
});

export const Alert = z.object({
  id: z.uuid(),
  programId: z.uuid(),
  kind: AlertKind,
  severity: AlertSeverity,
  says: z.string(),
  since: z.iso.datetime(),
  until: Day.nullable(),
});

export const Alerts = z.object({ items: z.array(Alert) });
export const MadeAlert = z.object({ id: z.uuid() });
export const ResolveAlert = z.object({ reason: z.string().trim().min(3, 'Write why it no longer holds.').max(300) });
