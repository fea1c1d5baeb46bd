import { request } from '@playwright/test';
import { startProduct } from './product.ts';
import { administrator, clinicNow } from './story.ts';

interface Items<Item> {
  readonly items: readonly Item[];
}

/** Around midnight no session of the day is over yet, or the day ends before the story does: then the clinic moves to where it is later. */
async function leaveMidnight(baseURL: string): Promise<void> {
  const { hour, minute } = clinicNow();
  if (hour >= 1 && hour * 60 + minute < 23 * 60 + 30) return;
  const timeZone = 'America/New_York';
  const api = await request.newContext({ baseURL });
  const personas = (await (await api.get('/api/demo/personas')).json()) as Items<{ staffId: string; displayName: string }>;
  await api.post('/api/demo/sign-in', { data: { staffId: personas.items.find(({ displayName }) => displayName === administrator)?.staffId } });
  const sites = (await (await api.get('/api/sites')).json()) as Items<{ id: string }>;
  for (const path of ['/api/organisation', ...sites.items.map(({ id }) => `/api/sites/${id}`)]) await api.patch(path, { data: { timeZone } });
  await api.dispose();
  process.env['E2E_ZONE'] = timeZone;
}

/** Starts one product with demo data for all days, and ends it after them. Tests find it in the environment; `E2E_URL` given beforehand is used as it stands. */
export default async function setUp(): Promise<() => Promise<void>> {
  if (process.env['E2E_URL']) return () => Promise.resolve();
  const product = await startProduct({ demo: true });
  process.env['E2E_URL'] = product.url;
  process.env['E2E_OUTSIDE_URL'] = product.outsideUrl;
  await leaveMidnight(product.url);
  return product.stop;
}
