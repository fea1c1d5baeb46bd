import { guide } from '../guide/read-guide.ts';
import { findingKinds } from '../validation/finding-kinds.ts';
import type { Finding } from '../validation/finding.ts';
import type { ValidatedGroup, ValidatedSet } from '../validation/validate.ts';
import type { SegmentText, SetToPrint } from '../x12/print.ts';
import { valueAt } from '../x12/segment.ts';

/** IK501 and AK901: accepted, accepted with errors, rejected, partially accepted. */
export type Verdict = 'A' | 'E' | 'R';

/** A set with its verdict and what the 999 says about it. */
export interface JudgedSet {
  readonly validated: ValidatedSet;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** Findings that a 999 carries; those of claims go into the 277CA. */
export function implementationFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }) => findingKinds[code].answer === '999');
}

/** R with an error, E with only warnings, A with nothing. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'R';
  return findings.length > 0 ? 'E' : 'A';
}

function referenceNumber(found: Finding): string {
  const shape = guide.segments.get(found.segment?.id ?? '');
  const whole = shape?.elements[(found.element ?? 0) - 1];
  if (found.component === undefined || whole === undefined) return whole?.startsWith('C') === true ? '' : (whole ?? '');
  return guide.segments.get(whole)?.elements[found.component - 1] ?? '';
}

function elementError(found: Finding): SegmentText | undefined {
  const { ik4 } = findingKinds[found.code];
  if (ik4 === undefined || found.element === undefined) return undefined;
  const position = [String(found.element), found.component === undefined ? '' : String(found.component)];
  const value = (found.value ?? '')
    .replace(/[^\x20-\x7e]/g, '?')
    .trim()
    .slice(0, 99);
  return ['IK4', position, referenceNumber(found), ik4, value];
}

function segmentError(set: ValidatedSet, findings: readonly Finding[]): readonly SegmentText[] {
  const [first] = findings;
  const segment = first?.segment;
  if (first === undefined || segment === undefined) return [];
  const loop = ['HEADER', 'TRAILER', undefined].includes(first.loop) ? '' : (first.loop ?? '');
  const id = /^[A-Z][A-Z0-9]{1,2}$/.test(segment.id) ? segment.id : 'ZZZ';
  const ik3: SegmentText = ['IK3', id, String(segment.position - set.set.st.position + 1), loop, findingKinds[first.code].ik3 ?? '8'];
  const context: readonly SegmentText[] = first.claimNumber === undefined || first.claimNumber === '' ? [] : [['CTX', ['CLM01', first.claimNumber]]];
  return [ik3, ...context, ...findings.map(elementError).filter((ik4) => ik4 !== undefined)];
}

function segmentErrors({ validated, findings }: JudgedSet): readonly SegmentText[] {
  const groups = Map.groupBy(
    findings.filter(({ code }) => findingKinds[code].ik3 !== undefined),
    ({ segment, code }) => `${segment?.position ?? 0}|${findingKinds[code].ik3}`,
  );
  return [...groups.values()].flatMap((group) => segmentError(validated, group));
}

function setErrors(findings: readonly Finding[]): readonly string[] {
  const own = findings.map(({ code }) => findingKinds[code].set).filter((code) => code !== undefined);
  const hasSegmentErrors = findings.some(({ code }) => findingKinds[code].ik3 !== undefined);
  return [...new Set([...(hasSegmentErrors ? ['5'] : []), ...own])].slice(0, 5);
}

function setAcknowledgement(judged: JudgedSet): readonly SegmentText[] {
  const { st } = judged.validated.set;
  return [['AK2', '837', valueAt(st, 2), valueAt(st, 3)], ...segmentErrors(judged), ['IK5', judged.verdict, ...setErrors(judged.findings)]];
}

function groupVerdict(sets: readonly JudgedSet[], groupIsBroken: boolean): string {
  const accepted = sets.filter(({ verdict }) => verdict !== 'R');
  if (groupIsBroken || accepted.length === 0) return 'R';
  if (accepted.length < sets.length) return 'P';
  return sets.some(({ verdict }) => verdict === 'E') ? 'E' : 'A';
}

/** The 999 of a functional group: what was received, what was wrong where, what is accepted. 005010X231A1. */
export function implementationAcknowledgement({ group, findings }: ValidatedGroup, sets: readonly JudgedSet[]): SetToPrint {
  const codes = [...new Set(findings.map(({ code }) => findingKinds[code].group).filter((code) => code !== undefined))].slice(0, 5);
  const accepted = codes.length > 0 ? 0 : sets.filter(({ verdict }) => verdict !== 'R').length;
  const said = group.ge === undefined ? String(group.sets.length) : valueAt(group.ge, 1);
  const segments: SegmentText[] = [
    ['AK1', 'HC', valueAt(group.gs, 6), valueAt(group.gs, 8)],
    ...sets.flatMap(setAcknowledgement),
    ['AK9', groupVerdict(sets, codes.length > 0), said, String(group.sets.length), String(accepted), ...codes],
  ];
  return { type: '999', version: '005010X231A1', segments };
}
