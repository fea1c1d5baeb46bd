import { sql } from 'kysely';
import { NotFound, type Tx } from '#server/platform/index.ts';

/** Who signs, with the credential and the supervisor of this day. */
export interface Signer {
  readonly id: string;
  readonly name: string;
  readonly credential: string | null;
  readonly supervisorId: string | null;
  readonly supervisorName: string | null;
  /** The time zone in which this person's days begin: that of the organisation. */
  readonly timeZone: string;
}

/** The acting member of the staff. Throws `NotFound` for anyone else: only staff write in a record. */
export async function signerOf(tx: Tx): Promise<Signer> {
  const { rows } = await sql<Signer>`
    select s.id, s.display_name as name, s.credential, s.supervisor_id, boss.display_name as supervisor_name,
      coalesce((select time_zone from identity.site_name order by name limit 1), 'UTC') as time_zone
    from identity.staff_name s left join identity.staff_name boss on boss.id = s.supervisor_id where s.id = ${tx.actor.id}::uuid`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Staff');
  return rows[0];
}
