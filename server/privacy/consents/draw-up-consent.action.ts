import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { action, newId, NotFound, refuseIf } from '#server/platform/index.ts';
import { formVersion } from './consent-form.ts';
import type { DrawUpConsent } from './consents.contract.ts';
import { insertDraft, lockConsent, namesFor, setState } from './consents.store.ts';
import { drawnUp } from './drawn-up.rules.ts';
import { formText } from './form-text.rules.ts';
import { validateConsent } from './validate-consent.rules.ts';

const atSignature = new Set(['signature', 'date']);

/** Draws a consent up, ready to be read and signed. Throws `Refused` with every element that is missing (42 CFR 2.31(a)-(d); 45 CFR 164.508(c)). */
export const drawUpConsent = action('consent.draw-up', async (tx, { patientId, ...asked }: z.output<typeof DrawUpConsent> & { patientId: string }) => {
  if (!tx.actor.programIds.includes(asked.programId) || tx.actor.id === null) throw new NotFound('Program');
  const form = drawnUp(asked, await namesFor(tx, patientId, asked.programId));
  const missing = validateConsent(form, []).filter(({ id }) => !atSignature.has(id));
  refuseIf(
    [...new Map(missing.map((element) => [element.id, element])).values()].map(({ id, says, citation }) => ({
      code: `consent.${id}`,
      says: `${says} (${citation})`,
      at: id,
    })),
  );
  if (asked.supersedes !== undefined) await lockConsent(tx, asked.supersedes);
  const id = asked.id ?? newId<'Consent'>();
  const formDigest = createHash('sha256')
    .update(JSON.stringify(formText(form)))
    .digest('hex');
  await insertDraft(tx, { id, patientId, programId: asked.programId, form, formVersion, formDigest, supersedes: asked.supersedes ?? null, drawnUpBy: tx.actor.id });
  tx.touch({ kind: 'consent', id, patientId, programId: asked.programId, details: { kind: asked.kind } });
  return { id };
});

/** Puts a consent aside that nobody signed. */
export const discardConsent = action('consent.discard', async (tx, { consentId }: { consentId: string }) => {
  const consent = await lockConsent(tx, consentId);
  refuseIf(consent.state === 'draft' ? [] : [{ code: 'consent.signed', says: 'It is signed: it can be revoked in writing, not put aside.', at: 'state' }], 409);
  await setState(tx, consentId, 'discarded');
  tx.touch({ kind: 'consent', id: consentId, patientId: consent.patientId, programId: consent.programId });
});
