import { tableLines } from '../guide/read-dictionary.ts';
import { valueAt, type Segment } from '../x12/segment.ts';
import { finding, type Finding } from './finding.ts';
import { findingKinds, type FindingCode } from './finding-kinds.ts';
import { childrenOf, enclosing, segmentsIn, type LoopInstance } from './loop-instance.ts';

interface Path {
  readonly up?: string;
  readonly down?: string;
  readonly id: string;
  readonly qualifier?: string;
  readonly element?: number;
  readonly component?: number;
}

interface Condition {
  readonly path: Path;
  readonly test: 'present' | 'absent' | '=' | '!=';
  readonly codes: readonly string[];
}

/** One row of `situational.txt`. */
export interface SituationalRule {
  readonly loops: readonly string[];
  readonly when: readonly Condition[];
  readonly demand: 'need' | 'refuse';
  /** One of these satisfies a need. */
  readonly paths: readonly Path[];
  readonly code: FindingCode;
  readonly says: string;
}

const pathNotation = /^(?:(?<up>\^)?(?<loop>[\dA-Z]+)\/)?(?<id>[A-Z0-9]{2,3})(?:\*(?<qualifier>\w+))?(?:\.(?<element>\d\d)(?:-(?<component>\d))?)?$/;

function readPath(text: string): Path {
  const groups = pathNotation.exec(text)?.groups;
  if (groups === undefined) throw new Error(`"${text}" is no path of situational.txt.`);
  const { up, loop, id = '', qualifier, element, component } = groups;
  return {
    id,
    ...(loop !== undefined && (up === undefined ? { down: loop } : { up: loop })),
    ...(qualifier !== undefined && { qualifier }),
    ...(element !== undefined && { element: Number(element) }),
    ...(component !== undefined && { component: Number(component) }),
  };
}

function readCondition(text: string): Condition {
  const [path = '', test, codes = ''] = text.split(' ');
  if (test !== 'present' && test !== 'absent' && test !== '=' && test !== '!=') throw new Error(`"${text}" is no condition of situational.txt.`);
  return { path: readPath(path), test, codes: codes.split(',') };
}

function isKnown(code: string): code is FindingCode {
  return code in findingKinds;
}

function readRule(line: string): SituationalRule {
  const [loops = '', when = '', demand = '', code = '', says = ''] = line.split(' | ').map((cell) => cell.trim());
  const [word, ...paths] = demand.split(/ (?:or )?/);
  if (!isKnown(code) || (word !== 'need' && word !== 'refuse')) throw new Error(`"${line}" is no rule of situational.txt.`);
  return { loops: loops.split(','), when: when === 'always' ? [] : when.split(' & ').map(readCondition), demand: word, paths: paths.map(readPath), code, says };
}

/** The table, read once. */
export const situationalRules: readonly SituationalRule[] = tableLines('./situational.txt').map(readRule);

const rulesByLoop = Map.groupBy(
  situationalRules.flatMap((rule) => rule.loops.map((loop) => ({ loop, rule }))),
  ({ loop }) => loop,
);

function loopsOf(loop: LoopInstance, { up, down }: Path): readonly LoopInstance[] {
  if (down !== undefined) return childrenOf(loop, down);
  const at = up === undefined ? loop : enclosing(loop, up);
  return at === undefined ? [] : [at];
}

interface Sent {
  readonly segment: Segment;
  readonly value: string;
}

/** What stands at a path: a segment without an element counts by being there. */
function sentAt(loop: LoopInstance, path: Path): readonly Sent[] {
  const segments = loopsOf(loop, path).flatMap((one) => segmentsIn(one, path.id, path.qualifier));
  const { element, component } = path;
  return segments.map((segment) => ({ segment, value: element === undefined ? segment.id : valueAt(segment, element, component) })).filter(({ value }) => value !== '');
}

function holds(loop: LoopInstance, { path, test, codes }: Condition): boolean {
  const sent = sentAt(loop, path);
  if (test === 'present') return sent.length > 0;
  if (test === 'absent') return sent.length === 0;
  const isAmong = sent.some(({ value }) => codes.includes(value));
  return test === '=' ? isAmong : !isAmong;
}

function judge(rule: SituationalRule, loop: LoopInstance): Finding | undefined {
  if (!rule.when.every((condition) => holds(loop, condition))) return undefined;
  const sent = rule.paths.flatMap((path) => sentAt(loop, path));
  if (rule.demand === 'need' ? sent.length > 0 : sent.length === 0) return undefined;
  const segment = sent[0]?.segment ?? loop.segments[0]?.segment;
  const element = rule.paths[0]?.element;
  return finding(rule.code, rule.says, { ...(segment !== undefined && { segment }), ...(element !== undefined && rule.demand === 'refuse' && { element }), in: loop });
}

/** What a loop demands or forbids because of something said elsewhere. */
export function* brokenSituations(loop: LoopInstance): Generator<Finding> {
  for (const { rule } of rulesByLoop.get(loop.use.id) ?? []) {
    const found = judge(rule, loop);
    if (found !== undefined) yield found;
  }
}
