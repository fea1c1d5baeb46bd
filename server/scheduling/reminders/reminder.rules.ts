import content from '#content/reminders/reminders.json' with { type: 'json' };
import type { Lead, Message, Remindable, Way } from './reminder.ts';

const [from, until] = [Temporal.PlainTime.from(content.sendFrom), Temporal.PlainTime.from(content.sendUntil)];

/** Leads, the shortest last. */
const leads: readonly Lead[] = content.leads;

/** The farthest ahead that anybody is reminded. */
export const farthestHours = Math.max(...leads.map(({ hours }) => hours));

const hoursUntil = (at: Temporal.Instant, now: Temporal.Instant) => now.until(at).total('hours');

/**
 * The lead that is due now; undefined when none is. Nobody is reminded of what they booked after the lead had passed, nor in the last hours, nor at an hour
 * when a telephone should be silent: what falls into the night is due in the morning.
 */
export function leadDue({ startsAt, bookedAt, status, timeZone }: Remindable, now: Temporal.Instant): Lead | undefined {
  const clock = now.toZonedDateTimeISO(timeZone).toPlainTime();
  const isQuiet = Temporal.PlainTime.compare(clock, from) < 0 || Temporal.PlainTime.compare(clock, until) >= 0;
  const ahead = hoursUntil(startsAt, now);
  if ((status !== 'booked' && status !== 'confirmed') || isQuiet || ahead < content.notWithinHours) return undefined;
  // The shortest lead that has begun: after an outage one reminder goes, not all that were missed.
  const due = leads.toSorted((a, b) => a.hours - b.hours).find(({ hours }) => ahead <= hours);
  return due && hoursUntil(startsAt, bookedAt) > due.hours ? due : undefined;
}

type Language = keyof typeof content.wording;
const languageOf = (code: string | null): Language => (code === 'es' ? 'es' : 'en');
const locales: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };

/** Whether the message also says how to arrive by telephone: the last one before a visit in person. */
export function tellsToArrive({ code }: Lead, { modality }: Pick<Remindable, 'modality'>): boolean {
  return modality === 'in-person' && code === leads.toSorted((a, b) => a.hours - b.hours)[0]?.code;
}

/** Whether it is too early to say by telephone that one is here. */
export function isEarlyFor(startsAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, startsAt.subtract({ minutes: content.arriveFromMinutes })) < 0;
}

/** What began before this is too long ago for saying that one is here. */
export function earliestStart(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ minutes: content.arriveUntilMinutes });
}

/** Day and time as they are said in that language, on the clock of the site. */
export function whenWords(startsAt: Temporal.Instant, timeZone: string, language: string | null): string {
  return startsAt
    .toLocaleString(locales[languageOf(language)], { timeZone, weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' })
    .replaceAll('\u202F', ' ');
}

/** The few words that go. They name neither clinic, program, clinician nor kind of visit, whoever reads them. */
export function messageOf(way: Way, when: string, language: string | null, links: { confirm: string; cancel: string; arrive: string | null }): Message {
  const { subject, says, answer, arrive, voice } = content.wording[languageOf(language)];
  const filled = (text: string) =>
    text
      .replace('{when}', when)
      .replace('{confirm}', links.confirm)
      .replace('{cancel}', links.cancel)
      .replace('{arrive}', links.arrive ?? '');
  const parts = way === 'voicemail' ? [voice] : [says, '', answer, ...(links.arrive === null ? [] : [arrive])];
  return { subject, text: parts.map(filled).join('\n') };
}
