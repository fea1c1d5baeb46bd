import type { LoopInstance } from './loop-instance.ts';
import type { Segment } from '../x12/segment.ts';
import { findingKinds, type FindingCode } from './finding-kinds.ts';

/** One thing wrong with a file: what (a code of `finding-kinds.ts`), where, and in words. */
export interface Finding {
  readonly code: FindingCode;
  readonly says: string;
  readonly severity: 'error' | 'warning';
  readonly segment?: Segment;
  readonly element?: number;
  readonly component?: number;
  /** The value that was sent. */
  readonly value?: string;
  readonly loop?: string;
  /** The loop it was found in; what is wrong above a claim concerns every claim below. */
  readonly scope?: LoopInstance;
  /** CLM01 of the claim that this concerns. */
  readonly claimNumber?: string;
  /** ISA13 and ST02 around it, where they could be read. */
  readonly interchange?: string;
  readonly set?: string;
}

/** Where in a file a finding is. */
export interface Place {
  readonly segment?: Segment;
  readonly element?: number;
  readonly component?: number;
  readonly value?: string;
  readonly in?: LoopInstance;
}

function claimNumberAt(loop: LoopInstance | undefined): string | undefined {
  for (let at = loop; at !== undefined; at = at.parent) {
    const number = at.segments.find(({ segment }) => segment.id === 'CLM')?.segment.elements[0];
    if (number !== undefined) return number;
  }
  return undefined;
}

/** Makes a finding; the claim around it is found by walking up the loops. */
export function finding(code: FindingCode, says: string, { in: loop, ...place }: Place = {}): Finding {
  const claimNumber = claimNumberAt(loop);
  return {
    code,
    says,
    severity: findingKinds[code].severity ?? 'error',
    ...place,
    ...(loop !== undefined && { loop: loop.use.id, scope: loop }),
    ...(claimNumber !== undefined && { claimNumber }),
  };
}

/** `file.x12: segment 31 CLM02 (loop 2300, claim HBH0000001): claim.total: says` on one line. */
export function printFinding(file: string, found: Finding): string {
  const component = found.component === undefined ? '' : `-${found.component}`;
  const element = found.element === undefined ? '' : `${String(found.element).padStart(2, '0')}${component}`;
  const at = found.segment === undefined ? '' : `segment ${found.segment.position} ${found.segment.id}${element}`;
  const around = [found.loop && `loop ${found.loop}`, found.claimNumber && `claim ${found.claimNumber}`].filter(Boolean).join(', ');
  return [file, [at, around && `(${around})`].filter(Boolean).join(' '), `${found.severity} ${found.code}`, found.says].filter(Boolean).join(': ');
}
