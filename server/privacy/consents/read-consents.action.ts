import { action, files, NotFound, type Tx } from '#server/platform/index.ts';
import { consentPdf } from './consent-pdf.ts';
import { consentsOfPerson, signaturesOf, type Consent } from './consents.store.ts';
import { formText } from './form-text.rules.ts';
import { shownConsent } from './shown-consent.ts';
import { oneConsent, timeZoneOf } from './time-zone.store.ts';
import { validateConsent } from './validate-consent.rules.ts';

async function seen(tx: Tx, consentId: string): Promise<Consent> {
  const consent = await oneConsent(tx, consentId);
  tx.touch({ kind: 'consent', id: consentId, patientId: consent.patientId, programId: consent.programId });
  return consent;
}

/** Consents of a person that the actor's programs drew up: each with what it permits in one sentence. */
export const listConsents = action('consent.list', async (tx, { patientId }: { patientId: string }) => {
  const [consents, timeZone] = [await consentsOfPerson(tx, patientId), await timeZoneOf(tx)];
  tx.touch({ kind: 'consent', patientId });
  return { items: consents.map((consent) => shownConsent(consent, tx.now, timeZone)) };
});

/** One consent with its whole text, and what it still lacks. */
export const readConsent = action('consent.read', async (tx, { consentId }: { consentId: string }) => {
  const consent = await seen(tx, consentId);
  return {
    ...shownConsent(consent, tx.now, await timeZoneOf(tx)),
    text: formText(consent.form),
    language: consent.form.language,
    missing: [...validateConsent(consent.form, signaturesOf(consent.signatures))],
  };
});

/** The consent on paper, for signing or as the patient's copy (45 CFR 164.508(c)(4)). */
export const printConsent = action('consent.print', async (tx, { consentId }: { consentId: string }) => {
  const consent = await seen(tx, consentId);
  const body = await consentPdf(consent, await timeZoneOf(tx));
  return { contentType: 'application/pdf', fileName: `consent-${consentId}.pdf`, body, inline: true };
});

/** The scan of a consent that was signed on paper. */
export const showScan = action('consent.show-scan', async (tx, { consentId }: { consentId: string }) => {
  const consent = await seen(tx, consentId);
  if (consent.scanFileId === null) throw new NotFound('Scan');
  const scan = await files.get(tx, consent.scanFileId);
  return { contentType: scan.contentType, fileName: scan.name, body: scan.bytes, inline: true };
});
