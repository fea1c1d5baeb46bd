import type pg from 'pg';
import type { ClaimFacts } from '#server/billing/index.ts';
import { siteOf } from './cast.ts';
import { copyRows, type CopyValue } from './copy.ts';
import { organisation, payers, programs, type ProgramKey } from './organisation.ts';
import { allowedBy, chargeFor } from './write-payers.ts';
import type { Story } from './story.ts';
import type { DocumentedVisit } from './write-notes.ts';

/** Procedures by service and minutes, as the rules of billing would choose them for the visits of the story. */
const codes: Readonly<Record<string, string>> = {
  intake: '90791',
  'psychiatric-evaluation': '90792',
  'individual-psychotherapy': '90834',
  'group-psychotherapy': '90853',
  'medication-management': '99214',
  'substance-use-counseling': 'H0004',
};

type Fate = 'ready' | 'accepted' | 'paid' | 'denied' | 'self-pay';

interface Billed {
  readonly documented: DocumentedVisit;
  readonly patientId: string;
  readonly programId: string;
  readonly chargeId: string;
  readonly claimId: string;
  readonly number: string;
  readonly code: string;
  readonly units: number;
  readonly amount: number;
  readonly payerKey: string | null;
  readonly fate: Fate;
  readonly servedOn: Temporal.PlainDate;
}

const addressOf = (address: { line1: string; city: string; state: string; zip: string }) => ({ ...address, line2: null });

function fateOf(story: Story, daysAgo: number, insured: boolean): Fate {
  if (!insured) return 'self-pay';
  if (daysAgo <= 3) return 'ready';
  if (daysAgo <= 14) return 'accepted';
  return story.chance.happens(0.04) ? 'denied' : 'paid';
}

function billedOf(story: Story, documented: readonly DocumentedVisit[], today: Temporal.PlainDate): Billed[] {
  return documented.flatMap((one, index) => {
    const { visit, signedAt } = one;
    const person = story.people[visit.patient];
    const code = codes[visit.service];
    if (!person || !code) return [];
    const units = code === 'H0004' ? 3 : 1;
    const payerKey = person.facts.coverage?.payer ?? null;
    const fate = fateOf(story, today.since(visit.day).total('days'), payerKey !== null);
    return [
      {
        documented: one,
        patientId: person.id,
        programId: story.cast.programIds[visit.program],
        chargeId: story.chance.uuid(signedAt),
        claimId: story.chance.uuid(signedAt),
        number: `H${String(index + 1).padStart(9, '0')}`,
        code,
        units,
        amount: chargeFor(code) * units,
        payerKey,
        fate,
        servedOn: visit.day,
      },
    ];
  });
}

const placeOf = (program: ProgramKey) => programs.find(({ key }) => key === program)?.placeOfService ?? '11';

function factsOf(story: Story, billed: Billed): ClaimFacts {
  const { visit, diagnoses } = billed.documented;
  const person = story.people[visit.patient];
  const clinician = story.cast.staff.find(({ id }) => id === visit.clinician);
  const payer = payers.find(({ key }) => key === billed.payerKey);
  const coverage = person?.facts.coverage;
  const address = person ? addressOf(person.facts.address) : null;
  const named = (facts: { given: string; family: string; birthDate: Temporal.PlainDate; sex: 'F' | 'M' }) => ({
    given: facts.given,
    middle: null,
    family: facts.family,
    suffix: null,
    birthDate: facts.birthDate.toString(),
    sex: facts.sex,
    address,
  });
  const site = siteOf(visit.program);
  return {
    servedOn: billed.servedOn.toString(),
    placeOfService: visit.modality === 'video' ? '10' : placeOf(visit.program),
    diagnoses: [...diagnoses],
    mrn: person?.mrn ?? '',
    patient: named(person?.facts ?? { given: '', family: '', birthDate: billed.servedOn, sex: 'F' }),
    coverage: {
      memberId: coverage?.memberId ?? '',
      groupNumber: coverage?.groupNumber ?? null,
      relationship: coverage?.relationship ?? '18',
      rank: 1,
      subscriber: coverage?.subscriber ? named(coverage.subscriber) : null,
    },
    payer: { name: payer?.name ?? '', electronicId: payer?.electronicId ?? '', filingIndicator: payer?.filingIndicator ?? 'ZZ' },
    billing: {
      name: organisation.name,
      npi: organisation.npi,
      taxonomy: organisation.taxonomy,
      taxId: organisation.taxId,
      phone: organisation.phone,
      address: addressOf(organisation.address),
    },
    facility:
      site.key === 'harbor-point' || visit.modality === 'video' ? null : { name: `${organisation.name} ${site.name}`, npi: site.npi, address: addressOf(site.address) },
    clinician: { given: clinician?.given ?? '', family: clinician?.family ?? '', npi: clinician?.npi ?? '', taxonomy: clinician?.taxonomy ?? null },
    supervisor: null,
    traineePolicy: 'supervising',
    isTrainee: false,
    lines: [{ number: `${billed.number}L1`, code: billed.code, modifiers: visit.modality === 'video' ? ['95'] : [], units: billed.units, amountCents: billed.amount }],
  };
}

