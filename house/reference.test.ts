import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import roles from '#content/roles.json' with { type: 'json' };
import { referencePages } from '#launch/reference.ts';
import { contexts } from '#server/main.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'reference');

test('every error code, permission, event and setting is documented, and nothing else is (npm run docs:reference prints them)', () => {
  const pages = referencePages();
  expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].toSorted());
  for (const [name, text] of pages) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
});

test('roles hold only permissions that some context declares, and routes ask for no other', () => {
  const declared = new Set(contexts.flatMap(({ permissions }) => permissions.map(({ code }) => code)));
  const unknown = roles.roles.flatMap(({ code, permissions }) =>
    permissions.filter((permission) => !declared.has(permission)).map((permission) => `${code}: ${permission}`),
  );
  const asked = contexts.flatMap(({ routes }) =>
    routes.filter(({ may }) => !['public', 'signed-in'].includes(may) && !declared.has(may)).map(({ method, path, may }) => `${method} ${path}: ${may}`),
  );
  expect([...unknown, ...asked]).toEqual([]);
});

test('every job that hears an event hears one that somebody announces', () => {
  const announced = new Set(contexts.flatMap(({ events }) => events));
  const deaf = contexts.flatMap(({ jobs }) => jobs.flatMap(({ name, on }) => on.filter((event) => !announced.has(event)).map((event) => `${name} waits for ${event}`)));
  expect(deaf).toEqual([]);
});
