import { makeFindable, recordsOf } from '#server/patients/index.ts';
import { newId, Refused, type Tx } from '#server/platform/index.ts';
import { insertEpisode, lockEpisode, openEpisodeIn, updateEpisode } from '../episodes/episodes.store.ts';
import { episodeAdmitted, episodeDischarged } from '../events.ts';
import type { Carrier, Effect, Move } from './move.ts';

async function admitTo(tx: Tx, move: Move): Promise<{ episodeId: string; before: string }> {
  const { recordIds } = await recordsOf(tx, move.patientId);
  const open = await openEpisodeIn(tx, recordIds, move.to.id);
  const episodeId = open?.id ?? newId<'Episode'>();
  if (open) await updateEpisode(tx, open.id, { state: 'admitted', admittedOn: move.on, primaryClinicianId: move.clinicianId });
  else
    await insertEpisode(tx, {
      id: episodeId,
      patientId: move.patientId,
      programId: move.to.id,
      labels: [...move.labels],
      state: 'admitted',
      source: 'another-program',
      reason: null,
      referredOn: move.on,
      admittedOn: move.on,
      primaryClinicianId: move.clinicianId,
      createdAt: tx.now,
      createdBy: tx.actor.id,
    });
  await makeFindable(tx, move.patientId, move.to.id);
  return { episodeId, before: open?.state ?? 'none' };
}

function facts(move: Move, episodeId: string, programId: string) {
  return { episodeId, patientId: move.patientId, programId };
}

/** The stay itself: the one that is left ends as transferred, the other begins. */
export const carryStay: Carrier = {
  part: 'stay',
  may: 'program.read',
  preview(_tx, { from, to, on, endsStay, kind }) {
    const left: Effect = endsStay
      ? { part: 'stay', does: 'closed', says: `The stay in ${from.name} ends on ${on} as transferred.` }
      : { part: 'stay', does: 'kept', says: kind === 'readmission' ? `The former stay in ${from.name} stays as it was.` : `The stay in ${from.name} runs on beside it.` };
    return Promise.resolve({ effects: [left, { part: 'stay', does: 'opened', says: `A stay in ${to.name} begins on ${on}.` }] });
  },
  async carry(tx, move) {
    if (move.endsStay) {
      await updateEpisode(tx, move.episodeId, { state: 'discharged', endedOn: move.on, endReason: 'transferred' });
      await tx.record(episodeDischarged(facts(move, move.episodeId, move.from.id)));
    }
    const { episodeId, before } = await admitTo(tx, move);
    tx.touch({ kind: 'episode', id: episodeId, patientId: move.patientId, programId: move.to.id, fields: ['state'] });
    await tx.record(episodeAdmitted(facts(move, episodeId, move.to.id)));
    return { opened: [episodeId], before: [before], ended: move.endsStay ? [move.episodeId] : [] };
  },
  async takeBack(tx, move, { opened = [], before: [before = 'none'] = [], ended = [] }) {
    for (const episodeId of opened) {
      const stay = await lockEpisode(tx, episodeId);
      if (stay.state !== 'admitted')
        throw new Refused(
          'transition.moved-on',
          { code: 'transition.moved-on', says: `The stay in ${move.to.name} has ended meanwhile. Take back what came after it first.` },
          409,
        );
      // A stay that never was: not one that was declined. It leaves the lists, its row stays for the audit.
      const never = { state: 'declined' as const, admittedOn: null, endedOn: move.on, endReason: 'taken-back' };
      const state = before === 'screening' ? ('screening' as const) : ('referral' as const);
      await updateEpisode(tx, episodeId, before === 'none' ? never : { state, admittedOn: null, primaryClinicianId: null });
    }
    for (const episodeId of ended) await updateEpisode(tx, episodeId, { state: 'admitted', endedOn: null, endReason: null });
  },
};
