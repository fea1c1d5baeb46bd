import { action, id, NotFound } from '#server/platform/index.ts';
import { holdsTime } from '../appointments/status.rules.ts';
import { calendarText, seriesEvents, timeZoneLines } from './calendar.rules.ts';
import { occurrenceDays, spanOn } from './recurrence.rules.ts';
import { lockOccurrences, seriesById } from './series.store.ts';

/** The dates of a series for the patient's own calendar. It says "Appointment" and neither where, with whom nor for what. */
export const downloadSeries = action('series.download', async (tx, { seriesId }: { seriesId: string }) => {
  const series = await seriesById(tx, id('Series', seriesId));
  if (!series) throw new NotFound('Series');
  tx.touch({ kind: 'series', id: series.id, patientId: series.patientId, programId: series.programId });
  const kept = (await lockOccurrences(tx, series.id)).filter(({ status }) => holdsTime(status));
  const spans = [...occurrenceDays(series).map((day) => spanOn(day, series)), ...kept].toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  const [first, last] = [spans[0], spans.at(-1)];
  const zone = first && last ? timeZoneLines(series.timeZone, { startsAt: first.startsAt, endsAt: last.endsAt }) : [];
  const text = calendarText([...zone, ...seriesEvents(series.id, series, kept, tx.now)]);
  return { contentType: 'text/calendar; charset=utf-8', fileName: 'appointments.ics', body: new TextEncoder().encode(text) };
});
