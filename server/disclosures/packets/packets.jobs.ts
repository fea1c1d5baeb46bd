import { z } from 'zod';
import { job, longJob } from '#server/platform/index.ts';
import { sendPacket, stopQueued } from './send-packet.action.ts';

/** Sends one packet; tried again while the mail server or its agreement is missing. */
export const sendQueuedPacket = longJob('disclosures.send', { payload: z.object({ packetId: z.uuid() }) }, (outside, payload) =>
  outside.transaction('packet.send', (tx) => sendPacket.within(tx, payload)),
);

/** A revocation, or a consent that takes the place of another, stops what waits, at once. Sending would stop it as well. */
export const stopOnRevocation = job(
  'disclosures.stop-revoked',
  { on: ['consent.revoked', 'consent.signed'], payload: z.object({ patientId: z.uuid() }) },
  (tx, payload) => stopQueued.within(tx, payload),
);
