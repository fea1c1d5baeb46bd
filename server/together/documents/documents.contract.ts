import { z } from 'zod';

export const DocumentPath = z.object({ documentId: z.uuid() });
export const PatientPath = z.object({ patientId: z.uuid() });
export const SectionPath = z.object({ documentId: z.uuid(), sectionId: z.uuid() });
export const RemarkPath = z.object({ remarkId: z.uuid() });

const words = z.string().transform((text) => text.replaceAll('\0', '').toWellFormed());

export const OpenDocument = z.object({ id: z.uuid(), programId: z.uuid(), templateCode: z.string().max(60) });
/** `text` is what the signer read. */
export const SignSection = z.object({ text: z.string().max(200_000) });
export const NewRemark = z.object({
  id: z.uuid(),
  sectionId: z.uuid(),
  says: words.pipe(z.string().trim().min(1, 'Write something first.').max(4000, 'A remark holds at most 4,000 characters.')),
  mentions: z.array(z.uuid()).max(20).default([]),
});

const Obstacle = z.object({ code: z.string(), says: z.string(), at: z.string().optional() });
export const SectionReply = z.object({
  id: z.uuid(),
  key: z.string(),
  label: z.string(),
  hint: z.string(),
  disciplines: z.array(z.string()),
  required: z.boolean(),
  /** Whether the discipline of who asks owns it. */
  isMine: z.boolean(),
  signed: z.object({ text: z.string(), by: z.string(), credential: z.string().nullable(), at: z.string(), digest: z.string(), intact: z.boolean() }).nullable(),
});
export const RemarkReply = z.object({
  id: z.uuid(),
  sectionId: z.uuid(),
  says: z.string(),
  authorName: z.string(),
  at: z.string(),
  mentions: z.array(z.object({ staffId: z.uuid(), name: z.string(), doneAt: z.string().nullable() })),
});
const line = {
  id: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string(),
  programId: z.uuid(),
  programName: z.string(),
  name: z.string(),
  leadId: z.uuid(),
  leadName: z.string(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  noteId: z.uuid().nullable(),
};
export const DocumentReply = z.object({
  ...line,
  sections: z.array(SectionReply),
  remarks: z.array(RemarkReply),
  colleagues: z.array(z.object({ id: z.uuid(), name: z.string() })),
  obstacles: z.array(Obstacle),
});
export const DocumentList = z.object({ items: z.array(z.object({ ...line, sections: z.int(), signed: z.int() })) });
export const TemplateList = z.object({ items: z.array(z.object({ code: z.string(), version: z.int(), name: z.string() })) });
export const MentionList = z.object({
  items: z.array(
    z.object({ remarkId: z.uuid(), documentId: z.uuid(), documentName: z.string(), patientName: z.string(), says: z.string(), authorName: z.string(), at: z.string() }),
  ),
});

export type DocumentReply = z.infer<typeof DocumentReply>;
export type DocumentList = z.infer<typeof DocumentList>;
export type SectionReply = z.infer<typeof SectionReply>;
export type MentionList = z.infer<typeof MentionList>;
export type OpenDocument = z.infer<typeof OpenDocument>;
export type NewRemark = z.infer<typeof NewRemark>;
