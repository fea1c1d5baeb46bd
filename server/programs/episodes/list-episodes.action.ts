import type { z } from 'zod';
import { recordsOf } from '#server/patients/index.ts';
import { action, type Tx } from '#server/platform/index.ts';
import { programNames } from '../programs/programs.store.ts';
import { isBilledByDay } from '../standards/standard.ts';
import { stepsFrom } from './episode.rules.ts';
import type { EpisodeQuery } from './episodes.contract.ts';
import { episodesOf, episodesPage, type EpisodeRow } from './episodes.store.ts';

async function shown(tx: Tx, rows: readonly EpisodeRow[]) {
  const programs = new Map((await programNames(tx, [...new Set(rows.map((row) => row.programId))])).map((program) => [program.id, program]));
  return rows.map((row) => {
    const program = programs.get(row.programId);
    return { ...row, programName: program?.name ?? '', isBilledByDay: isBilledByDay(program?.levelOfCare ?? ''), next: stepsFrom[row.state] };
  });
}

/** A person's stays in the programs of the actor. */
export const listPatientEpisodes = action('episode.list-of-patient', async (tx, { patientId }: { patientId: string }) => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  const rows = await episodesOf(tx, recordIds);
  tx.touch({ kind: 'episode', patientId: personId });
  return { items: await shown(tx, rows) };
});

/** Stays in the actor's programs, by program and state. */
export const listEpisodes = action('episode.list', async (tx, query: z.output<typeof EpisodeQuery>) => {
  const rows = await episodesPage(tx, query);
  tx.touch({ kind: 'episode', patientId: [...new Set(rows.map((row) => row.patientId))], programId: query.programId });
  const last = rows.length === query.limit ? rows.at(-1)?.id : undefined;
  return { items: await shown(tx, rows), ...(last === undefined ? {} : { next: last }) };
});
