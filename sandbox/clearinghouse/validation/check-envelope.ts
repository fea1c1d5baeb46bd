import type { Group, Interchange, TransactionSet, X12File } from '../x12/envelope.ts';
import { printed, valueAt, type Segment } from '../x12/segment.ts';
import { finding, type Finding } from './finding.ts';
import type { FindingCode } from './finding-kinds.ts';
import { isDate, isTime } from './moments.ts';

interface HeaderRule {
  readonly element: number;
  readonly code: FindingCode;
  readonly says: string;
  readonly isGood: (value: string) => boolean;
}

const oneOf =
  (...codes: string[]) =>
  (value: string) =>
    codes.includes(value);
const shaped = (pattern: RegExp) => (value: string) => pattern.test(value);
const idQualifiers = ['01', '14', '20', '27', '28', '29', '30', '33', 'ZZ'] as const;

/** ISA by position: X12.5 and the HIPAA guides' common envelope. */
const isaRules: readonly HeaderRule[] = [
  { element: 1, code: 'interchange.security', says: 'must be 00 or 03', isGood: oneOf('00', '03') },
  { element: 2, code: 'interchange.security', says: 'must fill ten places', isGood: shaped(/^.{10}$/) },
  { element: 3, code: 'interchange.security', says: 'must be 00 or 01', isGood: oneOf('00', '01') },
  { element: 4, code: 'interchange.security', says: 'must fill ten places', isGood: shaped(/^.{10}$/) },
  { element: 5, code: 'interchange.qualifier', says: 'is no kind of sender id', isGood: oneOf(...idQualifiers) },
  { element: 6, code: 'interchange.party', says: 'must name the sender in fifteen places', isGood: shaped(/^\S.{14}$/) },
  { element: 7, code: 'interchange.qualifier', says: 'is no kind of receiver id', isGood: oneOf(...idQualifiers) },
  { element: 8, code: 'interchange.party', says: 'must name the receiver in fifteen places', isGood: shaped(/^\S.{14}$/) },
  { element: 9, code: 'interchange.date', says: 'is no date (YYMMDD)', isGood: (value) => value.length === 6 && isDate(`20${value}`) },
  { element: 10, code: 'interchange.time', says: 'is no time (HHMM)', isGood: (value) => value.length === 4 && isTime(value) },
  { element: 11, code: 'interchange.separators', says: 'is no repetition separator', isGood: shaped(/^[^A-Za-z0-9\s]$/) },
  { element: 12, code: 'interchange.version', says: 'must be 00501', isGood: oneOf('00501') },
  { element: 13, code: 'interchange.control-number', says: 'must be nine digits and not zero', isGood: shaped(/^(?!0{9})\d{9}$/) },
  { element: 14, code: 'interchange.acknowledgement', says: 'must be 0 or 1', isGood: oneOf('0', '1') },
  { element: 15, code: 'interchange.usage', says: 'must be P or T', isGood: oneOf('P', 'T') },
  { element: 16, code: 'interchange.separators', says: 'is no component separator', isGood: shaped(/^[^A-Za-z0-9\s]$/) },
];

const gsRules: readonly HeaderRule[] = [
  { element: 1, code: 'group.functional-code', says: 'must be HC', isGood: oneOf('HC') },
  { element: 2, code: 'group.header', says: 'must name the sender in 2 to 15 characters', isGood: shaped(/^\S.{1,14}$/) },
  { element: 3, code: 'group.header', says: 'must name the receiver in 2 to 15 characters', isGood: shaped(/^\S.{1,14}$/) },
  { element: 4, code: 'group.header', says: 'is no date (CCYYMMDD)', isGood: isDate },
  { element: 5, code: 'group.header', says: 'is no time (HHMM)', isGood: isTime },
  { element: 6, code: 'group.header', says: 'must be a number of one to nine digits without leading zeros', isGood: shaped(/^[1-9]\d{0,8}$/) },
  { element: 7, code: 'group.header', says: 'must be X', isGood: oneOf('X') },
  { element: 8, code: 'group.version', says: 'must be 005010X222A1', isGood: oneOf('005010X222A1') },
];

function* wrongHeader(segment: Segment, rules: readonly HeaderRule[]): Generator<Finding> {
  for (const { element, code, says, isGood } of rules) {
    const value = valueAt(segment, element);
    if (!isGood(value)) yield finding(code, `${segment.id}${String(element).padStart(2, '0')} "${value}" ${says}.`, { segment, element, value });
  }
}

