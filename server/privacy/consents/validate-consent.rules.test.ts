import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, factsOf } from '#testing/decision-cases.ts';
import { rule } from '../decision/decide.ts';
import { consentKinds, purposes, type ConsentKind, type PurposeOfUse } from '../decision/facts.ts';
import { kinds, statements, type ConsentForm, type Signature, type StatementId } from './consent-form.ts';
import { isOver, missingElementIds, validateConsent } from './validate-consent.rules.ts';

const signed: readonly Signature[] = [{ signer: 'patient', name: 'Mara Lind', at: Temporal.Instant.from('2026-11-23T18:00:00Z') }];
const day = Temporal.PlainDate.from('2027-06-30');

function whole(kind: ConsentKind): ConsentForm {
  const [purpose] = kinds[kind].purposes;
  return {
    kind,
    language: 'en',
    patientName: 'Mara Lind',
    disclosers: [{ programId: 'p', name: 'Harbor OTP' }],
    classes: kind === 'counseling-notes' ? ['counseling-note'] : 'all',
    excludedLabels: [],
    from: null,
    to: null,
    recipients: kind === 'tpo' ? [{ kind: 'class', class: 'treating-providers' }] : [{ kind: 'named', partyId: 'x', name: 'Dr. Osei' }],
    purposes: kind === 'tpo' ? [...kinds.tpo.purposes] : purpose ? [purpose] : [],
    expiry: kinds[kind].expiries.includes('none') ? { kind: 'none' } : { kind: 'date', lastDay: day },
    statements: kinds[kind].statements,
    irrevocableUntil: kind === 'criminal-justice' ? 'the end of probation' : null,
  };
}

const without = (form: ConsentForm, element: string): ConsentForm => ({
  ...form,
  statements: form.statements.filter((id) => statements[id].element !== element),
});

test.each(consentKinds)('a whole consent of kind %s lacks nothing', (kind) => {
  expect(validateConsent(whole(kind), signed)).toEqual([]);
});

test('whatever end a form offers, the decision takes', () => {
  const opens = {
    tpo: '04',
    specific: '30',
    'counseling-notes': '07',
    'legal-proceeding': '31a',
    'central-registry': '41',
    'criminal-justice': '42',
    pdmp: '40',
    research: 'X4c',
  };
  const ends = { none: { kind: 'none' }, 'end-of-treatment': { kind: 'end-of-treatment', endedAt: null }, date: { kind: 'date', lastDay: day } } as const;
  for (const kind of consentKinds) {
    const [facts] = cases.filter(({ id }) => id === opens[kind]).map(factsOf);
    if (!facts) throw new Error(`No case ${opens[kind]}`);
    for (const end of kinds[kind].expiries) {
      const expiry = end === 'event' ? { kind: end, event: 'the end of my treatment here', happenedAt: null } : ends[end];
      expect(rule({ ...facts, consents: facts.consents.map((one) => ({ ...one, expiry })) }).outcome, `${kind} until ${end}`).toBe('permit');
    }
  }
});

