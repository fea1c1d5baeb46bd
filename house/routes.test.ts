import { expect } from 'vitest';
import roles from '#content/roles.json' with { type: 'json' };
import { contexts } from '#server/main.ts';
import { newId } from '#server/platform/index.ts';
import { clinicTest as test, type Client } from '#testing/clinic.ts';

const routes = contexts.flatMap((context) => context.routes);
// Signing out ends the session that the rest of the test needs.
const asked = routes.filter(({ path, may }) => may !== 'public' && path !== '/auth/sign-out' && !path.startsWith('/me/sessions'));

async function call(client: Client, method: string, path: string): Promise<number> {
  const url = path.replaceAll(/:\w+/g, () => newId());
  const calls = {
    GET: () => client.get(url),
    POST: () => client.post(url, {}),
    PUT: () => client.put(url, {}),
    PATCH: () => client.patch(url, {}),
    DELETE: () => client.del(url),
  };
  return (await calls[method as keyof typeof calls]()).status;
}

test('each route answers exactly the roles whose permissions it asks for', { timeout: 180_000 }, async ({ clinic }) => {
  for (const { code, permissions } of roles.roles) {
    const client = await clinic.as(code as Parameters<typeof clinic.as>[0]);
    const wrong: string[] = [];
    for (const { method, path, may } of asked) {
      const allowed = may === 'signed-in' || permissions.includes(may);
      const status = await call(client, method, path);
      if (allowed === (status === 403)) wrong.push(`${code} ${method} ${path} answered ${status}`);
      if (status >= 500) wrong.push(`${code} ${method} ${path} failed with ${status}`);
    }
    expect(wrong).toEqual([]);
  }
});

test('whoever is not signed in is answered by no route but the public ones', async ({ clinic }) => {
  for (const { method, path } of asked) expect(await call(clinic.stranger, method, path), `${method} ${path}`).toBe(401);
});

test('every route has a permission', () => {
  expect(routes.filter(({ may }) => may === '')).toEqual([]);
  expect(routes.length).toBeGreaterThan(100);
});
