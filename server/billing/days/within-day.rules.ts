import { cents } from '#server/platform/index.ts';
import type { Assessed } from '../charges/charging.rules.ts';
import { besideTheDay, dayRuleOn } from './day-rule.ts';

/** A documented service with where it was given. */
export interface ServiceOfDay {
  readonly service: string;
  readonly levelOfCare: string;
  /** The day lies in a stay in the program. */
  readonly isInStay: boolean;
  /** YYYY-MM-DD. */
  readonly on: string;
}

/** Whether a service is paid with the day and never a second time by itself. */
export function isWithinDay({ service, levelOfCare, isInStay, on }: ServiceOfDay): boolean {
  return isInStay && !besideTheDay.includes(service) && dayRuleOn(levelOfCare, on) !== undefined;
}

/** The charge of such a service: kept, so that nobody wonders where it is, and worth nothing. */
export function assessedWithinDay(placeOfService: string): Assessed {
  const says = 'Paid with the day in this program, and not a second time by itself.';
  return { state: 'included', holds: [{ code: 'charge.included', says }], lines: [], amount: cents(0), placeOfService };
}