async function writeCharges(client: pg.Client, story: Story, all: readonly Billed[]): Promise<void> {
  const coverageIds = new Map(
    (await client.query<{ patient_id: string; id: string }>('select patient_id, id from patients.coverage')).rows.map((row) => [row.patient_id, row.id]),
  );
  const state = (fate: Fate) => (fate === 'ready' || fate === 'self-pay' ? fate : 'claimed');
  await copyRows(
    client,
    'billing.charge',
    [
      'id',
      'patient_id',
      'program_id',
      'note_id',
      'clinician_id',
      'served_on',
      'place_of_service',
      'payer_id',
      'coverage_id',
      'state',
      'diagnoses',
      'amount_cents',
      'facts',
      'captured_at',
    ],
    all.map((one) => {
      const { visit, noteId, signedAt, diagnoses } = one.documented;
      const facts = {
        service: visit.service,
        minutes: visit.minutes,
        modality: visit.modality,
        credential: null,
        supervisorId: null,
        siteId: story.cast.siteIds[siteOf(visit.program).key],
        contentVersion: 'demo',
      };
      return [
        one.chargeId,
        one.patientId,
        one.programId,
        noteId,
        visit.clinician,
        one.servedOn,
        visit.modality === 'video' ? '10' : placeOf(visit.program),
        one.payerKey ? (story.payerIds.get(one.payerKey) ?? null) : null,
        one.payerKey ? (coverageIds.get(one.patientId) ?? null) : null,
        state(one.fate),
        diagnoses,
        one.amount,
        { json: facts },
        signedAt,
      ];
    }),
  );
  await copyRows(
    client,
    'billing.charge_line',
    ['charge_id', 'position', 'patient_id', 'program_id', 'code', 'modifiers', 'units', 'amount_cents'],
    all.map((one) => [
      one.chargeId,
      1,
      one.patientId,
      one.programId,
      one.code,
      one.documented.visit.modality === 'video' && one.payerKey ? ['95'] : [],
      one.units,
      one.amount,
    ]),
  );
}

interface Split {
  readonly paid: number;
  readonly contractual: number;
  readonly patient: number;
}

function splitOf({ fate, amount, payerKey }: Billed): Split {
  if (fate !== 'paid' || !payerKey) return { paid: 0, contractual: 0, patient: 0 };
  const allowed = allowedBy(payerKey, amount);
  const patient = payerKey === 'state-medicaid' ? 0 : Math.min(allowed, 2_500);
  return { paid: allowed - patient, contractual: amount - allowed, patient };
}

async function writeClaimRows(client: pg.Client, story: Story, claimed: readonly Billed[]): Promise<void> {
  await copyRows(
    client,
    'billing.claim',
    [
      'id',
      'patient_id',
      'program_id',
      'charge_id',
      'number',
      'payer_id',
      'served_on',
      'amount_cents',
      'paid_cents',
      'patient_cents',
      'adjusted_cents',
      'state',
      'facts',
      'built_at',
      'updated_at',
      'payer_claim_number',
    ],
    claimed.map((one) => {
      const { paid, patient, contractual } = splitOf(one);
      const builtAt = one.documented.signedAt.add({ hours: 20 });
      const moved = one.fate === 'accepted' ? builtAt.add({ hours: 26 }) : builtAt.add({ hours: 24 * 12 });
      return [
        one.claimId,
        one.patientId,
        one.programId,
        one.chargeId,
        one.number,
        one.payerKey ? (story.payerIds.get(one.payerKey) ?? null) : null,
        one.servedOn,
        one.amount,
        paid,
        patient,
        contractual,
        one.fate,
        { json: factsOf(story, one) },
        builtAt,
        moved,
        // A payer gives its number with its decision; corrections go out under it.
        one.fate === 'accepted' ? null : `ICN${one.number.slice(1)}`,
      ];
    }),
  );
  await copyRows(
    client,
    'billing.claim_event',
    ['claim_id', 'patient_id', 'program_id', 'at', 'kind', 'says', 'amount_cents'],
    claimed.flatMap((one) => eventRows(one)),
  );
  await client.query(`update billing.counter set last = $1 where name = 'claim'`, [claimed.length + 100_000]);
}

