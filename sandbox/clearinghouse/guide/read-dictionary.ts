import { readFileSync } from 'node:fs';
import type { DataElement, Relation, SegmentShape } from './guide.ts';

/** The lines of a table beside this file that say something. */
export function tableLines(name: string): string[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

/** `elements.txt`: data elements by number. */
export function readElements(): ReadonlyMap<string, DataElement> {
  return new Map(
    tableLines('./elements.txt').map((line) => {
      const [number = '', type = '', shortest, longest] = line.split(' ');
      return [number, { type, shortest: Number(shortest), longest: Number(longest) }] as const;
    }),
  );
}

function readRelation(code: string): Relation {
  return { kind: code.charAt(0), positions: (code.slice(1).match(/../g) ?? []).map(Number) };
}

/** `segments.txt`: segments and composites by id. */
export function readSegments(): ReadonlyMap<string, SegmentShape> {
  return new Map(
    tableLines('./segments.txt').map((line) => {
      const [shape = '', relations = ''] = line.split(' | ');
      const [id = '', ...elements] = shape.trim().split(' ');
      return [
        id,
        { elements: elements.map((number) => (number === '-' ? undefined : number)), relations: relations.split(' ').filter(Boolean).map(readRelation) },
      ] as const;
    }),
  );
}
