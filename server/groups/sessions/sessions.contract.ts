import { z } from 'zod';
import { GroupKind } from '../groups/groups.contract.ts';

export { mergeTexts } from '#server/charting/drafts/drafts.contract.ts';

const moment = z.iso.datetime({ offset: true });
const words = z
  .string()
  .max(20_000, 'A part of a session holds at most 20,000 characters.')
  .transform((text) => text.replaceAll('\0', '').toWellFormed());
/** What was typed, with the text it started from, so that words of others stay. */
const typed = z.object({ base: words, text: words });

export const Absence = z.enum(['no-word', 'illness', 'transport', 'work-or-family', 'forgot', 'excused', 'other']);
export const Chip = z.enum(['active', 'attentive', 'quiet', 'supportive', 'reluctant', 'tearful', 'disruptive']);
const Risk = z.enum(['denied', 'present', 'not-assessed']);

export const SeatWrite = z.object({
  patientId: z.uuid(),
  attendance: z.enum(['expected', 'present', 'absent']).optional(),
  arrivedAt: moment.nullable().optional(),
  leftAt: moment.nullable().optional(),
  absence: Absence.nullable().optional(),
  chips: z.array(Chip).max(7).optional(),
  risk: Risk.nullable().optional(),
  line: typed.optional(),
  riskNote: typed.optional(),
});
export const SaveSession = z.object({
  startsAt: moment.optional(),
  endsAt: moment.optional(),
  topic: typed.optional(),
  narrative: typed.optional(),
  seats: z.array(SeatWrite).max(60).default([]),
});
export const OpenSession = z.object({ startsAt: moment, endsAt: moment, modality: z.enum(['in-person', 'video', 'audio']).default('in-person') });
export const SessionPath = z.object({ sessionId: z.uuid() });
/** `version` is the one on the signer's screen. */
export const SignSession = z.object({ version: z.int() });
export const SessionSpan = z.object({ from: moment, to: moment });

const Obstacle = z.object({ code: z.string(), says: z.string(), at: z.string().optional() });
export const SeatReply = z.object({
  patientId: z.uuid(),
  name: z.string(),
  attendance: z.enum(['expected', 'present', 'absent']),
  arrivedAt: z.string().nullable(),
  leftAt: z.string().nullable(),
  absence: Absence.nullable(),
  chips: z.array(Chip),
  risk: Risk.nullable(),
  line: z.string(),
  riskNote: z.string(),
  lastLine: z.string().nullable(),
  minutes: z.int(),
  /** Whose line this one repeats, and how much of it, in hundredths; null when it is the member's own. */
  clone: z.object({ like: z.enum(['another-member', 'last-session']), percent: z.int() }).nullable(),
  noteId: z.uuid().nullable(),
});
export const SessionReply = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  groupName: z.string(),
  kind: GroupKind,
  programId: z.uuid(),
  facilitatorId: z.uuid(),
  facilitatorName: z.string(),
  cofacilitators: z.array(z.object({ id: z.uuid(), name: z.string() })),
  startsAt: z.string(),
  endsAt: z.string(),
  modality: z.enum(['in-person', 'video', 'audio']),
  topic: z.string(),
  narrative: z.string(),
  version: z.int(),
  signedAt: z.string().nullable(),
  seats: z.array(SeatReply),
  obstacles: z.array(Obstacle),
});
export const SessionList = z.object({
  items: z.array(
    z.object({ id: z.uuid(), groupId: z.uuid(), groupName: z.string(), startsAt: z.string(), endsAt: z.string(), signedAt: z.string().nullable(), members: z.int() }),
  ),
});

export type SaveSession = z.infer<typeof SaveSession>;
export type SeatWrite = z.infer<typeof SeatWrite>;
export type SeatReply = z.infer<typeof SeatReply>;
export type SessionReply = z.infer<typeof SessionReply>;
