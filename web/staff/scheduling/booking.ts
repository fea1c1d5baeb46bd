/** How often, as the desk chooses it. */
export type Rhythm = 'daily' | 'weekly' | 'every-2-weeks' | 'every-4-weeks' | 'monthly-by-weekday' | 'monthly-by-day';

/** A booking that repeats: how often, on which weekdays (Monday is 1; weekly rhythms only), how many times. */
export interface Repeat {
  readonly rhythm: Rhythm;
  readonly weekdays: readonly number[];
  readonly times: number;
}

/** What the booking panel holds while somebody fills it. */
export interface Booking {
  readonly patientId: string | null;
  readonly programId: string | null;
  readonly clinicianId: string | null;
  readonly typeCode: string | null;
  readonly roomId: string | null;
  readonly day: string;
  /** HH:MM as the clock on the wall. */
  readonly time: string;
  readonly minutes: number | null;
  readonly modality: 'in-person' | 'video' | 'audio' | null;
  /** Null for once. */
  readonly repeat: Repeat | null;
}

/** What is still missing before it can be booked, as a sentence a field. */
export function missingOf(booking: Booking): Partial<Record<keyof Booking, string>> {
  return {
    ...(booking.patientId ? {} : { patientId: 'Choose who comes.' }),
    ...(booking.programId ? {} : { programId: 'Choose the program.' }),
    ...(booking.clinicianId ? {} : { clinicianId: 'Choose the clinician.' }),
    ...(booking.typeCode ? {} : { typeCode: 'Choose what kind of appointment.' }),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(booking.day) ? {} : { day: 'Choose the day.' }),
    ...(/^\d{2}:\d{2}$/.test(booking.time) ? {} : { time: 'Choose the time.' }),
  };
}

/** Minutes since midnight of HH:MM. */
export function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** HH:MM of minutes since midnight. */
export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
