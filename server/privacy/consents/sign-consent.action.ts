import type { z } from 'zod';
import { action, files, Refused, refuseIf, type Tx, type Upload } from '#server/platform/index.ts';
import type { PaperSignature, SignConsent } from './consents.contract.ts';
import { keepSignatures, lockConsent, setState, signaturesOf, type Consent, type KeptSignature } from './consents.store.ts';
import { obstaclesToSigners } from './signers-here.ts';
import { validateConsent } from './validate-consent.rules.ts';

async function sign(tx: Tx, consent: Consent, signatures: readonly KeptSignature[], scanFileId: string | null): Promise<void> {
  const missing = validateConsent(consent.form, signaturesOf(signatures));
  refuseIf([
    ...missing.map(({ id, says, citation }) => ({ code: `consent.${id}`, says: `${says} (${citation})`, at: id })),
    ...(await obstaclesToSigners(
      tx,
      consent,
      signatures.map(({ signer }) => signer),
    )),
  ]);
  await keepSignatures(tx, consent.id, signatures, scanFileId);
  if (consent.supersedes !== null) {
    const before = await lockConsent(tx, consent.supersedes);
    if (before.state === 'active') await setState(tx, before.id, 'superseded');
  }
  tx.touch({ kind: 'consent', id: consent.id, patientId: consent.patientId, programId: consent.programId, details: { signers: signatures.length } });
  await tx.record({ name: 'consent.signed', payload: { consentId: consent.id, patientId: consent.patientId } });
}

async function unsigned(tx: Tx, consentId: string): Promise<Consent> {
  const consent = await lockConsent(tx, consentId);
  if (consent.state !== 'draft') throw new Refused('consent.signed', { code: 'consent.signed', says: 'This consent is signed already.', at: 'state' }, 409);
  return consent;
}

/** Signs on this screen: by pen or by the typed name, with date and time (42 CFR 2.31(a)(8)-(9)). */
export const signConsent = action('consent.sign', async (tx, { consentId, signatures }: z.output<typeof SignConsent> & { consentId: string }) => {
  const at = tx.now.toString();
  await sign(
    tx,
    await unsigned(tx, consentId),
    signatures.map((signature) => ({ ...signature, at, method: 'screen' })),
    null,
  );
});

/** Takes in a consent signed on paper, with its scan. */
export const keepPaperConsent = action(
  'consent.keep-paper',
  async (tx, { consentId, signer, name, file }: z.output<typeof PaperSignature> & { consentId: string } & Upload) => {
    const consent = await unsigned(tx, consentId);
    const { patientId, programId } = consent;
    const { bytes, contentType } = file;
    const isReadable = contentType === 'application/pdf' || contentType.startsWith('image/');
    refuseIf(isReadable && bytes.length > 0 ? [] : [{ code: 'consent.scan-unreadable', says: 'Hand in the scan as PDF or picture.', at: 'file' }]);
    const scan = await files.put(tx, { bytes, name: `consent-${consentId}`, contentType, permission: 'consent.read', patientId, programId });
    await sign(tx, consent, [{ signer, name, at: tx.now.toString(), method: 'paper', drawing: null }], scan);
  },
);
