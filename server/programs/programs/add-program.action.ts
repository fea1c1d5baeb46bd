import type { z } from 'zod';
import { recordStatus } from '#server/privacy/index.ts';
import { today } from '#server/patients/index.ts';
import { action, newId, refuseIf } from '#server/platform/index.ts';
import { levelOfCare } from '../levels-of-care/level-of-care.ts';
import { obstaclesToProgram } from './program.rules.ts';
import type { NewProgram } from './programs.contract.ts';
import { insertProgram, isNameTaken } from './programs.store.ts';

const nameTaken = { code: 'program.name-taken', says: 'Another program has this name.', at: 'name' };

/** Sets up a program with its Part 2 status; a program is never without one. */
export const addProgram = action('program.add', async (tx, { status, ...said }: z.output<typeof NewProgram>) => {
  refuseIf([...obstaclesToProgram(said, levelOfCare(said.levelOfCare), await today(tx)), ...((await isNameTaken(tx, said.name)) ? [nameTaken] : [])]);
  const { name, siteId, kind, placeOfService } = said;
  const id = newId<'Program'>();
  await insertProgram(tx, { id, name, siteId, kind, levelOfCare: said.levelOfCare, placeOfService, createdAt: tx.now });
  await recordStatus(tx, { programId: id, part2: status.part2, basis: status.basis, validFrom: Temporal.PlainDate.from(status.validFrom) });
  tx.touch({ kind: 'program', id, programId: id, details: { part2: status.part2 } });
  return { id };
});
