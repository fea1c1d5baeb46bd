import fc from 'fast-check';
import { expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import type { SeriesPreview, SeriesReply } from './series.contract.ts';

const recurrence = fc.oneof(
  fc.record({ frequency: fc.constant('daily'), interval: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    frequency: fc.constant('weekly'),
    interval: fc.integer({ min: 1, max: 3 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ frequency: fc.constant('monthly'), interval: fc.constant(1), by: fc.constantFrom('day-of-month', 'weekday') }),
);
const day = fc.integer({ min: 1, max: 400 }).map((days) => Temporal.PlainDate.from('2026-12-01').add({ days }).toString());
const time = fc.integer({ min: 0, max: 47 }).map((half) =>
  Temporal.PlainTime.from('00:00')
    .add({ minutes: half * 30 })
    .toString({ smallestUnit: 'minute' }),
);
const change = fc.record({ recurrence, firstDay: day, time, times: fc.integer({ min: 1, max: 12 }) });
const edit = fc.record({ which: fc.nat(), at: fc.nat(), change, happens: fc.constantFrom('attended', 'moved', 'nothing') });

interface Stored {
  readonly id: string;
  readonly status: string;
  readonly starts_at: string;
}

async function stored(clinic: Clinic): Promise<readonly Stored[]> {
  const text = 'select id, status, scheduling.wire_time(starts_at) as starts_at from scheduling.appointment order by id';
  return (await clinic.sql('owner', text)) as unknown as Stored[];
}

/** Something happens to one appointment before the rest is changed: it takes place, or goes to the same day of the week before the clinic opens. */
async function happen(desk: Client, appointmentId: string, what: string): Promise<void> {
  const { body: one } = await desk.get<{ version: number; startsAt: string; status: string }>(`/appointments/${appointmentId}`);
  if (one.status !== 'booked' || what === 'nothing') return;
  const [startedAt, endedAt] = [one.startsAt, Temporal.Instant.from(one.startsAt).add({ minutes: 10 }).toString()];
  if (what === 'attended') expect((await desk.post(`/appointments/${appointmentId}/completion`, { startedAt, endedAt })).status).toBe(200);
  else await desk.patch(`/appointments/${appointmentId}`, { version: one.version, startsAt: Temporal.Instant.from(one.startsAt).add({ minutes: 10 }).toString() });
}

/** What a preview promises of each occurrence that stands afterwards, by its start. */
const promised = ({ steps }: SeriesPreview) => steps.flatMap(({ does, startsAt }) => (does === 'book' || does === 'move' ? [startsAt ?? ''] : [])).toSorted();

test('whatever is changed, the result is what the preview said, and what was attended stays', { timeout: 600_000 }, async ({ clinic }) => {
  const desk = await clinic.as('front-desk');
  const { ids } = clinic;
  const plan = { patientId: ids.patients.outpatient, programId: ids.programs.outpatient, clinicianId: ids.staff.therapist, typeCode: 'therapy-30', minutes: 10 };
  const attended = new Map<string, string>();
  const walk = async ({ which, at, change: asked, happens }: typeof edit extends fc.Arbitrary<infer One> ? One : never, all: string[]) => {
    const { body: series } = await desk.get<SeriesReply>(`/appointment-series/${all[which % all.length]}`);
    const one = series.occurrences[at % Math.max(1, series.occurrences.length)];
    if (!one) return;
    await happen(desk, one.appointmentId, happens);
    for (const { id, status, starts_at: startsAt } of await stored(clinic)) if (status === 'completed') attended.set(id, startsAt);
    const body = { ...asked, version: series.version, from: one.occurrence };
    const { body: shown } = await desk.post<SeriesPreview>(`/appointment-series/${series.id}/changes/preview`, body);
    const taken = shown.steps.filter(({ conflicts }) => conflicts.some(({ blocks }) => blocks));
    const before = await stored(clinic);
    const { status, body: after } = await desk.post<SeriesReply>(`/appointment-series/${series.id}/changes`, body);
    expect(status).toBe(taken.length > 0 ? 409 : 200);
    const now = await stored(clinic);
    if (status === 409) {
      expect(now).toEqual(before);
      return;
    }
    expect(
      after.occurrences
        .filter(({ stays, status: is }) => !stays && is === 'booked')
        .map(({ startsAt }) => startsAt)
        .toSorted(),
    ).toEqual(promised(shown));
    expect(now).toHaveLength(before.length + shown.steps.filter(({ does }) => does === 'book').length);
    for (const [id, startsAt] of attended) expect(now.find((row) => row.id === id)).toMatchObject({ status: 'completed', starts_at: startsAt });
    if (after.id !== series.id) all.push(after.id);
  };
  await fc.assert(
    fc.asyncProperty(change, fc.array(edit, { minLength: 1, maxLength: 4 }), async (first, edits) => {
      await clinic.sql('owner', 'truncate scheduling.appointment, scheduling.series, scheduling.busy_slot cascade');
      attended.clear();
      const { status, body } = await desk.post<SeriesReply>('/appointment-series', { ...plan, ...first });
      if (status !== 200) return;
      const all = [body.id];
      for (const one of edits) await walk(one, all);
      const [{ n } = { n: -1 }] = await clinic.sql('owner', "select count(*)::integer as n from scheduling.appointment where status not in ('cancelled', 'no-show')");
      expect(await clinic.sql('owner', 'select count(*)::integer as n from scheduling.busy_slot')).toEqual([{ n }]);
    }),
    { numRuns: Number(process.env['SERIES_DATABASE_EDITS'] ?? 6) },
  );
});

test('a calendar file and a calendar link tell when, and neither who, where nor why; an ended link answers like one that never was', async ({ clinic }) => {
  const therapist = await clinic.as('therapist');
  const { ids } = clinic;
  const plan = { patientId: ids.patients.outpatient, programId: ids.programs.outpatient, clinicianId: ids.staff.therapist, typeCode: 'therapy-50' };
  const rule = { recurrence: { frequency: 'weekly', interval: 1, weekdays: [2] }, firstDay: '2026-12-01', time: '09:00', times: 4 };
  const { body: series } = await therapist.post<SeriesReply>('/appointment-series', { ...plan, ...rule });
  const file = await therapist.get(`/appointment-series/${series.id}/calendar`);
  expect(file.bytes.toString()).toContain('RRULE:FREQ=WEEKLY;INTERVAL=1;COUNT=4;WKST=MO;BYDAY=TU');
  const { body: link } = await therapist.post<{ id: string; address: string }>('/calendar-links');
  const feed = (await clinic.stranger.get(new URL(link.address).pathname)).bytes.toString();
  expect(feed.match(/BEGIN:VEVENT/g)).toHaveLength(4);
  const [{ text } = { text: '' }] = await clinic.sql(
    'owner',
    `select lower(concat_ws('|', p.given_name, p.family_name, s.given_name, s.family_name, o.name)) as text
     from patients.patient p, identity.staff s, identity.organisation o where p.id = $1 and s.id = $2`,
    [ids.patients.outpatient, ids.staff.therapist],
  );
  for (const word of [...String(text).split('|'), 'therapy', 'mooring', 'harbor']) expect(`${file.bytes.toString()}${feed}`.toLowerCase()).not.toContain(word);
  expect((await (await clinic.as('trainee')).del(`/calendar-links/${link.id}`)).status).toBe(404);
  expect((await therapist.del(`/calendar-links/${link.id}`)).status).toBe(204);
  const [ended, never] = [await clinic.stranger.get(new URL(link.address).pathname), await clinic.stranger.get('/calendars/thisonewasnevermadeatall')];
  expect([ended.status, ended.body.code, ended.body.title]).toEqual([never.status, never.body.code, never.body.title]);
});
