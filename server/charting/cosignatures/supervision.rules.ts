import type { Obstacle } from '#server/platform/index.ts';
import type { Attestation, SupervisionRule } from './supervision.ts';

/** What decides whether a note needs a second signature. `payer` is X12 SBR09 of who pays; null while nobody has asked. */
export interface SignedService {
  readonly credential: string | null;
  readonly payer: string | null;
  readonly on: Temporal.PlainDate;
}

function holdsOn({ validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null }, on: Temporal.PlainDate): boolean {
  return validFrom <= on.toString() && (validTo === null || on.toString() <= validTo);
}

/** The rule by which this service needs a co-signature; undefined when it needs none. Rules with payers hold for those payers only. */
export function cosignatureRule(rules: readonly SupervisionRule[], { credential, payer, on }: SignedService): SupervisionRule | undefined {
  if (credential === null) return undefined;
  return rules.find(
    (rule) => holdsOn(rule, on) && rule.credentials.includes(credential) && (rule.payers === undefined || (payer !== null && rule.payers.includes(payer))),
  );
}

/** Who would co-sign. */
export interface Cosigner {
  readonly id: string;
  readonly credential: string | null;
}

/** What stands between a note that awaits its co-signature and this signature. */
export function obstaclesToCosigning(rule: SupervisionRule, authorId: string, cosigner: Cosigner, attested: readonly string[]): Obstacle[] {
  const found: Obstacle[] = [];
  if (cosigner.id === authorId) found.push({ code: 'cosignature.own-note', says: 'Nobody co-signs a note of their own. It waits for your supervisor.', at: 'noteId' });
  else if (cosigner.credential === null || !rule.supervisors.includes(cosigner.credential))
    found.push({ code: 'cosignature.not-qualified', says: `${rule.says} Your credential on file is ${cosigner.credential ?? 'none'}.`, at: 'noteId' });
  if (rule.attestations.some((wanted) => !attested.includes(wanted)))
    found.push({ code: 'cosignature.not-attested', says: 'Confirm each statement that goes with this signature.', at: 'attestations' });
  return found;
}

/** The statements of these ids that this side may make on that day, in words as they are sealed. */
export function statements(
  all: readonly Attestation[],
  by: Attestation['by'],
  ids: readonly string[],
  on: Temporal.PlainDate,
): readonly { readonly id: string; readonly words: string }[] {
  return all.filter((each) => each.by === by && ids.includes(each.id) && holdsOn(each, on)).map(({ id, words }) => ({ id, words }));
}

/** Whether a note that nobody in particular was asked to co-sign may be co-signed with this credential. */
export function cosignaturesOpenTo(rules: readonly SupervisionRule[], ruleId: string, credential: string | null): boolean {
  return credential !== null && (rules.find(({ id }) => id === ruleId)?.supervisors.includes(credential) ?? false);
}