function eventRows(one: Billed): (readonly CopyValue[])[] {
  const builtAt = one.documented.signedAt.add({ hours: 20 });
  const event = (hours: number, kind: string, says: string, amount: number | null = null): readonly CopyValue[] => [
    one.claimId,
    one.patientId,
    one.programId,
    builtAt.add({ hours }),
    kind,
    says,
    amount,
  ];
  const { paid, patient, contractual } = splitOf(one);
  const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`;
  const judged =
    one.fate === 'paid'
      ? event(24 * 12, 'paid', `Adjudicated: paid ${dollars(paid)}, written off ${dollars(contractual)}, patient owes ${dollars(patient)}`, paid)
      : event(24 * 12, 'denied', `Denied: withheld ${dollars(one.amount)} (197 no authorization)`, 0);
  return [
    event(0, 'built', 'Claim built', one.amount),
    event(1, 'sent', 'Sent to the clearinghouse'),
    event(2, 'acknowledged', 'The file was taken (999 A)'),
    event(26, 'accepted', 'Accepted by the payer (277CA A2)'),
    ...(one.fate === 'accepted' ? [] : [judged]),
  ];
}

type Journal = readonly [row: readonly CopyValue[], lines: Readonly<Record<string, number>>, one: Billed];

function journalsOf(story: Story, one: Billed): Journal[] {
  const { chance } = story;
  const { signedAt } = one.documented;
  const row = (kind: string, at: Temporal.Instant, memo: string, claim: boolean): readonly CopyValue[] => [
    chance.uuid(at),
    one.patientId,
    one.programId,
    kind,
    claim ? one.claimId : null,
    kind === 'charge' ? one.chargeId : null,
    memo,
    at.toZonedDateTimeISO('America/Los_Angeles').toPlainDate(),
    at,
  ];
  const owed = one.fate === 'self-pay' ? 'receivable-patient' : 'receivable-insurance';
  const charge: Journal = [row('charge', signedAt, 'Service', false), { [owed]: one.amount, revenue: -one.amount }, one];
  const { paid, contractual, patient } = splitOf(one);
  if (one.fate !== 'paid') return [charge];
  const judged = signedAt.add({ hours: 24 * 13 });
  const remittance: Journal = [
    row('remittance', judged, 'Payment of the insurer', true),
    { 'cash-insurance': paid, contractual, 'receivable-patient': patient, 'receivable-insurance': -(paid + contractual + patient) },
    one,
  ];
  const settles = patient > 0 && chance.happens(0.8);
  const payment: Journal = [
    row('patient-payment', judged.add({ hours: 24 * 20 }), 'Paid by card', false),
    { 'cash-patient': patient, 'receivable-patient': -patient },
    one,
  ];
  return settles ? [charge, remittance, payment] : [charge, remittance];
}

async function writeLedger(client: pg.Client, story: Story, all: readonly Billed[]): Promise<void> {
  const journals = all.flatMap((one) => journalsOf(story, one));
  await copyRows(
    client,
    'billing.journal',
    ['id', 'patient_id', 'program_id', 'kind', 'claim_id', 'charge_id', 'memo', 'effective_on', 'posted_at'],
    journals.map(([row]) => row),
  );
  // The check that lines come with their journal would else be planned for an empty table.
  await client.query('analyze billing.journal');
  await copyRows(
    client,
    'billing.entry',
    ['journal_id', 'account', 'patient_id', 'program_id', 'amount_cents'],
    journals.flatMap(([row, lines, one]) =>
      Object.entries(lines)
        .filter(([, amount]) => amount !== 0)
        .map(([account, amount]): readonly CopyValue[] => [row[0] ?? null, account, one.patientId, one.programId, amount]),
    ),
  );
}

/** Bills the signed notes of the story: charges, claims with their fates, and a ledger that balances. */
export async function writeClaims(client: pg.Client, story: Story, documented: readonly DocumentedVisit[], today: Temporal.PlainDate): Promise<void> {
  const all = billedOf(story, documented, today);
  await writeCharges(client, story, all);
  await writeClaimRows(
    client,
    story,
    all.filter(({ fate }) => fate !== 'ready' && fate !== 'self-pay'),
  );
  await writeLedger(client, story, all);
}
