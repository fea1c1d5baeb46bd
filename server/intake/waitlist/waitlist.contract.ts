import { z } from 'zod';
import calls from '#content/intake/calls.json' with { type: 'json' };
import content from '#content/intake/waitlist.json' with { type: 'json' };

const At = z.iso.datetime({ offset: true, error: 'Write date and time.' });

export const ActKind = z.enum(['reached', 'not-reached', 'interim-given', 'interim-declined', 'offered', 'accepted', 'declined']);
export const PutOnWaitlist = z.object({ id: z.uuid(), episodeId: z.uuid('Choose who waits.') });
export const WaitPath = z.object({ waitId: z.uuid() });
export const WaitlistQuery = z.object({ programId: z.uuid().optional() });

/** What was done for somebody who waits. Sent twice with the same id it is one. */
export const DoForWaiting = z
  .object({
    id: z.uuid(),
    kind: ActKind,
    /** The way of a contact, or the interim service. */
    what: z.string().max(40).default(''),
    note: z.string().trim().max(1000).default(''),
    at: At.optional(),
  })
  .refine(({ kind, what }) => !kind.startsWith('interim') || content.interimServices.some(({ code }) => code === what), {
    path: ['what'],
    message: 'Choose the interim service.',
  })
  .refine(({ kind, what }) => !kind.endsWith('reached') || calls.ways.some(({ code }) => code === what), { path: ['what'], message: 'Choose how it was tried.' });
export const LeaveWaitlist = z.object({ reason: z.string().refine((code) => content.removals.some((one) => one.code === code), 'Choose the reason.') });

const Word = z.object({ code: z.string(), says: z.string() });
export const Clock = z.object({
  code: z.enum(['interim', 'admission', 'contact', 'offer']),
  says: z.string(),
  dueAt: z.iso.datetime(),
  metAt: z.iso.datetime().nullable(),
  state: z.enum(['met', 'late', 'due', 'overdue']),
});
export const Wait = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  episodeId: z.uuid(),
  name: z.string(),
  mrn: z.string(),
  phone: z.string().nullable(),
  priority: z.string(),
  prioritySays: z.string(),
  since: z.iso.datetime(),
  clocks: z.array(Clock),
  isOffered: z.boolean(),
  acts: z.array(z.object({ kind: ActKind, what: z.string(), note: z.string(), at: z.iso.datetime(), madeByName: z.string() })),
});
export const Waitlist = z.object({
  items: z.array(Wait),
  interimServices: z.array(Word.extend({ for: z.enum(['all', 'pregnant']) })),
  removals: z.array(Word),
  ways: z.array(Word),
});

export type DoForWaiting = z.output<typeof DoForWaiting>;
export type WaitReply = z.infer<typeof Wait>;
export type Waitlist = z.infer<typeof Waitlist>;
