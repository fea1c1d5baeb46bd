import type { Obstacle } from '#server/platform/index.ts';
import type { WeeklyHours } from './availability.ts';

type Stretch = Pick<WeeklyHours, 'opens' | 'closes'>;

/** Where nobody has said otherwise: Monday to Friday, eight to six. */
const usual: Stretch = { opens: Temporal.PlainTime.from('08:00'), closes: Temporal.PlainTime.from('18:00') };

const isInForce = ({ validFrom, validTo }: WeeklyHours, day: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(validFrom, day) <= 0 && (validTo === null || Temporal.PlainDate.compare(day, validTo) <= 0);

/**
 * When a clinician receives at a site on one day: their own hours in force that day; those of the site when they have none; the usual ones when it has none
 * either. Somebody with hours of their own, at any site, is not there outside of them.
 */
export function hoursOn(day: Temporal.PlainDate, hours: readonly WeeklyHours[], { clinicianId, siteId }: { clinicianId: string; siteId: string }): readonly Stretch[] {
  const inForce = hours.filter((one) => isInForce(one, day));
  const own = inForce.filter((one) => one.clinicianId === clinicianId);
  if (own.length > 0) return own.filter((one) => one.siteId === siteId && one.weekday === day.dayOfWeek);
  const open = inForce.filter((one) => one.clinicianId === null && one.siteId === siteId);
  if (open.length > 0) return open.filter(({ weekday }) => weekday === day.dayOfWeek);
  return day.dayOfWeek <= 5 ? [usual] : [];
}

/** What stands against weekly hours: two stretches of one day that overlap, in the order in which they were given. */
export function obstaclesToHours(hours: readonly (Stretch & { readonly weekday: number })[]): Obstacle[] {
  return hours.flatMap((one, index) => {
    const isLate = Temporal.PlainTime.compare(one.opens, one.closes) >= 0;
    const meets = hours.some(
      (other, place) =>
        place < index &&
        other.weekday === one.weekday &&
        Temporal.PlainTime.compare(other.opens, one.closes) < 0 &&
        Temporal.PlainTime.compare(one.opens, other.closes) < 0,
    );
    return [
      ...(isLate ? [{ code: 'hours.end-before-start', says: 'The end must come after the start.', at: `hours.${index}.closes` }] : []),
      ...(meets ? [{ code: 'hours.overlap', says: 'Two stretches of this day overlap. Make them one.', at: `hours.${index}.opens` }] : []),
    ];
  });
}
