import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { done, narrative, tpoConsentOf } from '#testing/released-records.ts';
import type { Client } from '#testing/clinic.ts';
import type { Harbor } from './harbor.ts';
import type { Differs } from './inside.ts';

/** What is asked for, of whom, and what has to be done before. */
export interface Send {
  readonly id: string;
  readonly tpo?: boolean;
  readonly lane: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly classes?: readonly string[];
  /** Also by mail: what arrives, and what does not. */
  readonly byMail?: boolean;
  readonly to: (harbor: Harbor, officer: Client) => Promise<string>;
  readonly before?: (harbor: Harbor, officer: Client) => Promise<void>;
  /** Between queueing and sending, for the mail alone. */
  readonly whileQueued?: (harbor: Harbor, officer: Client) => Promise<void>;
  readonly differs?: Differs;
}

const chart = ['diagnosis', 'progress-note'];

const party =
  (name: string) =>
  ({ clinic }: Harbor) =>
    Promise.resolve(clinic.ids.parties[name] ?? '');
const newParty =
  (name: string, kind: string, more: object = {}) =>
  async (_harbor: Harbor, officer: Client) =>
    (await done(officer.post<{ id: string }>('/parties', { name, kind, legalStatus: 'neither', ...more }))).id;

/** A primary-care doctor of whom somebody checked that they treat John. */
async function doctor({ clinic, john, programP }: Harbor, officer: Client): Promise<string> {
  const partyId = clinic.ids.parties['Cedar Family Medicine'] ?? '';
  await done(officer.post(`/parties/${partyId}/treatments`, { patientId: john, programId: programP, verifiedHow: 'Named by the patient' }));
  return partyId;
}

async function sign({ john }: Harbor, officer: Client, asked: object): Promise<string> {
  const { id } = await done(officer.post<{ id: string }>(`/patients/${john}/consents`, asked));
  const { name } = await done(officer.get<{ name: string }>(`/patients/${john}/banner`));
  await done(officer.post(`/consents/${id}/signature`, { signatures: [{ signer: 'patient', name, drawing: null }] }));
  return id;
}

async function revokeTpo({ john }: Harbor, officer: Client): Promise<void> {
  await done(officer.post(`/consents/${await tpoConsentOf(officer, john)}/revocation`, { how: 'letter', words: 'I take it back' }));
}

const lastDay = { kind: 'date', lastDay: '2027-01-31' };
const toEmployer =
  (expiry: object, classes: readonly string[] = ['schedule']) =>
  async (harbor: Harbor, officer: Client) => {
    const recipients = [{ kind: 'named', partyId: harbor.clinic.ids.parties['Puget Benefit Fund'], name: 'Puget Benefit Fund' }];
    await sign(harbor, officer, { kind: 'specific', programId: harbor.programP, recipients, classes, purposes: ['EMPLOY'], expiry });
  };

const restrict =
  (answer: 'agreed' | 'none' | 'ended') =>
  async ({ clinic, john, programP }: Harbor, officer: Client) => {
    const asked = { programId: programP, kind: 'ordinary', words: 'Not my doctor', purposes: ['TREAT'], partyIds: [clinic.ids.parties['Cedar Family Medicine']] };
    const { id } = await done(officer.post<{ id: string }>(`/patients/${john}/restrictions`, asked));
    if (answer !== 'none') await done(officer.post(`/restrictions/${id}/answer`, { agreed: true }));
    if (answer === 'ended') await done(officer.post(`/restrictions/${id}/end`, { by: 'program', how: 'notice-given', words: 'Told by letter' }));
  };

const order = { orderId: '26-2-01234-5', section: '2.64', proceeding: 'noncriminal', issuedOn: '2026-11-01', subpoena: 'yes', confidentialCommunications: 'no' };
const five = { recipientName: 'Dr. Reyes', recipientFacility: 'H', discloserName: 'On-call nurse', nature: 'Unconscious', consentUnobtainable: 'yes' };
const court = party('Pierce County Superior Court');
const attorney = newParty('Attorney at Law', 'attorney');
const emergencyRoom = party("St. Mary's Emergency Department");

