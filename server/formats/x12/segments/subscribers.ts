import { dependentRelationships, filingIndicators, type DependentRelationship, type OtherPayer, type Plan } from '../claims/coverage.ts';
import { sendableText, sendableWords } from '../syntax/characters.ts';
import { codeAt } from '../syntax/fields.ts';
import { present } from '../syntax/present.ts';
import { optional, type Segment } from '../syntax/segment.ts';
import { segment, type Written } from '../syntax/written.ts';

const longestGroupName = 60;

/** SBR: a plan, its rank and kind. SBR02 stays empty above a dependent; with a group number no group name is sent. */
export function plan(of: Plan, relationship: '18' | DependentRelationship | undefined): Written {
  const groupName = of.groupNumber === undefined && of.groupName ? sendableWords(of.groupName, longestGroupName) : undefined;
  return segment(
    'SBR',
    of.sequence,
    relationship,
    of.groupNumber && sendableText(of.groupNumber),
    groupName,
    of.medicareSecondaryReason,
    undefined,
    undefined,
    undefined,
    of.filingIndicator,
  );
}

/** PAT: what the patient is to the subscriber. */
export function patientRelationship(relationship: DependentRelationship): Written {
  return segment('PAT', relationship);
}

/** OI: benefits and release towards another payer. */
export function otherInsurance(of: Pick<OtherPayer, 'benefitsAssigned' | 'releaseOfInformation'>): Written {
  return segment('OI', undefined, undefined, of.benefitsAssigned, undefined, undefined, of.releaseOfInformation);
}

/** The plan of an SBR. */
export function readPlan(sbr: Segment): Plan {
  return present({
    sequence: codeAt(sbr, 1, ['P', 'S', 'T']),
    filingIndicator: codeAt(sbr, 9, filingIndicators),
    groupNumber: optional(sbr, 3),
    groupName: optional(sbr, 4),
    medicareSecondaryReason: optional(sbr, 5),
  });
}

/** PAT01, or SBR02 of another payer when a dependent is meant. */
export function readDependentRelationship(segmentWithIt: Segment, place: number): DependentRelationship {
  return codeAt(segmentWithIt, place, dependentRelationships);
}

/** Benefits and release of an OI. */
export function readOtherInsurance(oi: Segment): Pick<OtherPayer, 'benefitsAssigned' | 'releaseOfInformation'> {
  return { benefitsAssigned: codeAt(oi, 3, ['Y', 'N', 'W']), releaseOfInformation: codeAt(oi, 6, ['Y', 'I']) };
}
