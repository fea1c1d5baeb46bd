import type { z } from 'zod';
import { recordStatus, statusesOf } from '#server/privacy/index.ts';
import { action, refuseIf } from '#server/platform/index.ts';
import { obstaclesToStatus } from './program.rules.ts';
import type { Part2Status } from './programs.contract.ts';
import { lockProgram } from './programs.store.ts';

/** Records from when on 42 CFR Part 2 holds for a program, or no longer does. Records made before keep their labels. */
export const recordPart2Status = action('program.record-part2-status', async (tx, { programId, ...said }: z.output<typeof Part2Status> & { programId: string }) => {
  await lockProgram(tx, programId);
  const status = { part2: said.part2, basis: said.basis, validFrom: Temporal.PlainDate.from(said.validFrom) };
  refuseIf(obstaclesToStatus(status, await statusesOf(tx, [programId])), 409);
  await recordStatus(tx, { programId, ...status });
  tx.touch({ kind: 'program', id: programId, programId, fields: ['part2'], details: { part2: status.part2 } });
});
