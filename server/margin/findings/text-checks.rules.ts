import { likeness, namesOfOthers } from '#server/groups/index.ts';
import type { NoteFacts, OtherNote, Place, WrittenField } from './finding.ts';
import type { CheckOf } from './rule-book.ts';

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

interface Measure {
  readonly alike: number;
  readonly fewestWords: number;
  readonly exceptFields: readonly string[];
}

/** The field that is most like a field of another text; undefined when none is as alike as the rule asks. Short fields say the same by nature. */
function nearest(fields: readonly WrittenField[], others: readonly OtherNote[], { alike, fewestWords, exceptFields }: Measure) {
  const long = fields.filter(({ key, text }) => !exceptFields.includes(key) && wordCount(text) >= fewestWords);
  const pairs = long.flatMap((field) =>
    others.flatMap((other) =>
      other.fields.filter(({ text }) => wordCount(text) >= fewestWords).map(({ text }) => ({ field, says: other.says, share: likeness(field.text, text) })),
    ),
  );
  return pairs.filter(({ share }) => share >= alike).toSorted((a, b) => b.share - a.share)[0];
}

function repeated(found: ReturnType<typeof nearest>): Place[] {
  return found ? [{ at: `sections.${found.field.key}`, words: { percent: String(Math.round(found.share * 100)), before: found.says } }] : [];
}

/** No field is the one of the note before. What was openly carried forward is another rule's. */
export function repeatsBefore({ fields, before }: NoteFacts, check: CheckOf<'repeats-before'>): Place[] {
  return before
    ? repeated(
        nearest(
          fields.filter(({ carried, text }) => carried !== text),
          [before],
          check,
        ),
      )
    : [];
}

/** No field is one that the author wrote about somebody else on that day. */
export function repeatsSameDay({ fields, sameDay }: NoteFacts, check: CheckOf<'repeats-same-day'>): Place[] {
  return repeated(nearest(fields, sameDay, check));
}

/** What was carried forward was brought up to date. */
export function carriedUnedited({ fields }: NoteFacts, { exceptFields }: CheckOf<'carried-unedited'>): Place[] {
  return fields
    .filter(({ key, carried, text }) => carried !== null && carried.trim() !== '' && carried.trim() === text.trim() && !exceptFields.includes(key))
    .map(({ key, label }) => ({ at: `sections.${key}`, words: { field: label } }));
}

function firstMatch(fields: readonly WrittenField[], patterns: readonly string[], isMeant: (before: string) => boolean = () => true): Place[] {
  const found = fields.flatMap(({ key, text }) =>
    patterns.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'giu'))].filter(({ index }) => isMeant(text.slice(0, index))).map(([said]) => ({ key, said }))),
  );
  return found.slice(0, 1).map(({ key, said }) => ({ at: `sections.${key}`, words: { said } }));
}

/** The text does not tell of danger that the answer above says was denied. A negation earlier in the sentence makes it a denial. */
export function riskInWords({ fields, risk }: NoteFacts, { patterns, negations }: CheckOf<'risk-in-words'>): Place[] {
  if (risk !== 'denied') return [];
  const negated = new RegExp(`\\b(?:${negations.join('|')})\\b`, 'iu');
  return firstMatch(fields, patterns, (before) => !negated.test(before.split(/[.;!?\n]/u).at(-1) ?? ''));
}

/** The text speaks of the way of meeting that the header names. */
export function modalityInWords({ fields, modality }: NoteFacts, { noted, patterns }: CheckOf<'modality-in-words'>): Place[] {
  return noted.includes(modality) ? firstMatch(fields, patterns) : [];
}

/** Nothing that was to be filled in stands open. */
export function blankLeft({ fields }: NoteFacts, { patterns }: CheckOf<'blank-left'>): Place[] {
  return firstMatch(fields, patterns);
}

/** Nobody else of the person's groups is named (42 CFR 2.13(a)). */
export function othersNamed({ fields, others, self }: NoteFacts): Place[] {
  return fields.flatMap(({ key, text }) => namesOfOthers(text, others, self).map((name) => ({ at: `sections.${key}`, words: { name } })));
}
