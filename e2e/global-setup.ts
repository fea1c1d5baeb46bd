import { startProduct } from './product.ts';

/** Starts one product with demo data for all days, and ends it after them. Tests find it in the environment; `E2E_URL` given beforehand is used as it stands. */
export default async function setUp(): Promise<() => Promise<void>> {
  if (process.env['E2E_URL']) return () => Promise.resolve();
  const product = await startProduct({ demo: true });
  process.env['E2E_URL'] = product.url;
  process.env['E2E_OUTSIDE_URL'] = product.outsideUrl;
  return product.stop;
}
