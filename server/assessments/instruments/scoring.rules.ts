import type { Answers, Instrument } from './instrument.contract.ts';
import { holds, scoreOf, shownItems, type Known } from './questions.contract.ts';
import type { Band, CriticalFinding, Outcome, PartScore, Result } from './scoring.ts';

/** Sex for clinical use, where a cut-off depends on it. Unknown takes the lower cut-off: the one that misses nobody. */
export type ClinicalSex = 'female' | 'male' | 'unknown';

interface Counted {
  readonly known: { readonly items: Map<string, number>; readonly refused: Set<string> };
  readonly blank: readonly string[];
}

/** The score of each item: as answered, or what a hidden one counts by the rules of its instrument. */
function count(instrument: Instrument, answers: Answers): Counted {
  const shown = new Set(shownItems(instrument, answers).map(({ id }) => id));
  const items = new Map<string, number>();
  const refused = new Set<string>();
  const blank: string[] = [];
  for (const item of instrument.items) {
    const isShown = shown.has(item.id);
    const score = isShown ? scoreOf(instrument, item, answers[item.id]) : item.skippedScore;
    if (score === null) refused.add(item.id);
    else if (score !== undefined) items.set(item.id, score);
    else if (isShown && item.required && answers[item.id] === undefined) blank.push(item.id);
  }
  return { known: { items, refused }, blank };
}

function sumOf(ids: readonly string[], items: ReadonlyMap<string, number>): number | null {
  const scores = ids.map((id) => items.get(id));
  return scores.every((score) => score !== undefined) ? scores.reduce((sum, score) => sum + score, 0) : null;
}

interface Total {
  readonly state: 'complete' | 'prorated' | 'incomplete';
  readonly total: number | null;
}

function totalOf({ scoring }: Instrument, items: ReadonlyMap<string, number>): Total {
  const ids = scoring.items ?? [];
  const missing = ids.filter((id) => !items.has(id));
  if (missing.length === 0) return { state: 'complete', total: sumOf(ids, items) };
  const { prorate } = scoring;
  const answered = ids.length - missing.length;
  if (!prorate || answered === 0 || missing.length > prorate.most || missing.some((id) => prorate.never.includes(id))) return { state: 'incomplete', total: null };
  const sum = ids.reduce((so, id) => so + (items.get(id) ?? 0), 0);
  return { state: 'prorated', total: Math.round((sum / answered) * ids.length) };
}

/** What the highest cut-off that a score reaches means, among those for this person; the highest first. */
function meanings(cutoffs: Instrument['cutoffs'], score: number | null, sex: ClinicalSex): string[] {
  if (score === null) return [];
  const mine = cutoffs.filter((cutoff) => cutoff.for === undefined || sex === 'unknown' || cutoff.for === sex);
  const reached = mine.filter(({ min }) => score >= min).toSorted((left, right) => right.min - left.min);
  return reached.map(({ meaning }) => meaning);
}

function partsOf({ scoring }: Instrument, items: ReadonlyMap<string, number>, sex: ClinicalSex): PartScore[] {
  return (scoring.subscales ?? []).map(({ id, label, items: ids, min, max, higherIsBetter, cutoffs }) => {
    const score = sumOf(ids, items);
    return { id, label, score, min, max, isHigherBetter: higherIsBetter ?? false, meaning: meanings(cutoffs ?? [], score, sex)[0] ?? null };
  });
}

function bandOf({ bands }: Instrument, total: number | null): Band | null {
  const found = total === null ? undefined : bands.find(({ min, max }) => total >= min && total <= max);
  return found ? { min: found.min, max: found.max, label: found.label, action: found.action ?? null } : null;
}

function outcomeOf({ scoring }: Instrument, known: Known): Outcome | null {
  const found = scoring.outcomes?.find(({ when }) => holds(when, known));
  return found ? { id: found.id, label: found.label, level: found.level, action: found.action } : null;
}

/** All that conditions may ask for, from answers and the scores made of them. */
function knowledge(instrument: Instrument, { known: { items, refused } }: Counted, total: number | null, parts: readonly PartScore[]): Known {
  const scores = new Map(parts.flatMap(({ id, score }) => (score === null ? [] : [[id, score] as const])));
  if (total !== null) scores.set('total', total);
  const plain: Known = { items, refused, scores, findings: new Set() };
  const findings = (instrument.scoring.findings ?? []).filter(({ when }) => holds(when, plain)).map(({ id }) => id);
  return { ...plain, findings: new Set(findings) };
}

/** A blank that was filled by convention no longer stands in the way; one that carries no score still does. */
function stateOfSum({ scoring }: Instrument, { state }: Total, blank: readonly string[]): Result['state'] {
  const filled = new Set(state === 'prorated' ? scoring.items : []);
  return blank.every((id) => filled.has(id)) ? state : 'incomplete';
}

function stateOf(instrument: Instrument, total: Total, blank: readonly string[], outcome: Outcome | null): Result['state'] {
  if (instrument.scoring.method === 'sum') return stateOfSum(instrument, total, blank);
  const isMissing = blank.length > 0 || (instrument.scoring.method === 'categorical' && outcome === null);
  return isMissing ? 'incomplete' : 'complete';
}

function judge(instrument: Instrument, answers: Answers, sex: ClinicalSex) {
  const counted = count(instrument, answers);
  const total: Total = instrument.scoring.method === 'sum' ? totalOf(instrument, counted.known.items) : { state: 'incomplete', total: null };
  const parts = partsOf(instrument, counted.known.items, sex);
  const known = knowledge(instrument, counted, total.total, parts);
  return { counted, total, parts, known, outcome: outcomeOf(instrument, known) };
}

/**
 * What a set of answers comes to, by the rules of the version under which they were given. The same answers give the same result for ever.
 * Blank required items leave a sum without a number, unless the instrument has a convention for filling them.
 */
export function score(instrument: Instrument, answers: Answers, sex: ClinicalSex = 'unknown'): Result {
  const { counted, total, parts, known, outcome } = judge(instrument, answers, sex);
  const state = stateOf(instrument, total, counted.blank, outcome);
  const number = state === 'incomplete' ? null : total.total;
  const { min = null, max = null, findings = [], prorate } = instrument.scoring;
  return {
    state,
    total: number,
    min,
    max,
    band: bandOf(instrument, number),
    reached: meanings(instrument.cutoffs, number, sex),
    parts,
    outcome: state === 'incomplete' ? null : outcome,
    findings: findings.filter(({ id }) => known.findings.has(id)).map(({ says }) => says),
    blank: counted.blank,
    proratedBy: state === 'prorated' && prorate ? prorate.basis : null,
    next: [...new Set(instrument.reflex.filter(({ when }) => holds(when, known)).map(({ administer }) => administer))],
  };
}

/** What somebody has to act on, whether or not the form was finished: an answer counts from the moment it is given. */
export function criticalFindings(instrument: Instrument, answers: Answers): CriticalFinding[] {
  const { known } = judge(instrument, answers, 'unknown');
  return instrument.critical.filter(({ when }) => holds(when, known)).map(({ item, level, concern, action }) => ({ at: item ?? 'result', level, concern, action }));
}
