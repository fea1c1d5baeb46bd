import { expect } from 'vitest';
import { newId } from '#server/platform/index.ts';
import { clinicTest as test, type Reply } from '#testing/clinic.ts';

interface Answer {
  readonly code?: string;
  readonly startsAt?: string;
  readonly obstacles?: readonly { code: string; says: string; at?: string }[];
}

const clinicians = 50;
const bookings = 1000;
/** As many as the database's connections let through at a time wait in line; more would only wait longer. */
const callers = 100;

test('of 1,000 who book 50 clinicians at once nobody gets a taken time, and each who loses is told who holds it and what is free', { timeout: 120_000 }, async ({
  clinic,
}) => {
  const { ids } = clinic;
  const staff = Array.from({ length: clinicians }, () => newId());
  await clinic.sql(
    'owner',
    "insert into identity.staff (id, given_name, family_name, email) select id, 'Rush', 'Hour ' || n, id || '@rush.invalid' from unnest($1::uuid[]) with ordinality as s (id, n)",
    [staff],
  );
  const desk = await clinic.as('front-desk');
  const first = Temporal.Instant.from('2026-11-30T16:00:00Z');
  // Each clinician is wanted twenty times, at eight starts that overlap their neighbours.
  const wanted = Array.from({ length: bookings }, (_, n) => ({
    patientId: ids.patients.outpatient,
    programId: ids.programs.outpatient,
    clinicianId: staff[n % clinicians] ?? '',
    typeCode: 'therapy-50',
    startsAt: first.add({ minutes: 25 * ((n * 7) % 8) }).toString(),
  }));
  const answers: Reply<Answer>[] = [];
  const line = wanted.values();
  const call = async () => {
    for (const booking of line) answers.push(await desk.post<Answer>('/appointments', booking));
  };
  await Promise.all(Array.from({ length: callers }, call));
  expect(answers).toHaveLength(bookings);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  const overlaps = `select count(*)::integer as n from scheduling.appointment a join scheduling.appointment b
    on a.clinician_id = b.clinician_id and a.id < b.id and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`;
  expect(await clinic.sql('owner', overlaps)).toEqual([{ n: 0 }]);
  const won = answers.filter(({ status }) => status === 200);
  expect(await clinic.sql('owner', 'select count(*)::integer as n from scheduling.appointment')).toEqual([{ n: won.length }]);
  expect(won.length).toBeGreaterThanOrEqual(clinicians);
  for (const { body } of answers.filter(({ status }) => status === 409)) {
    expect(body.code).toBe('appointment.slot-taken');
    const told = body.obstacles ?? [];
    expect(told.filter(({ code, says }) => code === 'appointment.slot-taken' && / is with .+ from /.test(says)).length).toBeGreaterThan(0);
    expect(told.filter(({ code }) => code === 'appointment.free-slot')).toHaveLength(3);
  }
});
