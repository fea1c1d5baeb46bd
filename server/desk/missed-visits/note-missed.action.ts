import { postFee } from '#server/billing/index.ts';
import { action, cents, Invalid, newId, Refused, type Tx } from '#server/platform/index.ts';
import type { CancelReason } from '#server/scheduling/appointments/appointments.contract.ts';
import { cancelAppointment, missAppointment } from '#server/scheduling/index.ts';
import { foresee, mayPost, type Foreseen } from './foresee.ts';
import { shownMissed } from './list-missed.action.ts';
import type { NoteMissed } from './missed-visits.contract.ts';
import { insertMissed, missedOfVisit, waitForNote } from './missed-visits.store.ts';
import { missedContent, type MissedKind, type MissedVisit } from './missed-visit.ts';

/** Throws `Invalid` for a reason that the policy does not know. */
export function refuseUnknownReason(code: string): void {
  if (!missedContent.waivedReasons.some((reason) => reason.code === code)) throw new Invalid([{ at: 'reason', says: 'Choose why the fee is waived.' }]);
}

function refuseOther({ fee, kind }: Foreseen, expected: number): void {
  if (fee.cents === expected) return;
  const says = `What follows is another than was shown: ${kind === 'cancellation' ? 'it is called off in time' : 'the fee is another'}. Look again, then decide.`;
  throw new Refused('missed-visit.changed', { code: 'missed-visit.changed', says, at: 'expectCents' }, 409);
}

/** What the ledger shows: names neither clinic nor kind of visit. */
export const memoOf = (kind: MissedKind): string => (kind === 'no-show' ? 'Missed visit' : 'Visit called off late');

async function stepTaken(tx: Tx, { appointmentId, kind, reason, text }: NoteMissed & { appointmentId: string }): Promise<string> {
  if (kind === 'no-show') return (await missAppointment.within(tx, { appointmentId })).status;
  return (await cancelAppointment.within(tx, { appointmentId, reason: reason ?? 'other', text })).status;
}

function stateOf(tx: Tx, { fee }: Foreseen, waive: string | undefined): MissedVisit['state'] {
  if (fee.cents === 0) return 'none';
  if (waive !== undefined && mayPost(tx)) return 'waived';
  return fee.because === 'policy' && mayPost(tx) ? 'posted' : 'to-decide';
}

/** Posts the fee of a missed visit on the day of the visit; answers its posting. */
export async function postMissedFee(tx: Tx, { kind, patientId, programId, feeCents, startsAt }: MissedVisit, timeZone: string): Promise<string> {
  const id = newId<'Journal'>();
  const on = startsAt.toZonedDateTimeISO(timeZone).toPlainDate();
  await postFee.within(tx, { id, patientId, programId, amount: cents(feeCents), memo: memoOf(kind), on });
  return id;
}

/** What is kept of a missed visit, before its fee is posted. */
function noteOf(tx: Tx, foreseen: Foreseen, kind: MissedKind, { id, text = '', waive }: Pick<NoteMissed, 'id' | 'text' | 'waive'>): MissedVisit {
  const { appointmentId, patientId, programId, startsAt } = foreseen.visit;
  const state = stateOf(tx, foreseen, waive);
  const fee = { feeCents: foreseen.fee.cents, state, because: foreseen.fee.because, journalId: null, waivedReason: state === 'waived' ? (waive ?? null) : null };
  return { id, appointmentId, patientId, programId, kind, startsAt, ...fee, note: text };
}

function refuseUnreadable({ kind, reason, waive }: NoteMissed): void {
  if (waive !== undefined) refuseUnknownReason(waive);
  if (kind === 'cancellation' && reason === undefined) throw new Invalid([{ at: 'reason', says: 'Choose why it is called off.' }]);
}

/**
 * One act for a visit that is missed or called off: the step of the appointment, the note of it and the fee that was shown before. Throws `Refused` when what follows is no
 * longer what was shown. Sent again it answers as the first time.
 */
export const noteMissed = action('missed-visit.note', async (tx, input: NoteMissed & { appointmentId: string }) => {
  refuseUnreadable(input);
  await waitForNote(tx, input.appointmentId);
  const before = await missedOfVisit(tx, input.appointmentId);
  if (before && before.because !== 'taken-back') return { status: before.kind === 'no-show' ? 'no-show' : 'cancelled', missed: shownMissed(before) };
  const foreseen = await foresee(tx, input);
  refuseOther(foreseen, input.expectCents);
  const { visit, kind } = foreseen;
  const status = await stepTaken(tx, input);
  tx.touch({ kind: 'missed-visit', id: input.id, patientId: visit.patientId, programId: visit.programId, fields: ['status', 'fee'] });
  if (kind === 'cancellation') return { status, missed: null };
  const note = noteOf(tx, foreseen, kind, { ...input, id: before?.id ?? input.id });
  const whole = note.state === 'posted' ? { ...note, journalId: await postMissedFee(tx, note, visit.timeZone) } : note;
  await insertMissed(tx, whole);
  return { status, missed: shownMissed(whole) };
});

/** A visit that was missed or called off, as the schedule told it. */
export interface ToldMissed {
  readonly appointmentId: string;
  readonly status: 'no-show' | 'cancelled';
  /** When and why it was called off, where somebody said so. */
  readonly calledOff?: { readonly at: Temporal.Instant; readonly reason: CancelReason } | undefined;
}

/**
 * Judges a visit that was missed or called off in any other way than `noteMissed`: by the link of a reminder, with its group, with its series, by the plain step. Nobody saw
 * what follows, so a fee is not posted but waits for the desk.
 */
export const judgeMissed = action(
  'missed-visit.judge',
  async (tx, { appointmentId, status, calledOff }: ToldMissed): Promise<void> => {
    await waitForNote(tx, appointmentId);
    const before = await missedOfVisit(tx, appointmentId);
    if (before && before.because !== 'taken-back') return;
    const kind = status === 'no-show' ? 'no-show' : 'cancellation';
    const foreseen = await foresee(tx, { appointmentId, kind, ...(calledOff ? { reason: calledOff.reason, at: calledOff.at } : {}) });
    // Meanwhile it may stand again, or somebody may have come after all.
    if (foreseen.visit.status !== status || foreseen.kind === 'cancellation') return;
    const note = noteOf(tx, foreseen, foreseen.kind, { id: before?.id ?? newId() });
    tx.touch({ kind: 'missed-visit', id: note.id, patientId: note.patientId, programId: note.programId, fields: ['fee'] });
    await insertMissed(tx, note);
  },
  { purpose: 'HPAYMT' },
);
