import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Who writes, as it stands at the head of a page. */
export interface Letterhead {
  readonly organisation: string;
  readonly site: string;
  readonly address: string;
  readonly phone: string | null;
}

/** The head of a page of one program: its organisation and its site. */
export async function letterheadOf(tx: Tx, programId: string | null): Promise<Letterhead> {
  const { rows } = await sql<Letterhead>`select o.name as organisation, coalesce(site.name, '') as site,
      concat_ws(', ', coalesce(site.address_line1, o.address_line1), case when site.id is null then o.address_line2 else site.address_line2 end,
        coalesce(site.city, o.city), coalesce(site.state, o.state) || ' ' || coalesce(site.zip, o.zip)) as address,
      coalesce(site.phone, o.phone) as phone
    from identity.billing_provider o
      left join programs.program_name program on program.id = ${programId}::uuid left join identity.site_name site on site.id = program.site_id`.execute(tx.db);
  return rows[0] ?? { organisation: '', site: '', address: '', phone: null };
}
