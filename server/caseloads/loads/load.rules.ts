import type { Charge, Weights } from './load.ts';

/** What a colleague's people come to. */
export interface Load {
  readonly patients: number;
  readonly visitsAWeek: number;
  readonly atRisk: number;
  /** Weighed sum, rounded to tenths. */
  readonly load: number;
}

const weeks = 4;
const tenths = (number: number) => Math.round(number * 10) / 10;

/** The load of the people whom one colleague leads; other parts are named and weigh nothing. */
export function loadOf(charges: readonly Charge[], { perPerson, onRiskPathway, perVisitAWeek }: Weights): Load {
  const led = charges.filter(({ leads }) => leads);
  const visitsAWeek = led.reduce((sum, { visits }) => sum + visits, 0) / weeks;
  const atRisk = led.filter((one) => one.atRisk).length;
  return { patients: led.length, visitsAWeek: tenths(visitsAWeek), atRisk, load: tenths(led.length * perPerson + atRisk * onRiskPathway + visitsAWeek * perVisitAWeek) };
}
