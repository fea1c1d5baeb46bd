import { centsOf, sumOf } from './money.ts';
import { adjustmentsOf } from './validation/check-other-payers.ts';
import { childOf, childrenOf, enclosing, loopsBelow, segmentIn, segmentsIn, textIn, type LoopInstance } from './validation/loop-instance.ts';
import { componentsOf, valueAt } from './x12/segment.ts';

/** A person or organisation as named on a claim. */
export interface Party {
  readonly family: string;
  readonly given: string;
  readonly id: string;
}

/** A service line as it was sent. Dates are CCYYMMDD. */
export interface SubmittedLine {
  /** Qualifier, code and modifiers: the composite of SV101, without a description. */
  readonly procedure: readonly string[];
  readonly chargedCents: number;
  readonly units: string;
  readonly from: string;
  readonly to: string;
  readonly reference: string;
  readonly authorization: string;
}

/** What an earlier payer decided, over all lines. */
export interface EarlierPayer {
  readonly payerId: string;
  readonly paidCents: number;
  readonly patientCents: number;
}

/** A claim as a payer reads it. */
export interface SubmittedClaim {
  readonly number: string;
  readonly chargedCents: number;
  readonly placeOfService: string;
  readonly frequency: string;
  readonly originalNumber: string;
  readonly authorization: string;
  readonly order: string;
  readonly filing: string;
  readonly payer: Party;
  readonly billing: Party & { readonly taxId: string };
  readonly subscriber: Party;
  readonly patient: Party;
  readonly isDependent: boolean;
  readonly rendering?: Party;
  readonly lines: readonly SubmittedLine[];
  readonly earlier: readonly EarlierPayer[];
}

function partyOf(loop: LoopInstance | undefined): Party {
  return { family: textIn(loop, 'NM1', 3), given: textIn(loop, 'NM1', 4), id: textIn(loop, 'NM1', 9) };
}

function reference(loop: LoopInstance | undefined, qualifier: string): string {
  const segment = segmentIn(loop, 'REF', qualifier);
  return segment === undefined ? '' : valueAt(segment, 2);
}

function lineOf(line: LoopInstance): SubmittedLine {
  const sv1 = segmentIn(line, 'SV1');
  const dtp = segmentIn(line, 'DTP', '472');
  const [from = '', to = from] = dtp === undefined ? [] : valueAt(dtp, 3).split('-');
  return {
    procedure: sv1 === undefined ? [] : componentsOf(sv1, 1).slice(0, 6),
    chargedCents: centsOf(textIn(line, 'SV1', 2)) ?? 0,
    units: textIn(line, 'SV1', 4),
    from,
    to,
    reference: reference(line, '6R'),
    authorization: reference(line, 'G1'),
  };
}

function earlierOf(claim: LoopInstance): readonly EarlierPayer[] {
  return childrenOf(claim, '2320').map((other) => {
    const payerId = textIn(childOf(other, '2330B'), 'NM1', 9);
    const told = childrenOf(claim, '2400').flatMap((line) => childrenOf(line, '2430').filter((one) => textIn(one, 'SVD', 1) === payerId));
    const paid = segmentIn(other, 'AMT', 'D');
    const patient = adjustmentsOf([other, ...told].flatMap((loop) => segmentsIn(loop, 'CAS', 'PR')));
    return { payerId, paidCents: paid === undefined ? 0 : sumOf([valueAt(paid, 2)]), patientCents: patient };
  });
}

function peopleOf(claim: LoopInstance): Pick<SubmittedClaim, 'payer' | 'billing' | 'subscriber' | 'patient' | 'isDependent'> {
  const billing = childOf(enclosing(claim, '2000A'), '2010AA');
  const level = enclosing(claim, '2000B');
  const patientLevel = enclosing(claim, '2000C');
  const subscriber = partyOf(childOf(level, '2010BA'));
  const patient = patientLevel === undefined ? subscriber : { ...partyOf(childOf(patientLevel, '2010CA')), id: subscriber.id };
  const taxId = reference(billing, 'EI') || reference(billing, 'SY');
  return { payer: partyOf(childOf(level, '2010BB')), billing: { ...partyOf(billing), taxId }, subscriber, patient, isDependent: patientLevel !== undefined };
}

function claimOf(claim: LoopInstance): SubmittedClaim {
  const sbr = enclosing(claim, '2000B');
  const rendering = childOf(claim, '2310B');
  return {
    number: textIn(claim, 'CLM', 1),
    chargedCents: centsOf(textIn(claim, 'CLM', 2)) ?? 0,
    placeOfService: textIn(claim, 'CLM', 5, 1),
    frequency: textIn(claim, 'CLM', 5, 3),
    originalNumber: reference(claim, 'F8'),
    authorization: reference(claim, 'G1'),
    order: textIn(sbr, 'SBR', 1),
    filing: textIn(sbr, 'SBR', 9),
    ...peopleOf(claim),
    ...(rendering !== undefined && { rendering: partyOf(rendering) }),
    lines: childrenOf(claim, '2400').map(lineOf),
    earlier: earlierOf(claim),
  };
}

/** A claim with the loop 2300 that it was read from. */
export interface ReadClaim {
  readonly claim: SubmittedClaim;
  readonly loop: LoopInstance;
}

/** The claims of a transaction set, in order. */
export function claimsIn(root: LoopInstance): readonly ReadClaim[] {
  return [...loopsBelow(root, '2300')].map((loop) => ({ claim: claimOf(loop), loop }));
}
