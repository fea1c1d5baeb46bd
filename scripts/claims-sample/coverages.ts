import type { DependentRelationship, FilingIndicator, Payer } from '#server/formats/x12/index.ts';

/** What an earlier payer left: nothing known yet, paid in part, paid the claim as a whole, or Medicare's way of paying. */
export type PriorPayment = 'commercial' | 'whole-claim' | 'medicare' | 'not-adjudicated';

/** A plan that paid before, or will pay after, the one the claim goes to. */
export interface OtherCoverage {
  readonly filingIndicator: FilingIndicator;
  readonly payer: Payer;
  readonly payment: PriorPayment;
}

/** Whose plan it is and in which order plans pay. */
export interface Coverage {
  readonly name: string;
  readonly filingIndicator: FilingIndicator;
  readonly payer: Payer;
  readonly memberPattern: string;
  readonly groupNumber?: string;
  readonly groupName?: string;
  readonly medicareSecondaryReason?: string;
  /** Absent when the patient is the subscriber. */
  readonly relationship?: DependentRelationship;
  /** Whether the guide's optional address and birth date of the subscriber above a dependent are sent. */
  readonly describesSubscriber?: boolean;
  readonly others: readonly OtherCoverage[];
}

const acme: Payer = { name: 'Acme Health Plan', id: '60054', address: { line1: 'PO Box 14079', city: 'Lexington', state: 'KY', zip: '40512' } };
const summit: Payer = { name: 'Summit Mutual', id: '87726' };
const blueHarbor: Payer = { name: 'Blue Harbor of Maine', id: 'BHME1' };
const medicaid: Payer = { name: 'Pine State Medicaid', id: 'SKME0' };
const medicare: Payer = { name: 'Medicare Part B Northeast', id: '14112' };
const advantage: Payer = { name: 'Tidewater Advantage', id: '71890' };
const tricare: Payer = { name: 'TRICARE East', id: 'TREST' };
const veterans: Payer = { name: 'Veterans Community Care', id: '12115' };
const federal: Payer = { name: 'Federal Employees Plan', id: 'FEP01' };
const coastal: Payer = { name: 'Coastal HMO', id: 'CHMO7' };

const before = (payer: Payer, filingIndicator: FilingIndicator, payment: PriorPayment): OtherCoverage => ({ payer, filingIndicator, payment });

/** Every way of being covered that a claim must say differently. */
export const coverages: readonly Coverage[] = [
  { name: 'commercial, self', filingIndicator: 'CI', payer: acme, memberPattern: 'W#########', groupNumber: '0448821', others: [] },
  { name: 'Blue plan, self', filingIndicator: 'BL', payer: blueHarbor, memberPattern: 'XQH#########', groupName: 'Penobscot School Union', others: [] },
  { name: 'Medicaid', filingIndicator: 'MC', payer: medicaid, memberPattern: '########A', others: [] },
  {
    name: 'commercial, child of the subscriber',
    filingIndicator: 'CI',
    payer: summit,
    memberPattern: '9########',
    groupNumber: '730215',
    relationship: '19',
    describesSubscriber: true,
    others: [],
  },
  { name: 'Medicare', filingIndicator: 'MB', payer: medicare, memberPattern: '1EG#TE#MK##', others: [] },
  { name: 'Medicaid after commercial', filingIndicator: 'MC', payer: medicaid, memberPattern: '########B', others: [before(acme, 'CI', 'commercial')] },
  { name: 'TRICARE, spouse of the subscriber', filingIndicator: 'CH', payer: tricare, memberPattern: '###########', relationship: '01', others: [] },
  { name: 'HMO, self', filingIndicator: 'HM', payer: coastal, memberPattern: 'CH########', others: [] },
  {
    name: 'Blue plan after Medicare',
    filingIndicator: 'BL',
    payer: blueHarbor,
    memberPattern: 'XQH#########',
    groupNumber: 'MEDSUPP',
    others: [before(medicare, 'MB', 'medicare')],
  },
  { name: 'Medicare Advantage', filingIndicator: '16', payer: advantage, memberPattern: 'TA#########', others: [] },
  {
    name: 'Medicare after the employer of a working patient',
    filingIndicator: 'MB',
    payer: medicare,
    memberPattern: '2EG#TE#MK##',
    medicareSecondaryReason: '12',
    others: [before(summit, 'CI', 'commercial')],
  },
  { name: 'Veterans', filingIndicator: 'VA', payer: veterans, memberPattern: '##########V######', others: [] },
  {
    name: 'Medicaid after Medicare and a Blue plan',
    filingIndicator: 'MC',
    payer: medicaid,
    memberPattern: '########C',
    others: [before(medicare, 'MB', 'medicare'), before(blueHarbor, 'BL', 'commercial')],
  },
  {
    name: 'federal employees, life partner',
    filingIndicator: 'FI',
    payer: federal,
    memberPattern: 'R########',
    relationship: '53',
    describesSubscriber: false,
    others: [],
  },
  {
    name: 'commercial, a second plan waiting',
    filingIndicator: 'CI',
    payer: acme,
    memberPattern: 'W#########',
    others: [{ payer: medicaid, filingIndicator: 'MC', payment: 'not-adjudicated' }],
  },
  {
    name: 'second commercial plan, child of the subscriber',
    filingIndicator: 'CI',
    payer: summit,
    memberPattern: '8########',
    relationship: '19',
    describesSubscriber: true,
    others: [before(acme, 'CI', 'commercial')],
  },
  {
    name: 'Medicaid after a plan that judged the claim as a whole',
    filingIndicator: 'MC',
    payer: medicaid,
    memberPattern: '########D',
    others: [before(coastal, 'HM', 'whole-claim')],
  },
  { name: 'Indian Health, kind of plan not known', filingIndicator: 'ZZ', payer: { name: 'Wabanaki Health Fund', id: 'WABHF' }, memberPattern: 'WB######', others: [] },
  { name: 'commercial, other dependent', filingIndicator: 'CI', payer: acme, memberPattern: 'W#########', relationship: 'G8', others: [] },
];
