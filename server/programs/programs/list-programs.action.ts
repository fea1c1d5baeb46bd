import { statusesOf, type ProgramStatus } from '#server/privacy/index.ts';
import { today } from '#server/patients/index.ts';
import { action } from '#server/platform/index.ts';
import { levelOfCare } from '../levels-of-care/level-of-care.ts';
import { isPart2On } from './program.rules.ts';
import { allPrograms } from './programs.store.ts';

type ProgramRow = Awaited<ReturnType<typeof allPrograms>>[number];

function shown(row: ProgramRow, history: readonly ProgramStatus[], today: Temporal.PlainDate) {
  const { id, name, siteId, kind, placeOfService, active } = row;
  return {
    id,
    name,
    siteId,
    kind,
    placeOfService,
    active,
    levelOfCare: { code: row.levelOfCare, name: levelOfCare(row.levelOfCare)?.name ?? row.levelOfCare },
    part2: isPart2On(history, today),
    part2History: history.map(({ part2, basis, validFrom, validTo }) => ({ part2, basis, validFrom, validTo })),
  };
}

/** All programs with their Part 2 status and its history. */
export const listPrograms = action(
  'program.list',
  async (tx) => {
    const rows = await allPrograms(tx);
    const statuses = Map.groupBy(
      await statusesOf(
        tx,
        rows.map((row) => row.id),
      ),
      (status) => status.programId,
    );
    const day = await today(tx);
    return { items: rows.map((row) => shown(row, statuses.get(row.id) ?? [], day)) };
  },
  { audit: 'touched' },
);
