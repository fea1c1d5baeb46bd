import type { Obstacle } from '#server/platform/index.ts';
import type { Condition, Instrument } from './instrument.contract.ts';

const wrong = (at: string, says: string): Obstacle => ({ code: 'instrument.not-sound', says, at });

/** Items and scores that a condition speaks of. */
function namesIn(condition: Condition): { items: string[]; scores: string[]; findings: string[] } {
  if ('item' in condition) return { items: [condition.item], scores: [], findings: [] };
  if ('refused' in condition) return { items: [condition.refused], scores: [], findings: [] };
  if ('score' in condition) return { items: [], scores: [condition.score, ...('than' in condition ? [condition.than] : [])], findings: [] };
  if ('finding' in condition) return { items: [], scores: [], findings: [condition.finding] };
  const parts = ('all' in condition ? condition.all : 'any' in condition ? condition.any : condition.of).map(namesIn);
  return { items: parts.flatMap(({ items }) => items), scores: parts.flatMap(({ scores }) => scores), findings: parts.flatMap(({ findings }) => findings) };
}

function faultyItems({ items, optionSets }: Instrument): Obstacle[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const at = `items.${index}`;
    const found: Obstacle[] = [];
    const kinds = [item.options !== undefined, item.number !== undefined, item.words === true].filter(Boolean).length;
    if (kinds !== 1) found.push(wrong(at, `Question ${item.id} needs options, or a number, or words: exactly one of them.`));
    if (item.options !== undefined && !optionSets[item.options]) found.push(wrong(at, `Question ${item.id} speaks of options "${item.options}" that are not there.`));
    if (item.text.trim() === '') found.push(wrong(`${at}.text`, `Question ${item.id} has no wording yet.`));
    if (seen.has(item.id)) found.push(wrong(at, `Question ${item.id} stands twice.`));
    const later = namesIn(item.showWhen ?? { all: [] }).items.filter((name) => !seen.has(name));
    if (later.length > 0) found.push(wrong(at, `Question ${item.id} depends on ${later.join(', ')}, which is not asked before it.`));
    seen.add(item.id);
    return found;
  });
}

function faultyNames(instrument: Instrument): Obstacle[] {
  const { scoring } = instrument;
  const items = new Set(instrument.items.map(({ id }) => id));
  const scores = new Set(['total', ...(scoring.subscales ?? []).map(({ id }) => id)]);
  const findings = new Set((scoring.findings ?? []).map(({ id }) => id));
  const conditions = [...(scoring.findings ?? []), ...(scoring.outcomes ?? []), ...instrument.critical, ...instrument.reflex].map(({ when }) => namesIn(when));
  const asked = [...(scoring.items ?? []), ...(scoring.subscales ?? []).flatMap((subscale) => subscale.items), ...conditions.flatMap((names) => names.items)];
  const unknown = [
    ...asked.filter((name) => !items.has(name)),
    ...conditions.flatMap((names) => names.scores).filter((name) => !scores.has(name)),
    ...conditions.flatMap((names) => names.findings).filter((name) => !findings.has(name)),
  ];
  return [...new Set(unknown)].map((name) => wrong('scoring', `The scoring speaks of "${name}", which is not there.`));
}

/** The lowest and highest sum that these items can come to. */
function reachOf(instrument: Instrument, ids: readonly string[]): { min: number; max: number } {
  const ranges = ids.map((id) => {
    const item = instrument.items.find((each) => each.id === id);
    if (item?.number) return item.number;
    const scores = (instrument.optionSets[item?.options ?? ''] ?? []).flatMap((option) => option.score ?? []);
    return { min: Math.min(...scores, item?.skippedScore ?? Number.POSITIVE_INFINITY), max: Math.max(...scores) };
  });
  return { min: ranges.reduce((sum, { min }) => sum + min, 0), max: ranges.reduce((sum, { max }) => sum + max, 0) };
}

function faultyRanges(instrument: Instrument): Obstacle[] {
  const { scoring } = instrument;
  const found: Obstacle[] = [];
  const check = (name: string, ids: readonly string[], min: number | undefined, max: number | undefined) => {
    const reach = reachOf(instrument, ids);
    if (reach.min !== min || reach.max !== max)
      found.push(wrong('scoring', `${name} can come to ${reach.min} to ${reach.max}, and is said to go from ${min} to ${max}.`));
  };
  if (scoring.method === 'sum') check('The total', scoring.items ?? [], scoring.min, scoring.max);
  for (const { label, items, min, max } of scoring.subscales ?? []) check(label, items, min, max);
  if (scoring.method === 'categorical' && !scoring.outcomes) found.push(wrong('scoring.outcomes', 'A result that is a word needs the words.'));
  return [...found, ...faultyBands(instrument)];
}

function faultyBands({ scoring, bands }: Instrument): Obstacle[] {
  const found: Obstacle[] = [];
  let next = scoring.min;
  for (const band of bands) {
    if (band.min !== next) found.push(wrong('bands', `The band "${band.label}" begins at ${band.min}; ${next} was expected.`));
    next = band.max + 1;
  }
  if (bands.length > 0 && next !== (scoring.max ?? 0) + 1) found.push(wrong('bands', `The bands end at ${(next ?? 0) - 1}, the total at ${scoring.max}.`));
  return found;
}

/** What stands against publishing a definition: names that lead nowhere, missing wording, ranges and bands that do not fit the questions. */
export function obstaclesToPublishing(instrument: Instrument): Obstacle[] {
  const blank = Object.entries(instrument.optionSets).flatMap(([name, options]) =>
    options.some(({ label }) => label.trim() === '') ? [wrong(`optionSets.${name}`, `An answer of "${name}" has no wording yet.`)] : [],
  );
  const broken = [...faultyItems(instrument), ...blank, ...faultyNames(instrument)];
  return broken.length > 0 ? broken : faultyRanges(instrument);
}

/** A definition without its wording and version: what a site fills must score as the skeleton does. */
export function scoringOnly(instrument: Instrument): object {
  const { version: _version, title: _title, abbreviation: _abbreviation, instruction: _instruction, licence: _licence, language: _language, ...rest } = instrument;
  const { items, optionSets, code, scoring, critical, bands, cutoffs } = rest;
  return {
    code,
    items: items.map(({ text: _text, loinc: _loinc, ...item }) => item),
    optionSets: Object.fromEntries(Object.entries(optionSets).map(([name, options]) => [name, options.map((option) => option.score)])),
    scoring,
    critical,
    bands,
    cutoffs,
  };
}
