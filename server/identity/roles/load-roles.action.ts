import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { storeRoles } from './roles.store.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'content', 'roles.json');

const Content = z.object({
  permissions: z.array(z.object({ code: z.string(), says: z.string() })),
  roles: z.array(z.object({ code: z.string(), name: z.string(), isClinical: z.boolean(), mfaRequired: z.boolean(), permissions: z.array(z.string()) })),
});

/** Loads roles and permissions from `content/roles.json`; run at each start. What the organisation took from a role stays taken. */
export async function loadRoles(db: Kysely<Record<never, never>>): Promise<void> {
  await storeRoles(db, Content.parse(JSON.parse(await readFile(file, 'utf8'))));
}
