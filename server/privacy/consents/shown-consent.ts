import type { Consent } from './consents.store.ts';
import { expiryText, inOneSentence } from './form-text.rules.ts';
import { isOver } from './validate-consent.rules.ts';

function stateOf({ state, form, signedAt }: Consent, at: Temporal.Instant, timeZone: string) {
  if (state === 'discarded') return 'draft' as const;
  if (state === 'active' && signedAt !== null && form.expiry !== null && isOver(form.expiry, at, timeZone)) return 'expired' as const;
  return state;
}

/** A consent as a line of the chart: what it permits in one sentence, until when, who signed. */
export function shownConsent(consent: Consent, at: Temporal.Instant, timeZone: string) {
  const { id, programId, kind, form, signatures, signedAt, drawnUpAt, revokedAt, revocation, scanFileId } = consent;
  return {
    id,
    programId,
    kind,
    state: stateOf(consent, at, timeZone),
    says: inOneSentence(form),
    until: expiryText(form.expiry, 'en'),
    signedBy: signatures.map(({ name }) => name).join(', '),
    signedAt,
    drawnUpAt,
    revokedAt,
    revocation: revocation?.words ?? null,
    hasScan: scanFileId !== null,
    endsByEvent: form.expiry?.kind === 'event' && form.expiry.happenedAt === null ? form.expiry.event : null,
    irrevocableUntil: form.irrevocableUntil,
  };
}
