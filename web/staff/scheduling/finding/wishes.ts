import type { Booking } from '../booking.ts';

/** What the patient wishes, besides who and what. */
export interface Wishes {
  /** ISO: Monday is 1; empty for any day. */
  readonly weekdays: readonly number[];
  readonly partOfDay: PartOfDay;
  /** Anyone of the program's team, not only the clinician chosen. */
  readonly isAnyone: boolean;
  readonly needsRoom: boolean;
  /** Last day that suits, such as the end of an authorization; empty for twelve weeks. */
  readonly lastDay: string;
}

export type PartOfDay = 'any' | 'morning' | 'midday' | 'afternoon' | 'evening';

export const noWishes: Wishes = { weekdays: [], partOfDay: 'any', isAnyone: false, needsRoom: false, lastDay: '' };

/** Parts of the day as the desk says them, with their hours on the clock of the site. */
export const partsOfDay: readonly { readonly value: PartOfDay; readonly label: string; readonly hours: { readonly after?: string; readonly before?: string } }[] = [
  { value: 'any', label: 'Any time', hours: {} },
  { value: 'morning', label: 'Morning, until 12', hours: { before: '12:00' } },
  { value: 'midday', label: 'Midday, 11 to 2', hours: { after: '11:00', before: '14:00' } },
  { value: 'afternoon', label: 'Afternoon, from 12', hours: { after: '12:00' } },
  { value: 'evening', label: 'Evening, from 4', hours: { after: '16:00' } },
];

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** With whom and when, as far as it is wished. */
function narrowed(booking: Booking, wishes: Wishes): Record<string, string> {
  return {
    ...(wishes.isAnyone || booking.clinicianId === null ? {} : { clinicianIds: booking.clinicianId }),
    ...(wishes.needsRoom ? { needsRoom: 'true' } : {}),
    ...(isDay(wishes.lastDay) ? { lastDay: wishes.lastDay } : {}),
    ...(wishes.weekdays.length > 0 ? { weekdays: wishes.weekdays.join(',') } : {}),
    ...partsOfDay.find(({ value }) => value === wishes.partOfDay)?.hours,
  };
}

/** The question to the server; null until it is known for which program, and with whom unless anyone will do. */
export function slotQuery(booking: Booking, wishes: Wishes): Record<string, string> | null {
  const isOpen = wishes.isAnyone || booking.clinicianId !== null;
  if (booking.programId === null || !isOpen) return null;
  return {
    programId: booking.programId,
    minutes: String(booking.minutes ?? 50),
    ...(booking.patientId === null ? {} : { patientId: booking.patientId }),
    ...(isDay(booking.day) ? { from: booking.day } : {}),
    ...narrowed(booking, wishes),
  };
}
