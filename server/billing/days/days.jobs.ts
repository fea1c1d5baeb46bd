import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { closeDays, judgeCensus } from './close-days.action.ts';
import { dayRuleOn } from './day-rule.ts';
import { momentOfNote, peopleOfSession, programOfDays } from './day-facts.store.ts';
import { judgeDays, judgeHeld, judgeStay, judgeUnderNewPayer, queueJudging } from './judge-days.action.ts';

const Day = z.iso.date().transform((day) => Temporal.PlainDate.from(day));
const Person = z.object({ patientId: z.uuid(), programId: z.uuid() });

/** Days of one person: each in a transaction of its own, so that nobody waits for another's. */
export const judgeQueued = job('billing.judge-days', { payload: Person.extend({ from: Day, to: Day }) }, (tx, of) => judgeDays.within(tx, of));

/** A midnight was counted, or counted anew. */
export const judgeOnCensus = job(
  'billing.judge-census',
  { on: ['census.taken', 'census.corrected'], payload: z.object({ siteId: z.uuid(), day: Day }) },
  (tx, { siteId, day }) => judgeCensus(tx, siteId, day),
);

/** Every five minutes, for days end at another instant in each time zone; a day that is closed is not closed again. */
export const closeEndedDays = job('billing.close-days', { every: '*/5 * * * *', payload: z.unknown() }, (tx) => closeDays(tx));

/** A session was signed: whoever had a seat in it was there for so long, or was not. */
export const judgeOnSession = job(
  'billing.judge-session',
  { on: 'group-session.signed', payload: z.object({ sessionId: z.uuid(), programId: z.uuid() }) },
  async (tx, { sessionId, programId }) => {
    const program = await programOfDays(tx, programId);
    for (const { patientId, startsAt } of await peopleOfSession(tx, sessionId)) {
      const day = startsAt.toZonedDateTimeISO(program?.timeZone ?? 'UTC').toPlainDate();
      await queueJudging(tx, { patientId, programId, from: day, to: day });
    }
  },
);

/** The note that a day waited for is there, or stands for nothing any more. */
export const judgeOnNote = job(
  'billing.judge-day-of-note',
  { on: ['note.signed', 'note.cosigned', 'note.entered-in-error'], payload: z.object({ noteId: z.uuid() }) },
  async (tx, { noteId }) => {
    const note = await momentOfNote(tx, noteId);
    const program = note && (await programOfDays(tx, note.programId));
    if (!note || !program) return;
    const day = note.at.toZonedDateTimeISO(program.timeZone).toPlainDate();
    if (!dayRuleOn(program.levelOfCare, day.toString())) return;
    await judgeDays.within(tx, { patientId: note.patientId, programId: note.programId, from: day, to: day });
  },
);

/** A stay began, ended, or was taken back. */
export const judgeOnStay = job(
  'billing.judge-stay',
  { on: ['episode.admitted', 'episode.discharged'], payload: Person.extend({ from: Day.optional() }) },
  (tx, { from, ...person }) => judgeStay(tx, { ...person, from }),
);

/** A diagnosis or an authorization may be what a held day waited for. */
export const judgeHeldDays = job('billing.judge-held-days', { on: 'diagnosis.changed', payload: Person }, (tx, { patientId, programId }) =>
  judgeHeld(tx, patientId, programId),
);

/** Another plan pays, or a plan for other days: payers bill days by rules of their own. */
export const judgeOnCoverage = job(
  'billing.judge-coverage',
  { on: 'coverage.changed', payload: z.object({ patientId: z.uuid(), from: Day }) },
  (tx, { patientId, from }) => judgeUnderNewPayer(tx, patientId, from),
);
