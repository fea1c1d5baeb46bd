import { z } from 'zod';
import { requestKinds } from './request-clocks.rules.ts';

export const NewRequest = z.object({
  patientId: z.uuid(),
  programId: z.uuid(),
  kind: z.enum(requestKinds),
  receivedOn: z.iso.date(),
  details: z.string().trim().max(4000).default(''),
});
export const ExtendRequest = z.object({ reason: z.string().trim().min(5, 'Say why, as the letter to the patient will.').max(1000) });
export const CloseRequest = z.object({
  state: z.enum(['fulfilled', 'denied', 'withdrawn']),
  ground: z.string().max(50).nullish(),
  answer: z.string().trim().min(3, 'Say what was answered.').max(4000),
});
export const Disagreement = z.object({ words: z.string().trim().min(3).max(8000) });
export const RequestAddress = z.object({ requestId: z.uuid() });
export const RequestQuery = z.object({ state: z.enum(['open', 'closed']).default('open'), patientId: z.uuid().optional() });
export const RequestMade = z.object({ id: z.uuid(), dueOn: z.iso.date() });
export const RequestReply = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string(),
  kind: z.enum(requestKinds),
  receivedOn: z.iso.date(),
  dueOn: z.iso.date(),
  daysLeft: z.int(),
  extendedOn: z.iso.date().nullable(),
  details: z.string(),
  state: z.enum(['open', 'fulfilled', 'denied', 'withdrawn']),
  ground: z.string().nullable(),
  grounds: z.array(z.string()),
  answer: z.string(),
  disagreement: z.string().nullable(),
});
export const RequestList = z.object({ items: z.array(RequestReply) });
export const PatientAddress = z.object({ patientId: z.uuid() });
export const AccountingReply = z.object({
  since: z.object({ hipaa: z.iso.datetime(), part2: z.iso.datetime() }),
  items: z.array(
    z.object({
      id: z.uuid(),
      at: z.iso.datetime(),
      recipientName: z.string(),
      recipientAddress: z.string().nullable(),
      what: z.string(),
      purpose: z.string(),
      basis: z.string(),
    }),
  ),
});
export type RequestJson = z.infer<typeof RequestReply>;
