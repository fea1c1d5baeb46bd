import { z } from 'zod';
import { job } from '#server/platform/index.ts';
import { reworkRemittance, workFile } from './work-file.action.ts';

/** Works a file that was kept. Acts for all programs: a payment covers patients of many, and is posted whole. */
export const workInboundFile = job('billing.work-inbound-file', { payload: z.object({ inboundFileId: z.uuid() }) }, (tx, payload) => workFile.within(tx, payload));

/** Tries a quarantined payment again. */
export const retryRemittance = job('billing.retry-remittance', { payload: z.object({ remittanceId: z.uuid() }) }, (tx, payload) => reworkRemittance.within(tx, payload));
