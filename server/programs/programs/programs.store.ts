import type { Insertable, Updateable } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { ProgramTables, ProgramViews } from './program.ts';

const programs = (tx: Tx) => within<ProgramTables & ProgramViews>(tx);

/** All programs by name. That a program exists is no secret among staff; who is in it is. */
export function allPrograms(tx: Tx) {
  return programs(tx).selectFrom('programs.program').selectAll().orderBy('name').execute();
}

/** One program, locked until the transaction ends. Throws NotFound. */
export function lockProgram(tx: Tx, programId: string) {
  return programs(tx)
    .selectFrom('programs.program')
    .selectAll()
    .where('id', '=', programId)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound('Program'));
}

/** One program by name and Part 2 status of today. Throws NotFound. */
export function programName(tx: Tx, programId: string) {
  return programs(tx)
    .selectFrom('programs.programName')
    .selectAll()
    .where('id', '=', programId)
    .executeTakeFirstOrThrow(() => new NotFound('Program'));
}

/** Names, kinds and Part 2 status of today of these programs. */
export function programNames(tx: Tx, programIds: readonly string[]) {
  if (programIds.length === 0) return Promise.resolve([]);
  return programs(tx).selectFrom('programs.programName').selectAll().where('id', 'in', programIds).execute();
}

/** Adds a program. */
export async function insertProgram(tx: Tx, row: Insertable<ProgramTables['programs.program']>): Promise<void> {
  await programs(tx).insertInto('programs.program').values(row).execute();
}

/** Changes columns of a program. */
export async function updateProgram(tx: Tx, programId: string, changes: Updateable<ProgramTables['programs.program']>): Promise<void> {
  await programs(tx).updateTable('programs.program').set(changes).where('id', '=', programId).execute();
}

/** Whether another program bears that name. */
export async function isNameTaken(tx: Tx, name: string, exceptId?: string): Promise<boolean> {
  const row = await programs(tx).selectFrom('programs.program').select('id').where('name', '=', name).executeTakeFirst();
  return row !== undefined && row.id !== exceptId;
}
