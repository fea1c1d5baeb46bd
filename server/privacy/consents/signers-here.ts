import type { Obstacle, Tx } from '#server/platform/index.ts';
import { part2Among } from '../access/access.store.ts';
import type { ConsentFacts, ConsentSigner } from '../decision/facts.ts';
import { readFacts } from '../decision/facts-file.ts';
import { ask } from '../decision/question.rules.ts';
import { reasons } from '../decision/reasons.ts';
import type { RecordFacts } from '../decision/request.ts';
import { signatureFault } from '../decision/signers.rules.ts';
import { patientsToRelease, placesOf, seat } from '../gate/release-facts.store.ts';
import { rulesFor } from '../jurisdictions/rules-for.ts';
import type { Consent } from './consents.store.ts';

/** A record of the program as the consent will be asked about it. */
function recordOf({ programId }: Consent, part2: boolean): RecordFacts {
  const made = {
    originatorId: null,
    date: null,
    origin: { kind: 'made-here' },
    encounterId: null,
    deidentified: false,
    minorConsentedAlone: false,
    references: [],
  } as const;
  return { id: 'asked', class: 'document', programId, part2: part2 ? 'yes' : 'no', labels: [], ...made };
}

function signedNow({ id, kind, form }: Consent, signers: readonly ConsentSigner[], at: Temporal.Instant): ConsentFacts {
  const [signer = 'patient', ...cosigners] = signers;
  const scope = { classes: form.classes, excludedLabels: form.excludedLabels, from: form.from, to: form.to };
  const plain = { revokedAt: null, irrevocableUntil: null, missingElements: [], supersedes: null, fundraisingOptOutOffered: false, expiry: { kind: 'none' } } as const;
  return { id, kind, disclosers: [], recipients: [], purposes: form.purposes, scope, signedAt: at, signer, cosigners, ...plain };
}

/**
 * Why these people may not sign this consent today, by the law of the place where the program treats (42 CFR 2.14, 2.15, 2.31(a)(8); ages in
 * content/jurisdictions). The decision asks the same again at each release, for a birthday may have come between.
 */
export async function obstaclesToSigners(tx: Tx, consent: Consent, signers: readonly ConsentSigner[]): Promise<readonly Obstacle[]> {
  const patient = (await patientsToRelease(tx, [consent.patientId])).get(consent.patientId);
  if (!patient || signers.length === 0) return [];
  const place = (await placesOf(tx, [consent.programId])).get(consent.programId) ?? (await seat(tx));
  const nobody = readFacts({
    at: tx.now.toString(),
    timeZone: place.timeZone,
    purpose: 'TREAT',
    actor: { kind: 'system', id: null },
    patient: { id: 'x', birthDate: '2000-01-01' },
    records: [],
  });
  const signed = signedNow(consent, signers, tx.now);
  const record = recordOf(consent, (await part2Among(tx, [consent.programId])).has(consent.programId));
  const faults = consent.form.purposes.flatMap((purpose) => {
    const question = ask({ ...nobody, purpose, patient, rules: rulesFor(place.state) });
    return signatureFault(question, record, signed) ?? [];
  });
  return [...new Set(faults)].map((code) => ({ code: 'consent.signer', says: `${reasons[code].says} (${reasons[code].citation})`, at: 'signatures.0.signer' }));
}
