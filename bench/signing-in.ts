import { hash, verify } from '@node-rs/argon2';
import type { BenchServer } from './bench-server.ts';
import { besideLimit, row, type Row } from './measure.ts';

/** A sign-in with address and password. Limit: the password hash alone, which is slow on purpose. */
export async function signIn({ call, raw, rounds }: BenchServer): Promise<Row[]> {
  const password = 'the ferry leaves at noon';
  const hashed = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const { rows } = await raw.query<{ id: string; email: string }>(`select u.id, u.email from identity.auth_user u join identity.staff_role r on r.staff_id = u.id
    where r.role_code = 'front-desk' order by u.email limit 1`);
  await raw.query(
    `insert into identity.auth_account (user_id, account_id, provider_id, password) values ($1::uuid, $1::text, 'credential', $2)
    on conflict (user_id, provider_id) do update set password = excluded.password`,
    [rows[0]?.id, hashed],
  );
  const { value, limit } = await besideLimit(
    Math.floor(rounds / 3),
    async () => {
      const { status, text } = await call('POST', '/api/auth/sign-in', { email: rows[0]?.email, password });
      if (status !== 200) throw new Error(`Sign-in answered ${status}: ${text}`);
    },
    () => verify(hashed, password),
  );
  return [row('sign-in p95', value, limit)];
}
