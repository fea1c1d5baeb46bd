import { hoursOn } from '../availability/hours.rules.ts';
import type { WeeklyHours } from '../availability/availability.ts';
import { common, holds, startsIn, united, without, type Spans } from './spans.rules.ts';

/** What is looked for. Days and hours are those of the site. */
export interface SlotWish {
  readonly minutes: number;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  /** ISO weekdays that suit; empty for any. */
  readonly weekdays: readonly number[];
  readonly after: Temporal.PlainTime | null;
  readonly before: Temporal.PlainTime | null;
  /** Not before this moment, in minutes since 1970. */
  readonly notBefore: number;
  readonly needsRoom: boolean;
  readonly count: number;
}

/** Somebody who could be booked. `taken` is what stands, leave included. */
export interface Candidate {
  readonly clinicianId: string;
  readonly taken: Spans;
  /** Whether this patient was last with them. */
  readonly isTheirs: boolean;
}

/** All that the search rests on, at one site. */
export interface SlotFacts {
  readonly siteId: string;
  readonly timeZone: string;
  readonly hours: readonly WeeklyHours[];
  readonly candidates: readonly Candidate[];
  /** Rooms that would do, the smallest first. */
  readonly rooms: readonly { readonly roomId: string; readonly taken: Spans }[];
  /** When the patient is expected elsewhere, and when the site is closed. */
  readonly closed: Spans;
}

/** A time that suits all. */
export interface Slot {
  readonly clinicianId: string;
  readonly roomId: string | null;
  readonly start: number;
  /** Why it comes before others. */
  readonly why: readonly ('theirs' | 'beside')[];
}

const gridMinutes = 15;
/** Of one clinician on one day, and hours apart: more would hide the other days. */
const mostADay = 2;
const apart = 180;

/** What a day of waiting outweighs: someone known is worth a week, a day without gaps a few hours. Only ever among slots that suit in everything asked. */
const worth = { theirs: 7 * 1440, beside: 180 } as const;

const minutesAt = (day: Temporal.PlainDate, plainTime: Temporal.PlainTime, timeZone: string) =>
  Math.floor(day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds / 60_000);

/** The later of two clock times, the earlier of two. */
const later = (a: Temporal.PlainTime, b: Temporal.PlainTime | null) => (b !== null && Temporal.PlainTime.compare(a, b) < 0 ? b : a);
const earlier = (a: Temporal.PlainTime, b: Temporal.PlainTime | null) => (b !== null && Temporal.PlainTime.compare(b, a) < 0 ? b : a);

/** When a clinician receives on the days and hours that are wished. Computed once for those who keep the same hours. */
function receives(facts: SlotFacts, wish: SlotWish): (clinicianId: string) => Spans {
  const days = Array.from({ length: wish.firstDay.until(wish.lastDay).days + 1 }, (_, ahead) => wish.firstDay.add({ days: ahead }));
  const suits = days.filter((day) => wish.weekdays.length === 0 || wish.weekdays.includes(day.dayOfWeek));
  const spansOf = (clinicianId: string) =>
    united(
      suits.flatMap((day) =>
        hoursOn(day, facts.hours, { clinicianId, siteId: facts.siteId }).map(
          ({ opens, closes }) => [minutesAt(day, later(opens, wish.after), facts.timeZone), minutesAt(day, earlier(closes, wish.before), facts.timeZone)] as const,
        ),
      ),
    );
  const own = new Set(facts.hours.map(({ clinicianId }) => clinicianId));
  let shared: Spans | undefined;
  return (clinicianId) => (own.has(clinicianId) ? spansOf(clinicianId) : (shared ??= spansOf(clinicianId)));
}

function freeRooms(facts: SlotFacts, wish: SlotWish): (span: readonly [number, number]) => string | null | undefined {
  if (!wish.needsRoom) return () => null;
  const always: Spans = [[0, Number.MAX_SAFE_INTEGER]];
  const free = facts.rooms.map(({ roomId, taken }) => ({ roomId, spans: without(always, taken) }));
  return (span) => free.find(({ spans }) => holds(spans, span))?.roomId;
}

const rankOf = ({ start, why }: Slot) => start - why.reduce((sum, reason) => sum + worth[reason], 0);

/** How much sooner a time may seem than it is. */
const mostWorth = worth.theirs + worth.beside;

/** Whether no time after the last day that was looked at, by the wish, can come before these: then there is no need to look further. */
export function isSettled(slots: readonly Slot[], wish: SlotWish, timeZone: string): boolean {
  const last = slots[wish.count - 1];
  return last !== undefined && rankOf(last) + mostWorth <= minutesAt(wish.lastDay.add({ days: 1 }), Temporal.PlainTime.from('00:00'), timeZone);
}

/** Whether a time follows or precedes what is taken with no quarter hour between them. */
function besides(taken: Spans, minutes: number): (start: number) => boolean {
  const [ends, begins] = [new Set(taken.map(([, to]) => Math.ceil(to / gridMinutes))), new Set(taken.map(([from]) => Math.floor(from / gridMinutes)))];
  return (start) => ends.has(start / gridMinutes) || begins.has(Math.ceil((start + minutes) / gridMinutes));
}

/** The best of one clinician on one day. A slot without a free room is none. */
function bestOfDay(slots: readonly Slot[], roomFor: (start: number) => string | null | undefined): Slot[] {
  const chosen: Slot[] = [];
  for (const slot of slots.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    if (chosen.length === mostADay) break;
    if (chosen.some(({ start }) => Math.abs(start - slot.start) < apart)) continue;
    const roomId = roomFor(slot.start);
    if (roomId !== undefined) chosen.push({ ...slot, roomId });
  }
  return chosen;
}

/** The slots that suit in everything asked, the best first: soon, with whom the patient knows, and beside other visits rather than between them. */
export function slotsThatSuit(facts: SlotFacts, wish: SlotWish): Slot[] {
  const receivesAt = receives(facts, wish);
  const roomFor = freeRooms(facts, wish);
  const begin = minutesAt(wish.firstDay, Temporal.PlainTime.from('00:00'), facts.timeZone);
  const fromNow: Spans = [[wish.notBefore, Number.MAX_SAFE_INTEGER]];
  const found = facts.candidates.flatMap(({ clinicianId, taken, isTheirs }) => {
    const free = common(without(receivesAt(clinicianId), united([...taken, ...facts.closed])), fromNow);
    const isBeside = besides(taken, wish.minutes);
    const known = isTheirs ? (['theirs'] as const) : [];
    const ofThem: Slot[] = [];
    // Days of 24 hours from the first one: where the clocks change it is an hour of the night that counts with its neighbour.
    const days = Map.groupBy(startsIn(free, wish.minutes, gridMinutes), (start) => Math.floor((start - begin) / 1440));
    for (const starts of days.values()) {
      // Later days come after earlier ones in any case: what is beside a visit is worth less than a day.
      if (ofThem.length >= wish.count + mostADay) break;
      const slots = starts.map((start): Slot => ({ clinicianId, roomId: null, start, why: isBeside(start) ? [...known, 'beside'] : known }));
      ofThem.push(...bestOfDay(slots, (start) => roomFor([start, start + wish.minutes])));
    }
    return ofThem;
  });
  return found.toSorted((a, b) => rankOf(a) - rankOf(b) || a.start - b.start).slice(0, wish.count);
}
