import { sendableText } from '../../syntax/characters.ts';
import type { Procedure, ProfessionalClaim, ProfessionalLine } from '../professional-claim.ts';
import { repeated, unless, type ClaimFault } from './fault.ts';

const mostLines = 50;
const mostPointers = 4;
const mostModifiers = 4;
/** The guide's own limit for REF*6R. */
const longestLineNumber = 30;

function procedureFaults(procedure: Procedure, at: string): ClaimFault[] {
  return [
    ...unless(/^[A-Z0-9]{5}$/.test(procedure.code), 'procedure', `"${procedure.code}" is no procedure code.`, `${at}.code`),
    ...unless(procedure.modifiers.length <= mostModifiers, 'too-many-modifiers', 'A line holds four modifiers.', `${at}.modifiers`),
    ...unless(
      procedure.modifiers.every((one) => /^[A-Z0-9]{2}$/.test(one)),
      'modifier',
      'A modifier is two letters or digits.',
      `${at}.modifiers`,
    ),
  ];
}

function pointerFaults(pointers: readonly number[], diagnoses: number, at: string): ClaimFault[] {
  const inRange = pointers.every((pointer) => Number.isInteger(pointer) && pointer >= 1 && pointer <= diagnoses);
  return [
    ...unless(pointers.length >= 1 && pointers.length <= mostPointers, 'pointer-count', 'A line points to one to four diagnoses.', `${at}.diagnosisPointers`),
    ...unless(inRange, 'pointer', 'The line points to a diagnosis that the claim does not have.', `${at}.diagnosisPointers`),
    ...unless(repeated(pointers).length === 0, 'pointer-repeated', 'The line points to one diagnosis twice.', `${at}.diagnosisPointers`),
  ];
}

function lineFaults(line: ProfessionalLine, place: number, claim: ProfessionalClaim): ClaimFault[] {
  const at = `lines.${place}`;
  const days = line.servedThrough ? Temporal.PlainDate.compare(line.servedOn, line.servedThrough) : -1;
  return [
    ...procedureFaults(line.procedure, `${at}.procedure`),
    ...unless(
      line.drug === undefined || (/^\d{11}$/.test(line.drug.ndc) && line.drug.quantity > 0),
      'drug',
      'A drug needs an NDC of eleven digits and a quantity.',
      `${at}.drug`,
    ),
    ...pointerFaults(line.diagnosisPointers, claim.diagnoses.length, at),
    ...unless(line.charge >= 0, 'negative-charge', 'A charge cannot be negative.', `${at}.charge`),
    ...unless(
      line.units > 0 && line.units < 10_000 && Number.isInteger(Math.round(line.units * 1e6) / 1e3),
      'units',
      'Units must be above zero, with at most three decimals.',
      `${at}.units`,
    ),
    ...unless(days < 0, 'day-span', 'The last day of service must come after the first; leave it out for a single day.', `${at}.servedThrough`),
    ...unless(
      line.placeOfService === undefined || /^\d{2}$/.test(line.placeOfService),
      'place-of-service',
      'The place of service has two digits.',
      `${at}.placeOfService`,
    ),
    ...unless(
      /^\S{1,30}$/.test(line.lineNumber) && sendableText(line.lineNumber) === line.lineNumber,
      'line-number',
      `The line number needs 1 to ${longestLineNumber} capital letters or digits.`,
      `${at}.lineNumber`,
    ),
  ];
}

/** What is wrong with the lines of a claim, each alone and all together. */
export function linesFaults(claim: ProfessionalClaim): ClaimFault[] {
  const total = claim.lines.reduce((sum, line) => sum + line.charge, 0);
  return [
    ...unless(claim.lines.length >= 1 && claim.lines.length <= mostLines, 'line-count', 'A claim holds 1 to 50 lines. Split it.', 'lines'),
    ...unless(claim.charge === total, 'charge-total', 'The claim charge is not the sum of its lines.', 'charge'),
    ...unless(repeated(claim.lines.map((line) => line.lineNumber)).length === 0, 'line-number-repeated', 'Two lines carry the same number.', 'lines'),
    ...claim.lines.flatMap((line, place) => lineFaults(line, place, claim)),
  ];
}
