import { ageOn, person, today } from '#server/patients/index.ts';
import { action, newId, refuseIf, type Tx } from '#server/platform/index.ts';
import { begunStay, type Stay } from '../episodes/stay.store.ts';
import { tedsFields, tedsSource, tedsVersion, type TedsMoment } from './teds.ts';
import { derivedTeds, missingFields, obstaclesToTeds } from './teds.rules.ts';
import { insertTeds, tedsOf } from './teds.store.ts';

const moments = ['admission', 'discharge'] as const;

async function shown(tx: Tx, stay: Stay) {
  const rows = await tedsOf(tx, stay.id);
  const records = moments.map((moment) => {
    const row = rows.find((one) => one.moment === moment);
    const answers = row?.answers ?? {};
    const missing = missingFields(moment, answers).map(({ says }) => says);
    const fields = tedsFields(moment).map(({ moments: _moments, options, ...field }) => ({ ...field, ...(options ? { options: [...options] } : {}) }));
    return { moment, fields, answers, missing, writtenAt: row?.writtenAt ?? null, writtenByName: row?.writtenByName ?? null };
  });
  return { source: tedsSource, derived: derivedTeds(stay), records };
}

/** When the record of a moment was completed; null while something is missing or the actor may not see it. */
export async function tedsCompletedAt(tx: Tx, episodeId: string, moment: TedsMoment): Promise<Temporal.Instant | null> {
  const row = (await tedsOf(tx, episodeId)).find((one) => one.moment === moment);
  return row && missingFields(moment, row.answers).length === 0 ? row.writtenAt : null;
}

/** What is reported of a stay, and what is still to be answered. */
export const showTeds = action('teds.show', async (tx, { episodeId }: { episodeId: string }) => {
  const stay = await begunStay(tx, episodeId);
  tx.touch({ kind: 'teds', id: episodeId, patientId: stay.patientId, programId: stay.programId });
  return shown(tx, stay);
});

/** Keeps answers for a moment; empty ones are left out. Throws `Refused` with all that a state would send back. */
export const keepTeds = action(
  'teds.keep',
  async (tx, { episodeId, moment, answers }: { episodeId: string; moment: TedsMoment; answers: Readonly<Record<string, string>> }) => {
    const stay = await begunStay(tx, episodeId);
    const given = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));
    const { birthDate } = await person(tx, stay.patientId);
    refuseIf(obstaclesToTeds(moment, given, { age: ageOn(birthDate, stay.admittedOn), admittedOn: stay.admittedOn, today: await today(tx) }));
    await insertTeds(tx, stay, { id: newId<'Teds'>(), moment, answers: given, version: tedsVersion });
    tx.touch({ kind: 'teds', id: episodeId, patientId: stay.patientId, programId: stay.programId, fields: Object.keys(given) });
    return shown(tx, stay);
  },
);
