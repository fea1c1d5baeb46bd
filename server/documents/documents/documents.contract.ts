import { z } from 'zod';

const day = z.iso.date('Give a date such as 2026-11-24.');
const reason = z.string().trim().min(3, 'Write why.').max(300);

export const PatientPath = z.object({ patientId: z.uuid() });
export const DocumentPath = z.object({ documentId: z.uuid() });
export const ReceivedHow = z.enum(['scan', 'upload', 'fax', 'mail']);

const facts = {
  title: z.string().trim().min(2, 'Give it a title by which others will find it.').max(160),
  category: z.string().min(1, 'Choose what kind of document it is.'),
  dated: z.union([day, z.literal('').transform(() => null)]).nullish(),
  receivedHow: ReceivedHow,
  receiptBasis: z.string({ error: 'Choose on what basis it was received.' }).min(1, 'Choose on what basis it was received.'),
  fromWhom: z.string().trim().max(160).default(''),
};
/** The fields that come with a file. `isMeant` files the same bytes a second time. */
export const NewDocument = z.object({ programId: z.uuid(), ...facts, isMeant: z.stringbool().default(false) });
export const FileInbound = z.object({ patientId: z.uuid(), programId: z.uuid(), ...facts, isMeant: z.boolean().default(false) });
export const ChangeDocument = z.object({ version: z.int(), ...facts });
export const WithdrawDocument = z.object({ version: z.int(), reason });
export const MoveDocument = z.object({ version: z.int(), patientId: z.uuid(), programId: z.uuid(), reason });
export const MadeDocument = z.object({ id: z.uuid() });

export const DocumentReply = z.object({
  id: z.uuid(),
  version: z.int(),
  patientId: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  title: z.string(),
  category: z.string(),
  access: z.enum(['clinical', 'administrative']),
  contentType: z.string(),
  size: z.int(),
  dated: z.string().nullable(),
  receivedHow: ReceivedHow,
  receiptBasis: z.string(),
  fromWhom: z.string(),
  receivedAt: z.string(),
  state: z.enum(['filed', 'moved', 'entered-in-error']),
  reason: z.string(),
  writtenAt: z.string(),
  writtenBy: z.string(),
});
export type DocumentReply = z.infer<typeof DocumentReply>;
export const DocumentList = z.object({ items: z.array(DocumentReply) });
export const DocumentKinds = z.object({
  categories: z.array(z.object({ code: z.string(), name: z.string(), access: z.enum(['clinical', 'administrative']) })),
  receiptBases: z.array(z.object({ code: z.string(), says: z.string(), part2: z.boolean() })),
});
