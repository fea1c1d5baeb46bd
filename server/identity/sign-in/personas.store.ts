import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';

/** Somebody whom the demo offers. */
export interface Persona {
  readonly staffId: string;
  readonly displayName: string;
  readonly credential: string | null;
  readonly roles: readonly { readonly code: string; readonly name: string }[];
}

/** All personas in the order in which they were made. */
export async function personas(tx: Tx): Promise<readonly Persona[]> {
  const { rows } = await sql<Persona>`select s.id as staff_id, n.display_name, n.credential,
      (select coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name) order by r.name), '[]')
       from identity.staff_role held join identity.role r on r.code = held.role_code where held.staff_id = s.id) as roles
    from identity.staff s join identity.staff_name n on n.id = s.id where s.is_persona and s.active order by s.id`.execute(tx.db);
  return rows;
}
