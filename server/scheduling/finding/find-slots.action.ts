import { action, Invalid, NotFound, type Tx } from '#server/platform/index.ts';
import { awayWithin, hoursFrom } from '../availability/availability.store.ts';
import { rooms, type Room } from '../rooms/rooms.store.ts';
import { spanOfDays } from '../schedule/days.rules.ts';
import { cliniciansById, siteOf, team, type Clinician } from '../schedule/schedule.store.ts';
import type { SlotsQuery } from './finding.contract.ts';
import { patientTaken, takenBy } from './finding.store.ts';
import { isSettled, slotsThatSuit, type Slot, type SlotFacts, type SlotWish } from './slots.rules.ts';
import type { Spans } from './spans.rules.ts';

const mostWeeks = 12;
const soonDays = 21;
const usualCount = 8;

const minute = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 60_000);
const spansOf = (times: readonly { startsAt: Temporal.Instant; endsAt: Temporal.Instant }[]): Spans =>
  times.map(({ startsAt, endsAt }) => [minute(startsAt), Math.ceil(endsAt.epochMilliseconds / 60_000)] as const);

async function whose(tx: Tx, { clinicianIds, programId, credential }: SlotsQuery): Promise<readonly Clinician[]> {
  const all = clinicianIds && clinicianIds.length > 0 ? await cliniciansById(tx, clinicianIds) : await team(tx, { programId });
  return credential === undefined ? all : all.filter((one) => one.credential === credential);
}

const clock = (text: string | undefined) => (text === undefined ? null : Temporal.PlainTime.from(text));

/** What is wished, with the days it leaves out filled in. Never more than twelve weeks. */
function wishOf(query: SlotsQuery, timeZone: string, now: Temporal.Instant): SlotWish {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const asked = query.from === undefined ? today : Temporal.PlainDate.from(query.from);
  const firstDay = Temporal.PlainDate.compare(asked, today) < 0 ? today : asked;
  const furthest = firstDay.add({ weeks: mostWeeks }).subtract({ days: 1 });
  const until = query.lastDay === undefined ? furthest : Temporal.PlainDate.from(query.lastDay);
  if (Temporal.PlainDate.compare(until, firstDay) < 0) throw new Invalid([{ at: 'lastDay', says: 'That day is before the first one. Choose a later one.' }]);
  return {
    minutes: query.minutes,
    firstDay,
    lastDay: Temporal.PlainDate.compare(until, furthest) > 0 ? furthest : until,
    weekdays: query.weekdays ?? [],
    after: clock(query.after),
    before: clock(query.before),
    notBefore: minute(now) + 1,
    needsRoom: query.needsRoom === true || query.roomId !== undefined,
    count: query.count ?? usualCount,
  };
}

const reasons: Readonly<Record<Slot['why'][number], string>> = { theirs: 'They know each other', beside: 'Next to another visit: leaves no gap' };

/** Where and among whom is looked. */
interface Ground {
  readonly query: SlotsQuery;
  readonly site: { readonly id: string; readonly timeZone: string };
  readonly clinicians: readonly Clinician[];
  readonly places: readonly Room[];
}

async function slotsWithin(tx: Tx, { query, site, clinicians, places }: Ground, wish: SlotWish): Promise<readonly Slot[]> {
  const span = spanOfDays(wish.firstDay, wish.lastDay, site.timeZone);
  const clinicianIds = clinicians.map(({ id }) => id);
  const roomIds = places.map(({ id }) => id);
  const taken = await takenBy(tx, clinicianIds, roomIds, span);
  const away = await awayWithin(tx, { clinicianIds, siteIds: [site.id] }, span);
  const patient = query.patientId === undefined ? { taken: [], lastClinicianId: null } : await patientTaken(tx, query.patientId, span);
  const facts: SlotFacts = {
    siteId: site.id,
    timeZone: site.timeZone,
    hours: await hoursFrom(tx, { clinicianIds, siteIds: [site.id] }, wish.firstDay),
    candidates: clinicianIds.map((clinicianId) => ({
      clinicianId,
      taken: [...(taken.get(clinicianId) ?? []), ...spansOf(away.filter((one) => one.clinicianId === clinicianId))],
      isTheirs: clinicianId === patient.lastClinicianId,
    })),
    rooms: places.toSorted((a, b) => a.seats - b.seats).map(({ id }) => ({ roomId: id, taken: taken.get(id) ?? [] })),
    closed: [...patient.taken, ...spansOf(away.filter(({ siteId }) => siteId !== null))],
  };
  return slotsThatSuit(facts, wish);
}

/** Three weeks first: where times are free, nobody reads the diaries of a quarter to find the next ones. */
async function bestSlots(tx: Tx, ground: Ground, wish: SlotWish): Promise<readonly Slot[]> {
  const soon = wish.firstDay.add({ days: soonDays - 1 });
  if (Temporal.PlainDate.compare(soon, wish.lastDay) >= 0) return slotsWithin(tx, ground, wish);
  const near = { ...wish, lastDay: soon };
  const found = await slotsWithin(tx, ground, near);
  return isSettled(found, near, ground.site.timeZone) ? found : slotsWithin(tx, ground, wish);
}

/** Times that suit patient, clinician and room at once, the best first, looked for in twelve weeks. */
export const findSlots = action('slot.find', async (tx, query: SlotsQuery) => {
  const site = await siteOf(tx, query);
  if (!site) throw new NotFound('Program');
  const wish = wishOf(query, site.timeZone, tx.now);
  const clinicians = await whose(tx, query);
  const places = wish.needsRoom ? (await rooms(tx, site.id)).filter(({ id, active }) => active && (query.roomId === undefined || id === query.roomId)) : [];
  const slots = await bestSlots(tx, { query, site, clinicians, places }, wish);
  tx.touch({ kind: 'schedule', patientId: query.patientId });
  const names = new Map(clinicians.map(({ id, name }) => [id, name]));
  const roomNames = new Map(places.map(({ id, name }) => [String(id), name]));
  return {
    timeZone: site.timeZone,
    items: slots.map(({ start, clinicianId, roomId, why }) => ({
      startsAt: Temporal.Instant.fromEpochMilliseconds(start * 60_000).toString(),
      endsAt: Temporal.Instant.fromEpochMilliseconds((start + wish.minutes) * 60_000).toString(),
      clinicianId,
      clinicianName: names.get(clinicianId) ?? '',
      roomId,
      roomName: roomId === null ? null : (roomNames.get(roomId) ?? null),
      says: why.map((reason) => reasons[reason]),
    })),
  };
});
