import type { Relation } from '../guide/guide.ts';
import { valueAt, type Segment } from '../x12/segment.ts';
import { finding, type Finding } from './finding.ts';
import type { FindingCode } from './finding-kinds.ts';
import type { LoopInstance } from './loop-instance.ts';

interface Broken {
  readonly code: FindingCode;
  readonly says: string;
}

type Rule = (filled: readonly boolean[]) => Broken | undefined;

const missing = (says: string): Broken => ({ code: 'element.dependent-missing', says });

/** The five kinds of condition of X12.6, over which of their positions are filled. */
const rules: Readonly<Record<string, Rule>> = {
  P: (filled) => (filled.some(Boolean) && !filled.every(Boolean) ? missing('must be sent together') : undefined),
  R: (filled) => (filled.some(Boolean) ? undefined : missing('need at least one')),
  E: (filled) => (filled.filter(Boolean).length > 1 ? { code: 'element.exclusive', says: 'exclude each other' } : undefined),
  C: ([first, ...others]) => (first === true && !others.every(Boolean) ? missing('belong together: the first calls for the rest') : undefined),
  L: ([first, ...others]) => (first === true && !others.some(Boolean) ? missing('belong together: the first calls for one of the rest') : undefined),
};

/** The conditions between positions that a segment breaks. */
export function* brokenRelations(segment: Segment, relations: readonly Relation[], loop: LoopInstance): Generator<Finding> {
  for (const { kind, positions } of relations) {
    const broken = rules[kind]?.(positions.map((position) => valueAt(segment, position) !== ''));
    const at = positions.find((position) => valueAt(segment, position) === '') ?? positions.at(-1);
    const names = positions.map((position) => `${segment.id}${String(position).padStart(2, '0')}`).join(', ');
    if (broken !== undefined && at !== undefined) yield finding(broken.code, `${names} ${broken.says}.`, { segment, element: at, in: loop });
  }
}
