import { randomUUID } from 'node:crypto';
import { become, expect, type Page } from './persona.ts';
import { administrator } from './story.ts';

export const director = 'Ruth Weber';
export const bedName = 'K1';
export const [house, day, evening, practice] = ['Cedar House Residential', 'Partial Hospital Program', 'Recovery IOP', 'Outpatient Therapy'] as const;

/** Asks the server as whoever is signed in at the page; fails with its answer. */
export async function asked<Reply>(page: Page, method: 'get' | 'post' | 'put' | 'patch', path: string, data?: object): Promise<Reply> {
  const reply = await page.request[method](`/api${path}`, data ? { data } : {});
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  return (reply.status() === 204 ? undefined : await reply.json()) as Reply;
}

export interface Items<Item> {
  readonly items: readonly Item[];
}

/** A unit of the house with a room of one bed, of which no other run knows. */
export async function openUnit(page: Page): Promise<{ unit: string; bedId: string }> {
  await become(page, administrator);
  const programs = await asked<Items<{ id: string; name: string }>>(page, 'get', '/programs');
  const unit = { id: randomUUID(), name: `Keel ${randomUUID().replaceAll(/[^a-f]/g, '')}` };
  await asked(page, 'post', '/residence/units', { ...unit, programId: programs.items.find(({ name }) => name === house)?.id });
  const bedId = randomUUID();
  await asked(page, 'post', `/residence/units/${unit.id}/rooms`, { id: randomUUID(), name: 'Keel room', beds: [{ id: bedId, name: bedName }] });
  await become(page, director);
  return { unit: unit.name, bedId };
}
