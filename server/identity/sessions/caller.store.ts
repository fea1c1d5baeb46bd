import type { Actor, ResolveCaller } from '#server/platform/index.ts';
import { cookieValue, sessionCookieName } from '../accounts/session-cookie.ts';

interface CallerRow {
  readonly session_id: string;
  readonly staff_id: string;
  readonly display_name: string;
  readonly roles: string[];
  readonly permissions: string[];
  readonly programs: string[];
  readonly owes: boolean;
}

// Activity is written at most every 20 seconds, so that a busy screen does not rewrite its session row; a session may end that much sooner.
const question = `
  with live as materialized (
    select s.id, s.user_id, s.second_factor_at, s.last_active_at
    from identity.auth_session s, identity.organisation o
    where s.token = $1 and s.ends_at > $2 and s.last_active_at > $2 - make_interval(mins => o.idle_minutes)
  ), extended as (
    update identity.auth_session s set last_active_at = $2
    from live where s.id = live.id and $3 and live.last_active_at < $2 - interval '20 seconds'
  ), held as materialized (
    select r.code, r.mfa_required from live join identity.staff_role sr on sr.staff_id = live.user_id join identity.role r on r.code = sr.role_code
  )
  select live.id as session_id, staff.id as staff_id, coalesce(staff.name_to_use, staff.given_name) || ' ' || staff.family_name as display_name,
    array(select code from held order by code) as roles,
    array(select distinct rp.permission_code from identity.role_permission rp where rp.role_code in (select code from held)) as permissions,
    array(select m.program_id::text from identity.program_membership m, identity.organisation o
      where m.staff_id = staff.id and m.valid_from <= ($2::timestamptz at time zone o.time_zone)::date
        and (m.valid_to is null or m.valid_to >= ($2::timestamptz at time zone o.time_zone)::date)) as programs,
    live.second_factor_at is null and exists (select from held where mfa_required) as owes
  from live join identity.staff on staff.id = live.user_id and staff.active`;

function actorOf(row: CallerRow): Actor {
  return {
    kind: 'staff',
    id: row.staff_id,
    name: row.display_name,
    roles: row.roles,
    // Nothing is reached before the second factor, whatever a route forgets to ask.
    permissions: new Set(row.owes ? [] : row.permissions),
    programIds: row.owes ? [] : row.programs,
    sessionId: row.session_id,
  };
}

/** The caller of a request, in one round trip: session, staff, roles, permissions and today's programs. Undefined without a live session. */
export const resolveCaller: ResolveCaller = async ({ database, clock }, headers) => {
  const token = cookieValue(headers['cookie'], sessionCookieName);
  if (token === undefined || token === '') return undefined;
  const isActivity = headers['mooring-activity'] !== 'none';
  const { rows } = await database.pool.query<CallerRow>({ name: 'identity.caller', text: question, values: [token, clock.now(), isActivity] });
  return rows[0] && { actor: actorOf(rows[0]), owesSecondFactor: rows[0].owes };
};
