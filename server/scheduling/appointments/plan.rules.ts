import type { Obstacle } from '#server/platform/index.ts';
import type { TimeSpan } from './appointment.ts';
import { clockTime, dayAndTime } from '../schedule/days.rules.ts';

/** What is known of the place, the people and the kind of a planned appointment; null for what is not there or not to be seen. */
export interface PlanFacts {
  readonly patientName: string | null;
  readonly siteId: string | null;
  readonly clinicianName: string | null;
  readonly roomSiteId: string | null;
  readonly wantsRoom: boolean;
  readonly typeExists: boolean;
}

/** What stands against a plan besides time: missing people and places, a room elsewhere. */
export function obstaclesToPlan(facts: PlanFacts, { startsAt, endsAt }: TimeSpan): Obstacle[] {
  const found: Obstacle[] = [];
  if (facts.patientName === null) found.push({ code: 'appointment.no-patient', says: 'Register the patient in one of your programs first.', at: 'patientId' });
  if (facts.siteId === null) found.push({ code: 'appointment.no-program', says: 'Choose a program that is active.', at: 'programId' });
  if (facts.clinicianName === null) found.push({ code: 'appointment.no-clinician', says: 'Choose a clinician of your organisation.', at: 'clinicianId' });
  if (!facts.typeExists) found.push({ code: 'appointment.no-type', says: 'Choose a kind of appointment from the list.', at: 'typeCode' });
  if (facts.wantsRoom && (facts.roomSiteId === null || facts.roomSiteId !== facts.siteId))
    found.push({ code: 'appointment.room-elsewhere', says: 'Choose a room at this site.', at: 'roomId' });
  if (Temporal.Instant.compare(startsAt, endsAt) >= 0) found.push({ code: 'appointment.ends-before-start', says: 'The end must come after the start.', at: 'endsAt' });
  else if (startsAt.until(endsAt).total('hours') > 12) found.push({ code: 'appointment.too-long', says: 'An appointment lasts twelve hours at most.', at: 'endsAt' });
  return found;
}

/** Taken time in words: who holds it where the reader may know, otherwise only that it is busy. */
export interface TakenTime extends TimeSpan {
  readonly isRoom: boolean;
  readonly patientName: string | null;
  readonly blockedFor: string | null;
}

/** Who holds a taken time, in one sentence. */
export function holds(taken: TakenTime, clinicianName: string, timeZone: string): string {
  const who = taken.isRoom ? 'The room' : clinicianName;
  const when = `from ${clockTime(taken.startsAt, timeZone)} to ${clockTime(taken.endsAt, timeZone)}`;
  if (taken.blockedFor !== null) return `${who} is blocked ${when}${taken.blockedFor ? ` (${taken.blockedFor})` : ''}.`;
  if (taken.patientName !== null) return taken.isRoom ? `The room is taken by ${taken.patientName} ${when}.` : `${who} is with ${taken.patientName} ${when}.`;
  return `${who} is busy ${when}.`;
}

/** That a clinician is away or the site closed, with the day on which that ends. */
export function awayWords(away: TimeSpan & { readonly siteId: string | null; readonly reason: string }, clinicianName: string, timeZone: string): string {
  return `${away.siteId === null ? `${clinicianName} is away` : 'The site is closed'} until ${dayAndTime(away.endsAt, timeZone)} (${away.reason}).`;
}

/** Leave and closure as obstacles. */
export function isAway(away: readonly Parameters<typeof awayWords>[0][], clinicianName: string, timeZone: string): Obstacle[] {
  return away.map((one) => ({ code: 'appointment.away', says: awayWords(one, clinicianName, timeZone), at: 'startsAt' }));
}

/** A refusal that helps: what takes the time, then the next free times, each with its start in `at`. */
export function slotTaken(taken: readonly TakenTime[], openings: readonly TimeSpan[], clinicianName: string, timeZone: string): Obstacle[] {
  // The seats of one group session read alike and are told once.
  const told = new Map(taken.map((each) => [holds(each, clinicianName, timeZone), each]));
  return [
    ...[...told].slice(0, 3).map(([says, each]) => ({ code: 'appointment.slot-taken', says, at: each.isRoom ? 'roomId' : 'startsAt' })),
    ...openings.map((each) => ({ code: 'appointment.free-slot', says: `Free: ${dayAndTime(each.startsAt, timeZone)}.`, at: each.startsAt.toString() })),
  ];
}
