import fc from 'fast-check';
import { addCents, cents } from '#server/platform/index.ts';
import {
  dependentRelationships,
  filingIndicators,
  type Adjustment,
  type ClaimSubject,
  type LineAdjudication,
  type OtherPayer,
  type PayerSequence,
  type Plan,
  type ProfessionalBatch,
  type ProfessionalClaim,
  type ProfessionalLine,
} from '../index.ts';
import { present } from '../syntax/present.ts';
import { address, billingProvider, day, demographics, facility, identifier, personName, plainPerson, provider, word } from './arbitrary-parties.ts';

const perhaps = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });
const amount = fc.integer({ min: 1, max: 2_000_000 }).map(cents);
const reasons = fc.constantFrom('45', '253', '1', '2', '3', '23', '97', 'A1', 'B7');

/** Adjustments in the order in which CAS gathers them, within five segments. */
const adjustments: fc.Arbitrary<Adjustment[]> = fc
  .tuple(
    ...(
      [
        ['CO', 7],
        ['PR', 7],
        ['OA', 3],
      ] as const
    ).map(([group, most]) =>
      fc.array(
        fc
          .record({
            group: fc.constant(group),
            reason: reasons,
            amount: fc.oneof(
              amount,
              amount.map((some) => cents(0 - some)),
            ),
            quantity: perhaps(fc.integer({ min: 1, max: 9 })),
          })
          .map(present),
        { maxLength: most },
      ),
    ),
  )
  .map((groups) => groups.flat());

const procedure = fc
  .record({
    code: fc.stringMatching(/^[A-Z0-9]{5}$/),
    modifiers: fc.array(fc.stringMatching(/^[A-Z0-9]{2}$/), { maxLength: 4 }),
    description: perhaps(word),
  })
  .map(present);

const planParts = fc.record({
  filingIndicator: fc.constantFrom(...filingIndicators),
  group: fc.constantFrom('number', 'name', 'none'),
  text: identifier,
  reason: fc.constantFrom('12', '43'),
});

/** A plan in its place: Medicare says why when it is not the first payer. */
function planIn(sequence: PayerSequence, { filingIndicator, group, text, reason }: typeof planParts extends fc.Arbitrary<infer Parts> ? Parts : never): Plan {
  const isLaterMedicare = ['MA', 'MB'].includes(filingIndicator) && sequence !== 'P';
  return present({
    sequence,
    filingIndicator,
    groupNumber: group === 'number' ? text : undefined,
    groupName: group === 'name' ? text : undefined,
    medicareSecondaryReason: isLaterMedicare ? reason : undefined,
  });
}

const subscriber = fc.record({ name: personName, memberId: identifier });
const subject: fc.Arbitrary<ClaimSubject> = fc.oneof(
  fc.tuple(subscriber, demographics).map(([who, more]) => ({ patientIs: 'subscriber' as const, subscriber: { ...who, ...more } })),
  fc
    .record({ who: subscriber, more: perhaps(demographics), name: personName, patient: demographics, relationship: fc.constantFrom(...dependentRelationships) })
    .map(({ who, more, name, patient, relationship }) => ({
      patientIs: 'dependent' as const,
      subscriber: { ...who, ...more },
      patient: { ...patient, name, relationship },
    })),
);

/** A line whose charge each of the payers explains to the cent. */
const lineFor = (payerIds: readonly string[], diagnoses: number): fc.Arbitrary<Omit<ProfessionalLine, 'lineNumber'>> =>
  fc
    .record({
      procedure,
      charge: amount,
      units: fc.integer({ min: 1, max: 9_999_999 }).map((thousandths) => thousandths / 1000),
      unit: fc.constantFrom('UN' as const, 'MJ' as const),
      placeOfService: perhaps(fc.constantFrom('11', '53')),
      diagnosisPointers: fc.uniqueArray(fc.integer({ min: 1, max: diagnoses }), { minLength: 1, maxLength: 4 }),
      servedOn: day,
      span: perhaps(fc.integer({ min: 1, max: 20 })),
      note: perhaps(word),
      drug: perhaps(
        fc.record({
          ndc: fc.stringMatching(/^\d{11}$/),
          quantity: fc.integer({ min: 1, max: 99_999 }).map((n) => n / 1000),
          unit: fc.constantFrom('UN' as const, 'ML' as const),
        }),
      ),
      judged: fc.array(fc.record({ adjustments, adjudicatedOn: day, remainingPatientLiability: perhaps(amount) }), {
        minLength: payerIds.length,
        maxLength: payerIds.length,
      }),
    })
    .map(({ span, judged, ...line }) => {
      const adjudications: LineAdjudication[] = judged.map((one, place) =>
        present({
          payerId: payerIds[place] ?? '',
          procedure: line.procedure,
          units: line.units,
          ...one,
          paid: cents(line.charge - addCents(...one.adjustments.map((adjustment) => adjustment.amount))),
        }),
      );
      return present({ ...line, servedThrough: span === undefined ? undefined : line.servedOn.add({ days: span }), adjudications });
    });

interface Skeleton {
  readonly payerIds: readonly string[];
  readonly diagnoses: readonly string[];
}

