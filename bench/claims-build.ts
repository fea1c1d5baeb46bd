import type { BenchServer } from './bench-server.ts';
import { claimsMeasured, connectClearinghouse, prepareCharges } from './billing-material.ts';
import { copyLimit } from './copy-limit.ts';
import { elapsed, row, type Row } from './measure.ts';

/**
 * The biller presses Send: claims are built of all ready charges, judged by the guide, numbered, written into a sealed 837 file and queued
 * for the clearinghouse, each with its story and all in one audit entry. Limit: a plain COPY of the rows of claims and stories.
 */
export async function claimsBuild(server: BenchServer): Promise<Row[]> {
  const { as, raw } = server;
  await connectClearinghouse(server);
  const biller = await as('biller');
  // Whatever the demo has ready goes first, so that what is measured is one batch of exactly so many.
  await biller.json('POST', '/claims/submissions');
  await prepareCharges(server, claimsMeasured);
  let sent = { batchId: '', claims: 0 };
  const value = await elapsed(async () => {
    sent = await biller.json('POST', '/claims/submissions');
  });
  if (sent.claims !== claimsMeasured) throw new Error(`${sent.claims} of ${claimsMeasured} claims were built`);
  const ofBatch = `batch_id = '${sent.batchId}'`;
  const limit = await copyLimit(raw, [
    { table: 'billing.claim', where: ofBatch },
    { table: 'billing.claim_event', where: `claim_id in (select id from billing.claim where ${ofBatch})` },
  ]);
  return [row(`claims build ${claimsMeasured}`, value, limit, { target: 10_000 })];
}
