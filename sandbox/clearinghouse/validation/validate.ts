import { guide } from '../guide/read-guide.ts';
import { readEnvelopes, type Group, type Interchange, type TransactionSet } from '../x12/envelope.ts';
import { valueAt } from '../x12/segment.ts';
import { wrongFile, wrongGroup, wrongInterchange, wrongSet } from './check-envelope.ts';
import { wrongHierarchy } from './check-hierarchy.ts';
import { wrongInSegment } from './check-segment.ts';
import { wrongInLoop } from './checks.ts';
import { finding, type Finding } from './finding.ts';
import { loopsBelow, segmentIn, type LoopInstance } from './loop-instance.ts';
import { Placement } from './place-segments.ts';

/** A transaction set sorted into loops, with what is wrong in it. */
export interface ValidatedSet {
  readonly set: TransactionSet;
  readonly root: LoopInstance;
  readonly findings: readonly Finding[];
}

/** A functional group with its sets. `findings` are of the group itself. */
export interface ValidatedGroup {
  readonly group: Group;
  readonly sets: readonly ValidatedSet[];
  readonly findings: readonly Finding[];
}

/** An interchange with its groups. `findings` are of the interchange itself. */
export interface ValidatedInterchange {
  readonly interchange: Interchange;
  readonly groups: readonly ValidatedGroup[];
  readonly findings: readonly Finding[];
}

/** A whole file, judged. `findings` are those of the file itself; `allFindings` those of every level. */
export interface Validation {
  readonly interchanges: readonly ValidatedInterchange[];
  readonly findings: readonly Finding[];
  readonly allFindings: readonly Finding[];
}

/** What was received before: a clearinghouse answers repeats. Keys are `sender|number`. */
export interface Received {
  readonly interchanges: { has(key: string): boolean };
  readonly claims: { has(key: string): boolean };
}

const nothing: Received = { interchanges: new Set(), claims: new Set() };

function* everyLoop(loop: LoopInstance): Generator<LoopInstance> {
  yield loop;
  for (const child of loop.children) yield* everyLoop(child);
}

/** Who sent an interchange: ISA05 and ISA06. */
export function senderOf(interchange: Interchange): string {
  return `${valueAt(interchange.isa, 5)}:${valueAt(interchange.isa, 6).trim()}`;
}

function* repeatedClaims(root: LoopInstance, sender: string, seen: Set<string>, received: Received): Generator<Finding> {
  for (const claim of loopsBelow(root, '2300')) {
    const clm = segmentIn(claim, 'CLM');
    if (clm === undefined) continue;
    const number = valueAt(clm, 1);
    const key = `${sender}|${number}`;
    if (seen.has(key) || received.claims.has(key))
      yield finding('claim.duplicate', `Claim ${number} was received before.`, { segment: clm, element: 1, value: number, in: claim });
    seen.add(key);
  }
}

function validateSet(set: TransactionSet, sender: string, seen: Set<string>, received: Received): ValidatedSet {
  const placement = new Placement(guide);
  for (const segment of set.segments) placement.place(segment);
  const findings: Finding[] = [...wrongSet(set), ...placement.finish()];
  const loops = [...everyLoop(placement.root)];
  for (const loop of loops) {
    for (const placed of loop.segments) findings.push(...wrongInSegment(guide, placed, loop));
    findings.push(...wrongInLoop(loop));
  }
  findings.push(...wrongHierarchy(loops), ...repeatedClaims(placement.root, sender, seen, received));
  return { set, root: placement.root, findings: inOrder(findings).map((found) => ({ ...found, set: valueAt(set.st, 2) })) };
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((one, other) => (one.segment?.position ?? 0) - (other.segment?.position ?? 0) || (one.element ?? 0) - (other.element ?? 0));
}

function validateInterchange(interchange: Interchange, seen: Set<string>, received: Received): ValidatedInterchange {
  const sender = senderOf(interchange);
  const number = valueAt(interchange.isa, 13);
  const label = (found: Finding): Finding => ({ ...found, interchange: number });
  const findings = [...wrongInterchange(interchange)];
  const key = `${sender}|${number}`;
  if (seen.has(`isa|${key}`) || received.interchanges.has(key))
    findings.push(
      finding('interchange.duplicate', `Interchange ${number} of this sender was received before.`, { segment: interchange.isa, element: 13, value: number }),
    );
  seen.add(`isa|${key}`);
  const groups = interchange.groups.map((group) => ({
    group,
    findings: [...wrongGroup(group)].map(label),
    sets: group.sets.map((set) => validateSet(set, sender, seen, received)).map((one) => ({ ...one, findings: one.findings.map(label) })),
  }));
  return { interchange, groups, findings: findings.map(label) };
}

/** Judges the text of an 837P file against the guide. An empty `allFindings` means that nothing is wrong. */
export function validate837(text: string, received: Received = nothing): Validation {
  const file = readEnvelopes(text);
  const seen = new Set<string>();
  const findings = [...wrongFile(file)];
  const interchanges = file.interchanges.map((interchange) => validateInterchange(interchange, seen, received));
  const below = interchanges.flatMap((one) => [...one.findings, ...one.groups.flatMap((group) => [...group.findings, ...group.sets.flatMap((set) => set.findings)])]);
  return { interchanges, findings, allFindings: inOrder([...findings, ...below]) };
}
