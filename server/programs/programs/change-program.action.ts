import type { z } from 'zod';
import { today } from '#server/patients/index.ts';
import { action, refuseIf } from '#server/platform/index.ts';
import { levelOfCare } from '../levels-of-care/level-of-care.ts';
import { obstaclesToProgram } from './program.rules.ts';
import type { ProgramChanges } from './programs.contract.ts';
import { isNameTaken, lockProgram, updateProgram } from './programs.store.ts';

type Changes = z.output<typeof ProgramChanges>;
type Columns = { [Key in keyof Changes]?: Exclude<Changes[Key], undefined> };

const nameTaken = { code: 'program.name-taken', says: 'Another program has this name.', at: 'name' };

/** Changes a program: only the fields sent. */
export const changeProgram = action('program.change', async (tx, { programId, ...changes }: Changes & { programId: string }) => {
  const before = await lockProgram(tx, programId);
  const columns = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Columns;
  const after = { ...before, ...columns };
  const isOfOtherKind = 'kind' in columns || 'levelOfCare' in columns || 'placeOfService' in columns;
  refuseIf([
    ...(isOfOtherKind ? obstaclesToProgram(after, levelOfCare(after.levelOfCare), await today(tx)) : []),
    ...((await isNameTaken(tx, after.name, programId)) ? [nameTaken] : []),
  ]);
  if (Object.keys(columns).length > 0) await updateProgram(tx, programId, columns);
  tx.touch({ kind: 'program', id: programId, programId, fields: Object.keys(columns) });
});