/** Cases in which records would go to somebody outside. What arrives is read back from the pages. */
export const sends: readonly Send[] = [
  { id: '04', tpo: true, lane: 'treatment', to: doctor, byMail: true },
  { id: '04a', lane: 'treatment', to: doctor },
  { id: '05', tpo: true, lane: 'treatment', to: party('Cedar Family Medicine') },
  { id: '05a', tpo: true, lane: 'treatment', to: emergencyRoom },
  {
    id: '05d',
    lane: 'treatment',
    to: doctor,
    before: async (harbor, officer) => {
      await sign(harbor, officer, { kind: 'tpo', programId: harbor.clinic.ids.programs.otp });
    },
  },
  { id: '06', tpo: true, lane: 'treatment', classes: ['counseling-note'], to: doctor },
  {
    id: '06a',
    tpo: true,
    lane: 'treatment',
    classes: [...chart, 'counseling-note'],
    to: doctor,
    differs: { outcome: 'deny', because: 'stricter: a packet that asks for private notes is not prepared at all' },
  },
  { id: '11d', lane: 'patient', to: ({ john }) => Promise.resolve(john) },
  { id: '14', lane: 'emergency', classes: ['diagnosis'], facts: five, to: emergencyRoom },
  { id: '15a', lane: 'emergency', facts: { ...five, consentUnobtainable: 'no' }, to: emergencyRoom },
  {
    id: '16b',
    lane: 'treatment',
    to: emergencyRoom,
    differs: { outcome: 'deny', reason: 'NO_CONSENT', because: 'asked as treatment; the emergency lane asks for its five facts before anything is decided' },
  },
  { id: '22', tpo: true, lane: 'treatment', to: doctor, before: restrict('none') },
  { id: '22a', tpo: true, lane: 'treatment', to: doctor, before: restrict('agreed'), byMail: true },
  { id: '22c', tpo: true, lane: 'treatment', to: doctor, before: restrict('ended') },
  { id: '27', tpo: true, lane: 'treatment', to: doctor, before: revokeTpo },
  { id: '28a', tpo: true, lane: 'treatment', to: doctor, before: revokeTpo },
  { id: '30', lane: 'other-consent', classes: ['schedule'], to: party('Puget Benefit Fund'), before: toEmployer(lastDay) },
  { id: '30a', lane: 'other-consent', to: party('Puget Benefit Fund'), before: toEmployer(lastDay) },
  { id: '30c', lane: 'other-consent', classes: ['schedule'], to: party('Puget Benefit Fund'), before: toEmployer({ kind: 'event', event: 'the end of probation' }) },
  { id: '31', lane: 'subpoena', facts: { caseNumber: '26-2', assurances: 'no' }, to: attorney },
  {
    id: '31c',
    tpo: true,
    lane: 'subpoena',
    facts: { caseNumber: '26-2', assurances: 'yes' },
    to: attorney,
    differs: { outcome: 'deny', reason: 'SUBPOENA_WITHOUT_ORDER', because: 'asked with the subpoena that its lane is for' },
  },
  {
    id: '32',
    lane: 'court-order',
    facts: { ...order, scopeFrom: '2026-01-01', scopeTo: '2026-03-31' },
    to: court,
    before: async ({ clinic, diagnosisId }) =>
      void (await clinic.sql('owner', `update charting.diagnosis set noted_at = '2026-02-10T18:00:00Z' where id = $1`, [diagnosisId])),
  },
  {
    id: '37',
    lane: 'mandated-report',
    facts: { report: 'child-abuse', stage: 'follow-up', law: 'RCW 26.44.030' },
    to: newParty('Child Protective Services', 'child-protection'),
  },
  {
    id: '39',
    lane: 'pdmp',
    classes: ['diagnosis'],
    facts: { law: 'RCW 70.225' },
    to: newParty('Prescription Review', 'pdmp'),
    differs: { outcome: 'deny', reason: 'OUT_OF_SCOPE', because: 'no doses are kept yet, and a diagnosis is never reported' },
  },
  { id: 'X3', lane: 'public-health', facts: { law: 'WAC 246-101' }, to: newParty('Department of Health', 'public-health-authority') },
  {
    id: 'X4',
    lane: 'research',
    facts: { protocolId: 'IRB-7', basis: 'waiver', approvedUntil: '2027-06-30', termsSigned: 'yes' },
    to: newParty('University', 'researcher'),
  },
  { id: 'X5a', lane: 'audit', facts: { body: 'government', commitmentInWriting: 'yes', copyTerms: 'no' }, to: newParty('Medicaid', 'auditor') },
  { id: 'X5b', lane: 'audit', facts: { body: 'government', commitmentInWriting: 'yes', copyTerms: 'yes' }, to: newParty('Medicaid', 'auditor') },
  { id: 'X5c', lane: 'audit', facts: { body: 'government', commitmentInWriting: 'no', copyTerms: 'yes' }, to: newParty('Medicaid', 'auditor') },
  { id: 'X14', lane: 'court-order', facts: { ...order, subpoena: 'no' }, to: court },
];

/** The one case that only a queue can tell: the consent goes while the letter waits. */
export const revokedWhileQueued: Send = { id: '27', tpo: true, lane: 'treatment', to: doctor, byMail: true, whileQueued: revokeTpo };

/** What a whole PDF says. */
export async function wordsOf(bytes: Uint8Array): Promise<string> {
  const file = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pages: string[] = [];
  for (let page = 1; page <= file.numPages; page += 1) {
    const { items } = await (await file.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages.join(' ');
}

const signs: Readonly<Record<string, string>> = { diagnosis: 'F10.20', 'progress-note': narrative, schedule: 'Therapy, 50 min' };

/** The outcome as the pages tell it: all that was asked stands in them, or some, or nothing. */
export function outcomeOfPages(classes: readonly string[], words: string): string {
  const found = classes.filter((one) => words.includes(signs[one] ?? 'nothing of this kind'));
  return found.length === 0 ? 'deny' : found.length === classes.length ? 'permit' : 'redact';
}

/** What is asked for when the case does not say. */
export const classesOf = ({ classes }: Send): readonly string[] => classes ?? chart;
