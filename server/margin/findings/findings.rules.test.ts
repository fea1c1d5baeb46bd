import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanStories, factsOf } from '#testing/note-corpus.ts';
import { plantedStories } from '#testing/planted-defects.ts';
import { findingsIn } from './findings.rules.ts';
import { rules } from './rule-book.ts';

const keysOf = (story: Parameters<typeof factsOf>[0]) => findingsIn(factsOf(story), rules);

describe('on notes of a corpus whose builders know nothing of the rules', () => {
  test('at least 57 of 60 planted mistakes are shown at their field before the signature', () => {
    const planted = plantedStories(2026);
    expect(planted).toHaveLength(60);
    const missed = planted.filter(({ clean, story, at }) => {
      const before = keysOf(clean).map(({ rule, at: place }) => `${rule} ${place}`);
      return !keysOf(story).some((finding) => finding.at === at && !before.includes(`${finding.rule} ${finding.at}`));
    });
    expect(missed.map(({ defect }) => defect).slice(3), missed.map(({ defect }) => defect).join('; ')).toEqual([]);
  });

  test('at most 10 of 200 clean notes get a false alarm', () => {
    const alarmed = cleanStories(4300, 200)
      .map(keysOf)
      .filter((found) => found.length > 0);
    expect(alarmed.length, JSON.stringify(alarmed.flat().map(({ rule, at, says }) => [rule, at, says]))).toBeLessThanOrEqual(10);
  });

  test('a rule that is switched off finds nothing, and takes no other finding along', () => {
    const seeds = fc.integer({ min: 0, max: 59 });
    const planted = plantedStories(7);
    fc.assert(
      fc.property(seeds, fc.constantFrom(...rules), (index, off) => {
        const story = planted[index]?.story;
        if (!story) return;
        const [all, fewer] = [
          keysOf(story),
          findingsIn(
            factsOf(story),
            rules.filter(({ id }) => id !== off.id),
          ),
        ];
        expect(fewer).toEqual(all.filter(({ rule }) => rule !== off.id));
      }),
      { numRuns: 60 },
    );
  });
});

test('every rule says where it comes from, leaves no blank unfilled, and is known once', () => {
  expect(rules.length).toBeGreaterThanOrEqual(12);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  const unfilled = plantedStories(11).flatMap(({ story }) => keysOf(story).filter(({ says }) => /\{\w+\}/.test(says)));
  expect(unfilled).toEqual([]);
});

test('a rule holds from its first day to its last', () => {
  const story = plantedStories(3).find(({ defect }) => defect.startsWith('risk not'))?.story;
  const dated = (validFrom: string, validTo: string | null) =>
    story
      ? findingsIn(
          factsOf(story),
          rules.filter(({ id }) => id === 'risk-unanswered').map((rule) => ({ ...rule, validFrom, validTo })),
        ).length
      : -1;
  expect([dated('2026-11-23', '2026-11-23'), dated('2026-11-24', null), dated('2026-01-01', '2026-11-22')]).toEqual([1, 0, 0]);
});