describe('each mutant lacks exactly the element that was taken out', () => {
  const tpo = whole('tpo');
  const specific = whole('specific');
  test.each<[string, ConsentForm, readonly Signature[]]>([
    ['patient-name', { ...tpo, patientName: ' ' }, signed],
    ['discloser', { ...tpo, disclosers: [] }, signed],
    ['description', { ...tpo, classes: [] }, signed],
    ['recipient', { ...tpo, recipients: [] }, signed],
    ['recipient', { ...specific, recipients: [{ kind: 'class', class: 'treating-providers' }] }, signed],
    ['recipient', { ...whole('central-registry'), recipients: [{ kind: 'class', class: 'treatment-programs-nearby' }] }, signed],
    ['hipaa-redisclosure', without(tpo, 'hipaa-redisclosure'), signed],
    ['purpose', { ...tpo, purposes: [] }, signed],
    ['fundraising-opt-out', { ...tpo, purposes: [...tpo.purposes, 'FUNDRAISE'] }, signed],
    ['right-to-revoke', without(tpo, 'right-to-revoke'), signed],
    ['right-to-revoke', { ...whole('criminal-justice'), irrevocableUntil: null }, signed],
    ['expiry', { ...tpo, expiry: null }, signed],
    ['expiry', { ...specific, purposes: ['EMPLOY'], expiry: { kind: 'none' } }, signed],
    ['signature', tpo, [{ ...signed[0], name: '' } as Signature]],
    ['loss-of-protection', without(tpo, 'loss-of-protection'), signed],
    ['refusal-consequences', without(tpo, 'refusal-consequences'), signed],
    ['counseling-notes-only', without(whole('counseling-notes'), 'counseling-notes-only'), signed],
    ['legal-only', without(whole('legal-proceeding'), 'legal-only'), signed],
    ['conditioning-statement', without(specific, 'conditioning-statement'), signed],
    ['redisclosure-statement', without(specific, 'redisclosure-statement'), signed],
  ])('%s', (id, form, signatures) => {
    expect(missingElementIds(form, signatures)).toEqual([id]);
  });

  test('without a signature both it and its date are missing', () => {
    expect(missingElementIds(tpo, [])).toEqual(['signature', 'date']);
  });
});

test('notes of the vault combine with nothing, a legal consent with nothing, in any choice of purposes', () => {
  const choice = fc.subarray([...purposes], { minLength: 2 });
  fc.assert(
    fc.property(choice, (chosen: PurposeOfUse[]) => {
      for (const kind of ['legal-proceeding', 'central-registry', 'pdmp', 'research', 'criminal-justice'] as const) {
        const lacks = missingElementIds({ ...whole(kind), purposes: chosen }, signed);
        expect(lacks.includes('purpose')).toBe(chosen.some((purpose) => purpose !== 'FUNDRAISE' && !kinds[kind].purposes.includes(purpose)));
      }
    }),
  );
  expect(missingElementIds({ ...whole('counseling-notes'), classes: ['counseling-note', 'progress-note'] }, signed)).toEqual(['description']);
  expect(missingElementIds({ ...whole('tpo'), classes: ['counseling-note'] }, signed)).toEqual(['description']);
});

test('taking any needed statement out never leaves a consent whole', () => {
  const pick = fc.constantFrom(...consentKinds).chain((kind) => fc.tuple(fc.constant(kind), fc.constantFrom(...kinds[kind].statements)));
  const carries = new Set([
    'right-to-revoke',
    'hipaa-redisclosure',
    'loss-of-protection',
    'refusal-consequences',
    'counseling-notes-only',
    'legal-only',
    'conditioning-statement',
    'redisclosure-statement',
  ]);
  fc.assert(
    fc.property(pick, ([kind, gone]: [ConsentKind, StatementId]) => {
      const lacks = missingElementIds({ ...whole(kind), statements: whole(kind).statements.filter((id) => id !== gone) }, signed);
      expect(lacks).toEqual(carries.has(statements[gone].element) ? [statements[gone].element] : []);
    }),
  );
});

test('a day ends in the program’s own time zone', () => {
  const expiry = { kind: 'date' as const, lastDay: day };
  expect(isOver(expiry, Temporal.Instant.from('2027-07-01T06:59:59Z'), 'America/Los_Angeles')).toBe(false);
  expect(isOver(expiry, Temporal.Instant.from('2027-07-01T07:00:00Z'), 'America/Los_Angeles')).toBe(true);
  expect(isOver({ kind: 'event', event: 'the case is closed', happenedAt: null }, Temporal.Instant.from('2099-01-01T00:00:00Z'), 'UTC')).toBe(false);
});

test('every statement is there in both languages', () => {
  for (const statement of Object.values(statements)) expect([statement.en, statement.es].every((text) => text.length > 20)).toBe(true);
});
