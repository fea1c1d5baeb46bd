import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { ProgramKind } from '#server/programs/levels-of-care/levels-of-care.contract.ts';
import type { SchedulingTables } from '../scheduling-tables.ts';
import { replaceAppointmentTypes } from './appointment-types.store.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'content', 'appointment-types.json');

const Content = z.object({
  version: z.string(),
  types: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      service: z.string(),
      minutes: z.int(),
      modality: z.enum(['in-person', 'video', 'audio']),
      isGroup: z.boolean().default(false),
      noteTemplate: z.string(),
      noteTemplates: z.partialRecord(ProgramKind, z.string()).default({}),
    }),
  ),
});

/** Loads the kinds of appointment from `content/` when the database holds another version; run at each start. */
export async function loadContent(db: Kysely<Record<never, never>>): Promise<void> {
  const { version, types } = Content.parse(JSON.parse(await readFile(file, 'utf8')));
  await replaceAppointmentTypes(db as unknown as Kysely<SchedulingTables>, version, types);
}
