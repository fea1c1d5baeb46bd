import { ageOn, bySeverity, displayNameOf, legalNameOf, liveAlerts, person, recordsOf, today } from '#server/patients/index.ts';
import { action, type Tx } from '#server/platform/index.ts';
import { programNames } from '../programs/programs.store.ts';
import { episodesOf } from './episodes.store.ts';

async function openPrograms(tx: Tx, recordIds: readonly string[]) {
  const open = (await episodesOf(tx, recordIds)).filter((row) => row.endedOn === null);
  const names = new Map((await programNames(tx, [...new Set(open.map((row) => row.programId))])).map((program) => [program.id, program]));
  return open.flatMap((row) => {
    const program = names.get(row.programId);
    return program ? [{ id: program.id, name: program.name, kind: program.kind, state: row.state, episodeId: row.id, part2: program.part2 }] : [];
  });
}

/** What stands over every screen of a chart. Programs that the actor does not work in are not hinted at. */
export const showBanner = action('patient.show-banner', async (tx, { patientId }: { patientId: string }) => {
  const row = await person(tx, patientId);
  const { recordIds } = await recordsOf(tx, row.id);
  const day = await today(tx);
  const alerts = bySeverity(await liveAlerts(tx, recordIds, day));
  tx.touch({ kind: 'patient', id: row.id, patientId: [...new Set([row.id, patientId])] });
  return {
    id: row.id,
    mrn: row.mrn,
    name: displayNameOf(row),
    legalName: legalNameOf(row),
    pronouns: row.pronouns,
    birthDate: row.birthDate,
    age: ageOn(row.birthDate, day, row.deceasedOn),
    hasPhoto: row.photoFileId !== null,
    deceasedOn: row.deceasedOn,
    phone: row.phone,
    alerts: alerts.map(({ id, kind, severity, says }) => ({ id, kind, severity, says })),
    programs: await openPrograms(tx, recordIds),
  };
});
