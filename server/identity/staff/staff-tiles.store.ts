import { sql, type RawBuilder } from 'kysely';
import { tileRows, type Tile, type TileRow } from '#server/platform/index.ts';

const credentialDays = 60;

/** Colleagues who meet a condition. */
function colleagues(where: RawBuilder<unknown>, what: RawBuilder<unknown>): RawBuilder<TileRow> {
  return tileRows(
    { id: sql`s.id`, who: sql`n.display_name`, what, opens: sql`'/administration/staff/' || s.id` },
    sql`from identity.staff s join identity.staff_name n on n.id = s.id join identity.auth_user u on u.id = s.id where s.active and ${where}`,
  );
}

const roles = sql`(select string_agg(r.name, ', ' order by r.name) from identity.staff_role held join identity.role r on r.code = held.role_code where held.staff_id = s.id)`;
const may = 'staff.read';

/** What home pages ask of the staff. */
export const staffTiles: readonly Tile[] = [
  {
    code: 'identity.credentials-ending',
    asks: 'Credentials that end',
    means: `Last credentials of active colleagues that have ended or end within ${credentialDays} days. Late: it has ended.`,
    may,
    rows: () =>
      tileRows(
        {
          id: sql`s.id`,
          who: sql`n.display_name`,
          what: sql`c.kind || ' ' || c.number`,
          day: sql`c.valid_to`,
          isLate: sql`c.valid_to < (select identity.today())`,
          opens: sql`'/administration/staff/' || s.id`,
        },
        sql`from identity.staff s join identity.staff_name n on n.id = s.id
          join lateral (select kind, number, valid_to from identity.staff_credential where staff_id = s.id order by valid_to desc nulls first, id desc limit 1) c on true
        where s.active and c.valid_to <= (select identity.today()) + ${credentialDays}::integer`,
      ),
  },
  {
    code: 'identity.without-second-factor',
    asks: 'Without a second factor',
    means: 'Active colleagues whose role asks for a second factor and who have neither an authenticator app nor a passkey.',
    may,
    rows: () =>
      colleagues(
        sql`not u.two_factor_enabled and not exists (select from identity.passkey where staff_id = s.id)
          and exists (select from identity.staff_role held join identity.role r on r.code = held.role_code and r.mfa_required where held.staff_id = s.id)`,
        roles,
      ),
  },
  {
    code: 'identity.never-signed-in',
    asks: 'Never signed in',
    means: 'Active colleagues who have no password yet: the link by mail was not used, or is over.',
    may,
    rows: () => colleagues(sql`not exists (select from identity.auth_account a where a.user_id = s.id and a.password is not null)`, roles),
  },
  {
    code: 'identity.without-program',
    asks: 'In no program',
    means: 'Active colleagues who work in no program today and therefore see no patient.',
    may,
    rows: () => colleagues(sql`not exists (select from identity.staff_membership m where m.staff_id = s.id)`, roles),
  },
];
