import { listObstacles, openDraft, saveDraft, signDraft } from '#server/charting/index.ts';
import { action, NotFound, refuseIf, Refused, type Obstacle, type Tx } from '#server/platform/index.ts';
import { settleSeats } from '#server/scheduling/index.ts';
import { timeZoneOf } from '../groups/groups.store.ts';
import { sessionOr404, shownSession } from './read-session.action.ts';
import { recordSections } from './record.rules.ts';
import type { Seat, Session } from './session.ts';
import { closeSession, lockSession, sealSeat, seatsOf } from './sessions.store.ts';
import { obstaclesToSigningSession, timesOf } from './signing.rules.ts';

function headerOf(session: Session, seat: Seat) {
  const leaders = [session.facilitatorName, ...session.cofacilitators.map(({ name }) => name)].join(', ');
  const shared = { modality: session.modality, participants: `${seat.name}, ${leaders}` };
  if (seat.attendance !== 'present') return shared;
  const { from, to } = timesOf(session, seat);
  return { ...shared, startedAt: from.toString(), endedAt: to.toString(), risk: seat.risk };
}

/** Writes the draft of one member through charting's own doors; answers its id. */
async function written(tx: Tx, session: Session, seat: Seat, dayInWords: string): Promise<string> {
  const templateCode = seat.attendance === 'present' ? 'group-session' : 'group-absence';
  const draft = await openDraft.within(tx, { patientId: seat.patientId, programId: session.programId, templateCode, service: session.service });
  const versions = new Map(draft.sections.map(({ key, version }) => [key, version]));
  const sections = Object.fromEntries(
    Object.entries(recordSections(session, seat, dayInWords)).map(([key, text]) => [key, { text, baseVersion: versions.get(key) ?? 1, sequence: 1 }]),
  );
  await saveDraft.within(tx, { draftId: draft.id, deviceId: `group-session:${session.id}`, sections, header: headerOf(session, seat) });
  return draft.id;
}

async function sealed(tx: Tx, session: Session, seats: readonly Seat[]): Promise<void> {
  const day = session.startsAt.toZonedDateTimeISO(await timeZoneOf(tx, session.programId)).toPlainDate();
  const drafts: { patientId: string; draftId: string }[] = [];
  const inTheWay: Obstacle[] = [];
  for (const seat of seats) {
    const draftId = await written(tx, session, seat, day.toLocaleString('en-US', { dateStyle: 'long' }));
    drafts.push({ patientId: seat.patientId, draftId });
    const { items } = await listObstacles.within(tx, { draftId });
    inTheWay.push(...items.map((item) => ({ ...item, at: `seats.${seat.patientId}` })));
  }
  refuseIf(inTheWay);
  for (const { patientId, draftId } of drafts) {
    const note = await signDraft.within(tx, { draftId });
    await sealSeat(tx, session.id, { patientId, draftId, noteId: note.id });
  }
  const attended = seats.map((seat) => ({
    patientId: seat.patientId,
    times: seat.attendance === 'present' ? timesOf(session, seat) : null,
    isExcused: seat.absence === 'excused',
  }));
  await settleSeats.within(tx, { sessionId: session.id, attended });
  await closeSession(tx, session.id);
  await tx.record({ name: 'group-session.signed', payload: { sessionId: session.id, programId: session.programId } });
}

/**
 * The one ceremony: seals a note for each who was there and a missed-session record for each who was not, all or none, and lets their appointments be met or
 * missed. Signing again shows the signed session. Throws `Refused` with everything in the way, by member.
 */
export const signSession = action('group-session.sign', async (tx, { sessionId, version }: { sessionId: string; version: number }) => {
  await lockSession(tx, sessionId);
  const session = await sessionOr404(tx, sessionId);
  if (session.signedAt !== null) return shownSession(tx, sessionId);
  if (session.version !== version)
    throw new Refused('group-session.changed', { code: 'group-session.changed', says: 'Someone wrote here since you last looked. Read it, then sign.' }, 409);
  const seats = await seatsOf(tx, session);
  if (seats.length === 0) throw new NotFound('Member');
  refuseIf(obstaclesToSigningSession(session, seats, tx.actor.id, tx.now));
  await sealed(tx, session, seats);
  return shownSession(tx, sessionId);
});