function* wrongMarks(isa: Segment): Generator<Finding> {
  const { element, component, repetition, segment } = isa.separators;
  if (new Set([element, component, repetition, segment]).size < 4) yield finding('interchange.separators', 'Two separators are the same character.', { segment: isa });
}

interface Trailer {
  readonly segment: Segment | undefined;
  readonly count: number;
  readonly control: string;
  readonly codes: { readonly missing: FindingCode; readonly count: FindingCode; readonly control: FindingCode };
  readonly opening: Segment;
  readonly name: string;
}

function* wrongTrailer({ segment, count, control, codes, opening, name }: Trailer): Generator<Finding> {
  if (segment === undefined) return yield finding(codes.missing, `${opening.id} is never closed by ${name}.`, { segment: opening });
  const said = valueAt(segment, 1);
  if (said !== String(count)) yield finding(codes.count, `${name}01 says ${said}; there are ${count}.`, { segment, element: 1, value: said });
  if (valueAt(segment, 2) !== control)
    yield finding(codes.control, `${name}02 is "${valueAt(segment, 2)}"; ${opening.id} says "${control}".`, { segment, element: 2, value: valueAt(segment, 2) });
}

/** What is wrong with ST and SE of one set. */
export function* wrongSet(set: TransactionSet): Generator<Finding> {
  const control = valueAt(set.st, 2);
  if (!/^[0-9A-Z]{4,9}$/.test(control))
    yield finding('set.control-number', `ST02 "${control}" must have four to nine characters.`, { segment: set.st, element: 2, value: control });
  yield* wrongTrailer({
    segment: set.se,
    count: set.segments.length,
    control,
    opening: set.st,
    name: 'SE',
    codes: { missing: 'set.trailer-missing', count: 'set.segment-count', control: 'set.control-mismatch' },
  });
}

/** What is wrong with GS and GE, and with the numbering of the sets between them. */
export function* wrongGroup(group: Group): Generator<Finding> {
  yield* wrongHeader(group.gs, gsRules);
  yield* wrongTrailer({
    segment: group.ge,
    count: group.sets.length,
    control: valueAt(group.gs, 6),
    opening: group.gs,
    name: 'GE',
    codes: { missing: 'group.trailer-missing', count: 'group.set-count', control: 'group.control-mismatch' },
  });
  const seen = new Set<string>();
  for (const { st } of group.sets) {
    const control = valueAt(st, 2);
    if (seen.has(control)) yield finding('set.duplicate', `ST02 ${control} stands twice in this group.`, { segment: st, element: 2, value: control });
    seen.add(control);
  }
}

/** What is wrong with ISA and IEA, and with what stands between them outside any set. */
export function* wrongInterchange(interchange: Interchange): Generator<Finding> {
  const { isa, iea, groups, strays } = interchange;
  yield* wrongHeader(isa, isaRules);
  yield* wrongMarks(isa);
  yield* wrongTrailer({
    segment: iea,
    count: groups.length,
    control: valueAt(isa, 13),
    opening: isa,
    name: 'IEA',
    codes: { missing: 'interchange.trailer-missing', count: 'interchange.group-count', control: 'interchange.control-mismatch' },
  });
  for (const segment of strays) yield finding('interchange.stray', `"${printed(segment).slice(0, 40)}" stands outside any transaction set.`, { segment });
  if (groups.length === 0) yield finding('interchange.empty', 'The interchange holds nothing.', { segment: isa });
  const controls = groups.map(({ gs }) => valueAt(gs, 6));
  for (const [index, { gs }] of groups.entries()) {
    if (controls.indexOf(valueAt(gs, 6)) < index)
      yield finding('group.duplicate', `GS06 ${valueAt(gs, 6)} stands twice.`, { segment: gs, element: 6, value: valueAt(gs, 6) });
  }
}

/** What kept a file from being read to its end. */
export function* wrongFile(file: X12File): Generator<Finding> {
  const { broken } = file;
  if (broken?.kind === 'cut-off') yield finding('interchange.cut-off', `The file stops inside a segment: "${broken.text}".`);
  if (broken?.kind === 'not-x12') yield finding('interchange.not-x12', `Expected an ISA of 106 characters, found "${broken.text.replace(/[^\x20-\x7e]/g, '?')}".`);
  if (broken === undefined && file.interchanges.length === 0) yield finding('interchange.not-x12', 'The file is empty.');
}