const skeleton: fc.Arbitrary<Skeleton> = fc.record({
  payerIds: fc.uniqueArray(fc.stringMatching(/^[A-Z0-9]{5}$/), { maxLength: 2 }),
  diagnoses: fc.uniqueArray(fc.stringMatching(/^[A-Z]\d[A-Z0-9]{2,5}$/), { minLength: 1, maxLength: 12 }),
});

const otherPayerParts = fc.record({
  plan: planParts,
  relationship: fc.constantFrom('18' as const, ...dependentRelationships),
  who: subscriber,
  at: perhaps(address),
  name: word,
  payerAddress: perhaps(address),
  benefitsAssigned: fc.constantFrom('Y' as const, 'N' as const, 'W' as const),
  releaseOfInformation: fc.constantFrom('Y' as const, 'I' as const),
  payerClaimNumber: perhaps(identifier),
});

const otherPayers = (payerIds: readonly string[]) => fc.tuple(...payerIds.map(() => otherPayerParts));

function otherPayerOf(
  parts: typeof otherPayerParts extends fc.Arbitrary<infer Parts> ? Parts : never,
  place: number,
  id: string,
  lines: readonly ProfessionalLine[],
): OtherPayer {
  const { plan: of, who, at, name, payerAddress, ...rest } = parts;
  const paid = addCents(...lines.flatMap(({ adjudications }) => adjudications.filter(({ payerId }) => payerId === id).map((judged) => judged.paid)));
  return present({
    ...planIn(place === 0 ? 'P' : 'S', of),
    ...rest,
    subscriber: present({ ...who, address: at }),
    payer: present({ name, id, address: payerAddress }),
    adjustments: [],
    paid,
  });
}

const header = fc.record({
  claimNumber: fc.stringMatching(/^[A-Z0-9]{1,20}$/),
  billingProvider,
  plan: planParts,
  payer: fc.record({ name: word, id: identifier }),
  subject,
  placeOfService: fc.constantFrom('11', '10', '02', '58'),
  frequency: fc.constantFrom('1' as const, '7' as const, '8' as const),
  number: identifier,
  assignment: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
  benefitsAssigned: fc.constantFrom('Y' as const, 'N' as const, 'W' as const),
  releaseOfInformation: fc.constantFrom('Y' as const, 'I' as const),
  dates: fc.uniqueArray(fc.record({ kind: fc.constantFrom('onset' as const, 'initial-treatment' as const, 'admission' as const), on: day }), {
    selector: ({ kind }) => kind,
    maxLength: 3,
  }),
  patientPaid: perhaps(amount),
  priorAuthorization: perhaps(identifier),
  referralNumber: perhaps(identifier),
  medicalRecordNumber: perhaps(identifier),
  clearinghouseNumber: perhaps(identifier),
  cliaNumber: perhaps(identifier),
  note: perhaps(fc.record({ kind: fc.constantFrom('ADD' as const, 'DGN' as const), text: word })),
  rendering: perhaps(provider),
  supervising: perhaps(plainPerson),
  referring: perhaps(plainPerson),
  serviceFacility: perhaps(facility),
});

/** Claims that the guide allows, in the letters in which they come back. */
export const arbitraryClaim: fc.Arbitrary<ProfessionalClaim> = skeleton.chain(({ payerIds, diagnoses }) =>
  fc.tuple(header, otherPayers(payerIds), fc.array(lineFor(payerIds, diagnoses.length), { minLength: 1, maxLength: 6 })).map(([{ number, ...top }, others, drafts]) => {
    const lines = drafts.map((line, place) => ({ ...line, lineNumber: `L${place + 1}` }));
    const charge = addCents(...lines.map((line) => line.charge));
    return {
      ...present({
        ...top,
        payerClaimNumber: top.frequency === '1' ? undefined : number,
        patientPaid: top.patientPaid === undefined ? undefined : cents(Math.min(top.patientPaid, charge)),
      }),
      plan: planIn((['P', 'S', 'T'] as const)[payerIds.length] ?? 'T', top.plan),
      charge,
      diagnoses,
      otherPayers: others.map((parts, place) => otherPayerOf(parts, place, payerIds[place] ?? '', lines)),
      lines,
    };
  }),
);

/** Batches of such claims, some of which share who is paid and who is covered. */
export const arbitraryBatch: fc.Arbitrary<ProfessionalBatch> = fc
  .record({
    reference: identifier,
    minutes: fc.integer({ min: 0, max: 500_000 }),
    first: arbitraryClaim,
    others: fc.array(fc.tuple(arbitraryClaim, fc.boolean(), fc.boolean()), { maxLength: 3 }),
  })
  .map(({ reference, minutes, first, others }) => ({
    reference,
    createdAt: Temporal.PlainDateTime.from('2026-01-01T00:00').add({ minutes }),
    submitter: { name: 'HARBOR', id: '741234567', contact: { name: 'BILLING', phone: '2075550142' } },
    receiver: { name: 'SANDBOX', id: 'SANDBOX' },
    claims: [
      first,
      ...others.map(([claim, sameProvider, sameSubject]) => ({
        ...claim,
        ...(sameProvider ? { billingProvider: first.billingProvider } : {}),
        ...(sameSubject && claim.plan.sequence === first.plan.sequence ? { plan: first.plan, payer: first.payer, subject: first.subject } : {}),
      })),
    ].map((claim, place) => ({ ...claim, claimNumber: `${claim.claimNumber.slice(0, 18)}-${place}` })),
  }));
