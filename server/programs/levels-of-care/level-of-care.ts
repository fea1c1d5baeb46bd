import file from '#content/levels-of-care.json' with { type: 'json' };
import type { ProgramKindName } from './levels-of-care.contract.ts';

/** A level of care by its code, with the kinds of program that offer it and where it may be billed from. */
export interface LevelOfCare {
  readonly code: string;
  readonly name: string;
  readonly kinds: readonly ProgramKindName[];
  readonly placesOfService: readonly string[];
  readonly setting: 'ambulatory' | 'residential' | 'inpatient';
  readonly substanceUse: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** All levels of care that ever were: dated data, so that old episodes keep their name. Source in the file. */
export const levelsOfCare = file.levels as readonly LevelOfCare[];

/** The level of that code; undefined when there is none. */
export function levelOfCare(code: string): LevelOfCare | undefined {
  return levelsOfCare.find((level) => level.code === code);
}
