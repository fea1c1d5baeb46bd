import type { ClaimDate, LineDrug } from '#server/formats/x12/index.ts';
import type { BillingName, ClinicianKind } from './organisations.ts';

/** One signed note: what was documented, and the procedures with units that it must come to. */
export interface Visit {
  readonly service: string;
  readonly minutes?: number;
  readonly modality?: 'in-person' | 'video' | 'audio';
  readonly patientAt?: 'home' | 'elsewhere';
  readonly quantity?: number;
  readonly isComplex?: boolean;
  /** Counts from the first day of the claim. */
  readonly day?: number;
  /** Last day, when the note covers a span. */
  readonly throughDay?: number;
  /** Where it took place, when not where the program is. */
  readonly placeOfService?: string;
  readonly note?: string;
  readonly drug?: LineDrug;
  /** An oracle beside the product's rules: written from the code lists, not from its table. */
  readonly expects: readonly (readonly [code: string, units: number])[];
}

/** An encounter, or a week of them, as it is billed on one claim. */
export interface Encounter {
  readonly name: string;
  readonly billing: BillingName;
  readonly clinician: ClinicianKind;
  /** Of the program. */
  readonly placeOfService: string;
  readonly diagnoses: readonly string[];
  readonly visits: readonly Visit[];
  /** Age of the patient in years. */
  readonly age?: readonly [number, number];
  readonly facility?: 'second-site' | 'hospital';
  readonly isReferred?: boolean;
  readonly needsAuthorization?: boolean;
  readonly isDrugTest?: boolean;
  readonly frequency?: '7' | '8';
  readonly dates?: readonly ClaimDate['kind'][];
  readonly note?: string;
}

/** The same service on each of these days. */
export const daily = (visit: Visit, days: readonly number[]): Visit[] => days.map((day) => ({ ...visit, day }));

/** Combinations of diagnoses that come often, the principal first. */
export const diagnosed = {
  depression: ['F33.1', 'F41.1'],
  trauma: ['F43.10', 'F33.2', 'G47.00'],
  opioids: ['F11.20'],
  alcohol: ['F10.20', 'F41.9'],
  childhood: ['F90.2', 'F91.3'],
  psychosis: ['F25.0', 'F17.210', 'Z91.148'],
} as const;
