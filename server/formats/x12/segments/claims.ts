import type { ClaimNote, ProfessionalClaim } from '../claims/professional-claim.ts';
import { decimalOf } from '../syntax/amounts.ts';
import { sendableText, sendableWords } from '../syntax/characters.ts';
import { codeAt, textAt } from '../syntax/fields.ts';
import { component, components, element, type Segment } from '../syntax/segment.ts';
import { segment, type Written } from '../syntax/written.ts';

const longestNote = 80;

/** The header of a claim, as CLM carries it. */
type ClaimHeader = Pick<ProfessionalClaim, 'claimNumber' | 'charge' | 'placeOfService' | 'frequency' | 'assignment' | 'benefitsAssigned' | 'releaseOfInformation'>;

/** CLM of a professional claim. CLM06 Y: the signed note is the provider's signature on file. */
export function professionalClaim(claim: ClaimHeader): Written {
  return segment(
    'CLM',
    sendableText(claim.claimNumber),
    decimalOf(claim.charge),
    undefined,
    undefined,
    [claim.placeOfService, 'B', claim.frequency],
    'Y',
    claim.assignment,
    claim.benefitsAssigned,
    claim.releaseOfInformation,
  );
}

/** What CLM05 to CLM09 say. */
export function readClaimCodes(clm: Segment): Omit<ClaimHeader, 'claimNumber' | 'charge'> {
  return {
    placeOfService: component(clm, 5, 1),
    frequency: codeAt({ ...clm, elements: ['CLM', component(clm, 5, 3)] }, 1, ['1', '7', '8']),
    assignment: codeAt(clm, 7, ['A', 'B', 'C']),
    benefitsAssigned: codeAt(clm, 8, ['Y', 'N', 'W']),
    releaseOfInformation: codeAt(clm, 9, ['Y', 'I']),
  };
}

/** HI: ICD-10-CM without dots, the principal first. */
export function diagnoses(codes: readonly string[]): Written {
  return segment('HI', ...codes.map((code, place) => [place === 0 ? 'ABK' : 'ABF', sendableText(code).replaceAll('.', '')]));
}

/** The codes of an HI, without dots. */
export function readDiagnoses(hi: Segment): string[] {
  return hi.elements.slice(1).map((_, place) => components(hi, place + 1)[1] ?? '');
}

/** NTE, cut to the 80 characters it holds; nothing without a text. */
export function note(kind: string, text: string | undefined): Written[] {
  return text ? [segment('NTE', kind, sendableWords(text, longestNote))] : [];
}

/** The note of an NTE at claim level. */
export function readClaimNote(nte: Segment): ClaimNote {
  return { kind: codeAt(nte, 1, ['ADD', 'CER', 'DCP', 'DGN', 'TPO']), text: textAt(nte, 2) };
}

/** The text of an NTE at line level. */
export function readLineNote(nte: Segment): string {
  return element(nte, 2);
}
