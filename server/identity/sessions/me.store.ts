import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { MeReply } from './sessions.contract.ts';

type Facts = Pick<MeReply, 'staff' | 'roles' | 'sites' | 'organisation' | 'idleMinutes' | 'hasSecondFactor'>;

/** What a person's own screen needs, besides what the session knows already. */
export async function factsOfSelf(tx: Tx, staffId: string): Promise<Facts | undefined> {
  const { rows } = await sql<Facts>`select
      jsonb_build_object('id', s.id, 'displayName', n.display_name, 'givenName', s.given_name, 'familyName', s.family_name, 'email', s.email, 'credential', n.credential, 'npi', s.npi) as staff,
      (select coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name) order by r.name), '[]')
        from identity.staff_role held join identity.role r on r.code = held.role_code where held.staff_id = s.id) as roles,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'timeZone', time_zone) order by name), '[]') from identity.site where active) as sites,
      jsonb_build_object('name', o.name, 'timeZone', o.time_zone, 'allowsDictation', o.allows_dictation) as organisation, o.idle_minutes,
      (u.two_factor_enabled or exists (select from identity.passkey where staff_id = s.id)) as has_second_factor
    from identity.staff s join identity.staff_name n on n.id = s.id join identity.auth_user u on u.id = s.id, identity.organisation o where s.id = ${staffId}`.execute(
    tx.db,
  );
  return rows[0];
}
