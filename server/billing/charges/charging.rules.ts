import type { Hold } from './charge.ts';
import { pricedLines, totalOf, type Documented, type Fees, type PayerRule } from './pricing.rules.ts';
import type { ProcedureTable } from './procedures.ts';
import type { ChargeLine, ChargeState } from './charge.ts';
import type { Cents } from '#server/platform/index.ts';

/** Where a note stands since it was signed, as charting tells it. */
export type NoteStanding = 'asked' | 'returned' | 'cosigned' | 'entered-in-error';

/** A coverage in force on the day of service, with its payer. */
export interface CoverageInForce {
  readonly coverageId: string;
  readonly payerId: string;
  readonly payerActive: boolean;
  readonly rule: (PayerRule & { readonly traineePolicy: 'supervising' | 'supervisor-renders' | 'not-billable' }) | undefined;
}

/** Everything that decides on a charge. */
export interface Chargeable extends Documented {
  readonly coverage: CoverageInForce | undefined;
  readonly fees: Fees;
  readonly clinicianNpi: string | null;
  readonly supervisorNpi: string | null;
  readonly programPlaceOfService: string;
  /** Where the patient was during telehealth; at home when the note does not say. */
  readonly patientAt?: 'home' | 'elsewhere';
  readonly diagnoses: readonly string[];
  readonly standing?: NoteStanding | null;
}

/** What a signed note is worth and whether it may be claimed now. */
export interface Assessed {
  readonly state: ChargeState;
  readonly holds: readonly Hold[];
  readonly lines: readonly ChargeLine[];
  readonly amount: Cents;
  readonly placeOfService: string;
}

function providerHolds({ credential, clinicianNpi, supervisorNpi, coverage }: Chargeable): Hold[] {
  const isTrainee = credential === 'trainee';
  const policy = coverage?.rule?.traineePolicy;
  if (isTrainee && policy === 'not-billable') return [{ code: 'charge.trainee', says: 'This payer does not pay for services of trainees.' }];
  if (isTrainee && !supervisorNpi) return [{ code: 'charge.supervisor', says: 'The trainee has no supervisor with an NPI on file.' }];
  if (!(isTrainee && policy === 'supervisor-renders') && !clinicianNpi) return [{ code: 'charge.npi', says: 'The clinician has no NPI on file.' }];
  return [];
}

function standingHolds({ standing }: Chargeable): Hold[] {
  if (standing === 'entered-in-error') return [{ code: 'charge.note-in-error', says: 'The note was entered in error: nothing of it may be claimed.' }];
  return standing === 'asked' || standing === 'returned' ? [{ code: 'charge.cosignature', says: 'The note waits for the co-signature of the supervisor.' }] : [];
}

function coverageHolds({ coverage, diagnoses }: Chargeable): Hold[] {
  if (!coverage) return [];
  return [
    ...(coverage.payerActive ? [] : [{ code: 'charge.payer-inactive', says: 'The payer is no longer active. Choose the current coverage.' }]),
    ...(coverage.rule ? [] : [{ code: 'charge.payer-rule', says: 'The payer has no billing rules for the day of service.' }]),
    ...(diagnoses.length > 0 ? [] : [{ code: 'charge.diagnosis', says: 'The note names no diagnosis. Add an addendum with one.' }]),
  ];
}

/** By telehealth 10 is the patient's home, the usual place, and 02 any other; in person it is that of the program (CMS place of service list). */
export function placeOfServiceFor({ modality, patientAt = 'home', programPlaceOfService }: Pick<Chargeable, 'modality' | 'patientAt' | 'programPlaceOfService'>): string {
  if (modality === 'in-person') return programPlaceOfService;
  return patientAt === 'home' ? '10' : '02';
}

/** Judges a signed note: the lines with their charges, and all that keeps it from being claimed. Without coverage the patient is billed. */
export function assessed(table: ProcedureTable, chargeable: Chargeable): Assessed {
  const { lines, holds } = pricedLines(table, chargeable, chargeable.coverage?.rule, chargeable.fees);
  const all = [...holds, ...standingHolds(chargeable), ...providerHolds(chargeable), ...coverageHolds(chargeable)];
  const state = all.length > 0 ? 'held' : chargeable.coverage ? 'ready' : 'self-pay';
  return { state, holds: all, lines, amount: totalOf(lines), placeOfService: placeOfServiceFor(chargeable) };
}
