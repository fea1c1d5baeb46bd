import { sql, type Kysely } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { Modality } from '../appointments/appointment.ts';
import type { SchedulingTables } from '../scheduling-tables.ts';

/** A kind of appointment: what is done, how long it usually takes, which note it opens. */
export interface AppointmentType {
  readonly code: string;
  readonly name: string;
  readonly service: string;
  readonly minutes: number;
  readonly modality: Modality;
  readonly isGroup: boolean;
  readonly noteTemplate: string;
  /** By kind of program: the note that it opens there instead. */
  readonly noteTemplates: Readonly<Record<string, string>>;
}

const columns = ['code', 'name', 'service', 'minutes', 'modality', 'isGroup', 'noteTemplate', 'noteTemplates'] as const;

/** The kind, as long as it is in use. */
export function appointmentTypeByCode(tx: Tx, code: string): Promise<AppointmentType | undefined> {
  return within<SchedulingTables>(tx).selectFrom('scheduling.appointmentType').select(columns).where('code', '=', code).where('active', '=', true).executeTakeFirst();
}

/** All kinds in use, in the order of the content file. */
export function appointmentTypes(tx: Tx): Promise<readonly AppointmentType[]> {
  return within<SchedulingTables>(tx).selectFrom('scheduling.appointmentType').select(columns).where('active', '=', true).orderBy('position').execute();
}

/** Brings the kinds to this version of their content file; kinds no longer in it are retired. Does nothing when it is already loaded. */
export async function replaceAppointmentTypes(db: Kysely<SchedulingTables>, version: string, types: readonly AppointmentType[]): Promise<void> {
  await db.transaction().execute(async (open) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('scheduling.content', 7))`.execute(open);
    const loaded = await open.selectFrom('scheduling.loadedContent').select('version').where('name', '=', 'appointment-types').executeTakeFirst();
    if (loaded?.version === version) return;
    await open.updateTable('scheduling.appointmentType').set({ active: false }).execute();
    const rows = types.map((type, position) => ({ ...type, noteTemplates: JSON.stringify(type.noteTemplates), position, active: true }));
    await open
      .insertInto('scheduling.appointmentType')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('code').doUpdateSet((row) => ({
          name: row.ref('excluded.name'),
          service: row.ref('excluded.service'),
          minutes: row.ref('excluded.minutes'),
          modality: row.ref('excluded.modality'),
          isGroup: row.ref('excluded.isGroup'),
          noteTemplate: row.ref('excluded.noteTemplate'),
          noteTemplates: row.ref('excluded.noteTemplates'),
          position: row.ref('excluded.position'),
          active: row.ref('excluded.active'),
        })),
      )
      .execute();
    await open
      .insertInto('scheduling.loadedContent')
      .values({ name: 'appointment-types', version })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ version }))
      .execute();
  });
}
