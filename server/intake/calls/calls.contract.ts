import { z } from 'zod';
import content from '#content/intake/calls.json' with { type: 'json' };
import { PhoneNumber } from '#server/patients/demographics/demographics.contract.ts';
import { ReferralSource } from '#server/programs/episodes/episodes.contract.ts';

const At = z.iso.datetime({ offset: true, error: 'Write date and time.' });
const oneOf = (choices: readonly { code: string }[], says: string) => z.string().refine((code) => choices.some((choice) => choice.code === code), says);
const Note = z.string().trim().max(1000).default('');

/** A call. Neither the caller nor the one it is about needs to give a name. Sent twice with the same id it is one. */
export const TakeCall = z.object({
  id: z.uuid(),
  programId: z.uuid('Choose the program that it is about.'),
  calledAt: At.optional(),
  callerName: z.string().trim().max(100).default(''),
  callerRelation: oneOf(content.relations, 'Say for whom they call.'),
  callerPhone: PhoneNumber.nullish(),
  aboutName: z.string().trim().max(100).default(''),
  heardFrom: ReferralSource,
  sourceId: z.uuid().nullish(),
  need: z.string().trim().min(3, 'Write in a few words what is needed.').max(1000),
  callbackDueAt: At.nullish(),
});
export const CallPath = z.object({ callId: z.uuid() });
export const CallsQuery = z.object({ settled: z.stringbool().default(false) });
export const TryCallback = z.object({ id: z.uuid(), at: At.optional(), way: oneOf(content.ways, 'Choose how it was tried.'), reached: z.boolean(), note: Note });
export const SettleCall = z.object({ outcome: oneOf(content.outcomes, 'Choose the outcome.'), note: Note });
export const JoinPatient = z.object({ patientId: z.uuid('Choose whose chart it is.') });

const Word = z.object({ code: z.string(), says: z.string() });
export const Call = z.object({
  id: z.uuid(),
  patientId: z.uuid().nullable(),
  programId: z.uuid(),
  programName: z.string(),
  calledAt: z.iso.datetime(),
  callerName: z.string(),
  callerRelation: z.string(),
  callerPhone: z.string().nullable(),
  aboutName: z.string(),
  heardFrom: z.string(),
  sourceName: z.string().nullable(),
  need: z.string(),
  callbackDueAt: z.iso.datetime().nullable(),
  isOverdue: z.boolean(),
  episodeId: z.uuid().nullable(),
  outcome: z.string().nullable(),
  outcomeNote: z.string().nullable(),
  takenByName: z.string(),
  attempts: z.array(z.object({ at: z.string(), way: z.string(), reached: z.boolean(), note: z.string(), madeByName: z.string() })),
});
export const Calls = z.object({ items: z.array(Call), relations: z.array(Word), ways: z.array(Word), outcomes: z.array(Word) });
export const JoinedCall = z.object({ episodeId: z.uuid() });

export type TakeCall = z.output<typeof TakeCall>;
export type TryCallback = z.output<typeof TryCallback>;
export type CallReply = z.infer<typeof Call>;
export type Calls = z.infer<typeof Calls>;
