import { randomInt, randomUUID } from 'node:crypto';
import type { Page } from './persona.ts';

/** The id of a program by its name. */
export async function programNamed(page: Page, name: string): Promise<string> {
  const programs = (await (await page.request.get('/api/programs')).json()) as { items: { id: string; name: string }[] };
  return programs.items.find((program) => program.name === name)?.id ?? '';
}

/** Somebody new in the program, whom no other run has seen. */
export async function somebodyNew(page: Page, programName = 'Outpatient Therapy'): Promise<string> {
  const born = Temporal.PlainDate.from('1950-01-01').add({ days: randomInt(18_000) });
  const family = `Fenn${randomUUID().replaceAll(/[^a-f]/g, '')}`;
  const programId = await programNamed(page, programName);
  const made = await page.request.post('/api/patients', { data: { givenName: 'Odile', familyName: family, birthDate: born.toString(), programId } });
  return ((await made.json()) as { id: string }).id;
}
