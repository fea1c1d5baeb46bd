import type { z } from 'zod';
import { action, Refused, type Tx } from '#server/platform/index.ts';
import type { RevokeConsent } from './consents.contract.ts';
import { keepEvent, keepRevocation, lockConsent, type Consent } from './consents.store.ts';

async function standing(tx: Tx, consentId: string): Promise<Consent> {
  const consent = await lockConsent(tx, consentId);
  if (consent.state !== 'active') throw new Refused('consent.not-active', { code: 'consent.not-active', says: 'This consent no longer stands.', at: 'state' }, 409);
  return consent;
}

/**
 * Takes a consent back in writing, at once: what is queued stops, what went before stands (42 CFR 2.31(a)(6), (c)(3)).
 * For a criminal-justice consent the writing is kept too; the decision holds it back until the named event (42 CFR 2.35(c)).
 */
export const revokeConsent = action('consent.revoke', async (tx, { consentId, how, words }: z.output<typeof RevokeConsent> & { consentId: string }) => {
  const consent = await standing(tx, consentId);
  await keepRevocation(tx, consentId, { how, words, recordedBy: tx.actor.name });
  tx.touch({ kind: 'consent', id: consentId, patientId: consent.patientId, programId: consent.programId, details: { how } });
  await tx.record({ name: 'consent.revoked', payload: { consentId, patientId: consent.patientId } });
});

/** Records that the event came which ends a consent (42 CFR 2.31(a)(7)). */
export const recordEnd = action('consent.record-end', async (tx, { consentId }: { consentId: string }) => {
  const consent = await standing(tx, consentId);
  const kind = consent.form.expiry?.kind;
  if (kind !== 'event' && kind !== 'end-of-treatment') {
    throw new Refused('consent.no-event', { code: 'consent.no-event', says: 'This consent ends by its date or not at all. It can be revoked in writing.', at: 'expiry' });
  }
  await keepEvent(tx, consentId);
  tx.touch({ kind: 'consent', id: consentId, patientId: consent.patientId, programId: consent.programId });
  await tx.record({ name: 'consent.revoked', payload: { consentId, patientId: consent.patientId } });
});
