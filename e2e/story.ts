/** The people of the day that the front desk, the therapist and the biller live through one after the other. */
export const frontDesk = 'Elena Torres';
export const therapist = 'Ana Rivera';
export const biller = 'Paul Novak';
export const administrator = 'Sam Patel';
export const privacyOfficer = 'Judith Cox';
export const program = 'Outpatient Therapy';
export const site = 'Harbor Point';
export const payer = 'Evergreen Health Plan';

/** Nobody of the demo is called so or resembles her. */
export const mara = { givenName: 'Mara', familyName: 'Lindqvist', birthDate: '1990-02-14' } as const;
export const maraName = `${mara.givenName} ${mara.familyName}`;

/** The clock on the clinic's wall. */
export function clinicNow(): Temporal.ZonedDateTime {
  return Temporal.Now.zonedDateTimeISO(process.env['E2E_ZONE'] ?? 'America/Los_Angeles');
}

const clock = /(\d+):(\d\d) (am|pm)/g;

/** Start and end in minutes since midnight of an entry that reads "… 9:00 am …, until 9:50 am, …". */
function spanOf(words: string): { start: number; end: number } {
  const [start = 0, end = 0] = [...words.matchAll(clock)].map(([, hour, minute, half]) => (Number(hour) % 12) * 60 + Number(minute) + (half === 'pm' ? 720 : 0));
  return { start, end };
}

/** The last start, in five-minute steps, of a stretch that is over by now and that none of the entries touches, as HH:MM. */
export function lastFreeStart(entries: readonly string[], minutes: number, now = clinicNow()): string {
  const taken = entries.map(spanOf);
  let start = Math.floor((now.hour * 60 + now.minute - minutes) / 5) * 5;
  while (taken.some((one) => one.start < start + minutes && start < one.end)) start -= 5;
  if (start < 0) throw new Error('The day has no free stretch yet');
  return `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`;
}
