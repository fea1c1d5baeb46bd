import { recordsOf } from '#server/patients/index.ts';
import type { Obstacle, Tx } from '#server/platform/index.ts';
import { consentsOf } from '#server/privacy/index.ts';
import { latestDay } from '../episodes/episode.rules.ts';
import { lockEpisode, openEpisodeIn, stageOf } from '../episodes/episodes.store.ts';
import { programName } from '../programs/programs.store.ts';
import { endsStay, kindOfMove, obstaclesToMove } from './move.rules.ts';
import type { Move } from './move.ts';
import { timeZoneOfProgram } from './moves.store.ts';

/** What somebody wishes: this stay's patient into that program, at that moment, with that clinician. */
export interface WishedMove {
  readonly episodeId: string;
  readonly toProgramId: string;
  readonly at: string;
  readonly clinicianId: string;
}

/** Whether a consent in force lets what this program made go to others who treat the person, for treatment and as a whole. 42 CFR 2.31, 2.33(a). */
async function isConsented(tx: Tx, patientId: string, programId: string, on: Temporal.PlainDate): Promise<boolean> {
  const consents = (await consentsOf(tx, [patientId], { lock: true })).get(patientId) ?? [];
  return consents.some(
    ({ disclosers, recipients, purposes, scope, expiry, revokedAt, missingElements }) =>
      revokedAt === null &&
      missingElements.length === 0 &&
      disclosers.includes(programId) &&
      purposes.includes('TREAT') &&
      scope.classes === 'all' &&
      recipients.some((recipient) => recipient.kind === 'class' && recipient.class === 'treating-providers') &&
      (expiry.kind !== 'date' || Temporal.PlainDate.compare(on, expiry.lastDay) <= 0),
  );
}

/** The move that is wished for, its stay locked, with what stands against it. Throws `NotFound` for a stay out of reach. */
export async function planMove(tx: Tx, wish: WishedMove): Promise<{ readonly move: Move; readonly obstacles: readonly Obstacle[] }> {
  const stay = await lockEpisode(tx, wish.episodeId);
  const { personId, recordIds } = await recordsOf(tx, stay.patientId);
  const [from, to] = [await programName(tx, stay.programId), await programName(tx, wish.toProgramId)];
  const at = Temporal.Instant.from(wish.at);
  const on = at.toZonedDateTimeISO(await timeZoneOfProgram(tx, to.id)).toPlainDate();
  const kind = kindOfMove({ from, to }, stay.state);
  const labels = from.part2 || stay.labels.includes('part2') ? ['part2'] : [];
  const isInTarget = (await openEpisodeIn(tx, recordIds, to.id))?.state === 'admitted';
  const consented = labels.length === 0 || (await isConsented(tx, personId, from.id, on));
  const obstacles = obstaclesToMove({
    from,
    to,
    state: stay.state,
    latestDay: latestDay(stageOf(stay)),
    on,
    at,
    now: tx.now,
    myPrograms: tx.actor.programIds,
    isInTarget,
    consented,
  });
  const { clinicianId, episodeId } = wish;
  return { move: { patientId: personId, kind, from, to, episodeId, at, on, clinicianId, endsStay: endsStay(kind), labels }, obstacles };
}

/** A move that was made, to take it back. */
export async function moveOf(
  tx: Tx,
  made: {
    patientId: string;
    programId: string;
    toProgramId: string;
    episodeId: string;
    kind: Move['kind'];
    at: Temporal.Instant;
    clinicianId: string;
    endsStay: boolean;
  },
): Promise<Move> {
  const [from, to] = [await programName(tx, made.programId), await programName(tx, made.toProgramId)];
  const on = made.at.toZonedDateTimeISO(await timeZoneOfProgram(tx, to.id)).toPlainDate();
  const { patientId, episodeId, kind, at, clinicianId } = made;
  return { patientId, kind, from, to, episodeId, at, on, clinicianId, endsStay: made.endsStay, labels: from.part2 ? ['part2'] : [] };
}
