import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import { levelOfCare } from '../levels-of-care/level-of-care.ts';
import { lockProgram, programName } from '../programs/programs.store.ts';
import { standardOfLevel, standardsVerifiedOn } from './standard.ts';
import { thresholdsOf } from './standard.rules.ts';
import type { ChangeStandard, ProgramStandard } from './standards.contract.ts';
import { ownStandard, writeStandard } from './standards.store.ts';

/** What a program asks for of its patients' weeks and of its staff. Throws `NotFound`. */
export async function standardOf(tx: Tx, programId: string): Promise<ProgramStandard> {
  const program = await programName(tx, programId);
  const level = standardOfLevel(program.levelOfCare);
  if (!level) throw new NotFound('Standard');
  const own = await ownStandard(tx, programId);
  const { thirdEdition, fourthEdition, services, documents, staffing, billing, source } = level;
  return {
    programId,
    levelOfCare: { code: program.levelOfCare, name: levelOfCare(program.levelOfCare)?.name ?? '', thirdEdition, fourthEdition },
    ...thresholdsOf(level, own),
    services: [...services],
    documents: [...documents],
    staffing: [...staffing],
    billing,
    source,
    verifiedOn: standardsVerifiedOn,
    own: own ?? null,
  };
}

/** The standard of a program, as it holds today. */
export const showStandard = action('program.show-standard', (tx, { programId }: { programId: string }) => standardOf(tx, programId), { audit: 'touched' });

/** Sets what a program asks for where it differs from its level of care, with the ground for it. */
export const changeStandard = action('program.change-standard', async (tx, { programId, ...to }: ChangeStandard & { programId: string }): Promise<ProgramStandard> => {
  await lockProgram(tx, programId);
  if (((await ownStandard(tx, programId))?.version ?? 0) !== to.version)
    throw new Refused('standard.stale', { code: 'standard.stale', says: 'Someone changed this meanwhile. Look again, then make your change.', at: 'version' }, 409);
  await writeStandard(tx, programId, to);
  tx.touch({ kind: 'program', id: programId, programId, fields: ['standard'] });
  return standardOf(tx, programId);
});
