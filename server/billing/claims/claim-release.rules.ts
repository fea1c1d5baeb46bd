import type { Decision, ReleaseRequest } from '#server/privacy/index.ts';
import type { Hold } from '../charges/charge.ts';
import type { ClaimToRelease } from './claim-to-release.ts';

/** A claim as something that leaves: to the plan, for payment, with the least that a claim needs. The plan is a party under the payer's id. */
export function claimRequest(claim: ClaimToRelease): ReleaseRequest {
  return {
    patientId: claim.patientId,
    partyId: claim.payerId,
    purpose: 'HPAYMT',
    channel: 'claim',
    what: `Claim ${claim.number ?? ''} for services of ${claim.servedOn.toString()}`.replace('  ', ' '),
    records: [
      {
        id: claim.id,
        class: 'claim',
        programId: claim.programId,
        part2: claim.labels.includes('part2') ? 'yes' : 'no',
        labels: claim.labels,
        originatorId: null,
        date: claim.servedOn,
        origin: { kind: 'made-here' },
        encounterId: claim.noteId,
        deidentified: false,
        minorConsentedAlone: false,
        references: [],
      },
    ],
  };
}

/** Why a claim stays, in words for the biller: what to do, and nothing of the record. */
export function holdOf({ payerName }: ClaimToRelease, { reason, says }: Pick<Decision, 'reason' | 'says'>): Hold {
  if (reason === 'SELF_PAY')
    return { code: 'privacy.self-pay', says: `Paid in full by the patient, who asked that ${payerName} not hear of it. Bill the patient; this never goes to the plan.` };
  if (reason === 'NO_CONSENT')
    return {
      code: 'privacy.no-consent',
      says: `No signed consent lets this program tell ${payerName} of the service. Ask the front desk to offer the consent for treatment, payment and operations; then check again.`,
    };
  if (reason === 'REVOKED')
    return { code: 'privacy.consent-revoked', says: `The patient revoked the consent to tell ${payerName}. Bill the patient, or ask for a new consent.` };
  return { code: 'privacy.may-not-leave', says: `This may not go to ${payerName}: ${says} Ask the privacy officer.` };
}

type Served = Pick<ClaimToRelease, 'patientId' | 'chargeId'> & { readonly servedOn: Temporal.PlainDate };

/** A patient on a day, as a key. */
export const patientDay = ({ patientId, servedOn }: Pick<Served, 'patientId' | 'servedOn'>): string => `${patientId} ${servedOn.toString()}`;

/** Days on which a patient paid for a service that the plan must not hear of: a sum told with another service of the day would tell of it (45 CFR 164.522(a)(1)(vi)). */
export function daysPaidInSilence(charges: readonly Served[], held: ReadonlyMap<string, Pick<Hold, 'code'>>): ReadonlySet<string> {
  return new Set(charges.filter(({ chargeId }) => held.get(chargeId)?.code === 'privacy.self-pay').map(patientDay));
}
