import type { Page } from 'playwright-core';

/** A running demo, of which pictures are taken. */
export const base = `http://localhost:${process.env['PORT'] ?? 8080}`;

/** Steps in as one of the people of the demo, by name. */
export async function stepIn(page: Page, name: string): Promise<void> {
  const personas = (await (await page.request.get(`${base}/api/demo/personas`)).json()) as { items: { staffId: string; displayName: string }[] };
  const persona = personas.items.find(({ displayName }) => displayName === name);
  await page.request.post(`${base}/api/demo/sign-in`, { data: { staffId: persona?.staffId } });
}
