import { expect } from 'vitest';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import { openMailbox } from '#testing/mailbox.ts';
import type { AppointmentReply } from '../appointments/appointments.contract.ts';
import type { HeldReminder, ReminderList } from './reminders.contract.ts';

type Where = keyof Clinic['ids']['patients'];

/** The clinic looks what is due, as it does every five minutes. */
async function look(clinic: Clinic): Promise<void> {
  await clinic.sql('owner', "select graphile_worker.add_job('scheduling.remind', '{}')");
  await clinic.settleJobs();
}

async function allow(desk: Client, patient: string, allowed: readonly string[], more: object = {}): Promise<void> {
  expect((await desk.put(`/patients/${patient}/communication`, { allowed, ...more })).status).toBeLessThan(300);
}

async function book({ ids }: Clinic, desk: Client, where: Where, startsAt: Temporal.Instant): Promise<AppointmentReply> {
  const clinicianId = where === 'otp' ? ids.staff['otp-therapist'] : ids.staff.therapist;
  const { status, body } = await desk.post<AppointmentReply>('/appointments', {
    patientId: ids.patients[where],
    programId: ids.programs[where],
    clinicianId,
    typeCode: 'therapy-30',
    startsAt: startsAt.toString(),
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

test('over a month nothing goes where the patient does not allow it, nothing goes twice, and no word tells a clinic, program, person or kind of visit', {
  timeout: 120_000,
}, async ({ clinic }) => {
  const mailbox = await openMailbox(clinic);
  try {
    const { ids } = clinic;
    const desk = await clinic.as('front-desk');
    await clinic.sql(
      'owner',
      "update patients.patient set phone = '2535550' || lpad((substring(mrn from '[0-9]+$')::int % 1000)::text, 3, '0'), email = mrn || '@home.example'",
    );
    await clinic.sql('owner', "update patients.patient set language = 'es' where id = $1", [ids.patients.iop]);
    await allow(desk, ids.patients.outpatient, ['portal', 'text', 'email'], { preferred: 'email' });
    await allow(desk, ids.patients.iop, ['text'], { confidentialPhone: '2535557777' });
    await allow(desk, ids.patients.php, ['portal', 'letter']);
    // Nobody has asked the one in residential yet; the one in the OTP wants calls with a message left.
    await allow(desk, ids.patients.otp, ['phone', 'voicemail']);
    const first = Temporal.Instant.from('2026-11-25T18:00:00Z');
    const wheres = (['outpatient', 'iop', 'php', 'residential', 'otp'] as const).filter((where) => ids.patients[where]);
    const booked: AppointmentReply[] = [];
    for (const [place, where] of wheres.entries())
      for (let week = 0; week < 4; week += 1) booked.push(await book(clinic, desk, where, first.add({ hours: 24 * 7 * week + place })));
    for (let day = 0; day < 28; day += 1) {
      await look(clinic);
      // Half past ten in the morning there, and half past three in the night, when no telephone may ring.
      clinic.clock.set(Temporal.Instant.from('2026-11-24T11:30:00Z').add({ hours: 24 * day + (day % 2) * 7 }));
    }
    const letters = mailbox.letters();
    const recipients = [...new Set(letters.flatMap(({ to }) => to))].toSorted((a, b) => a.localeCompare(b));
    const rows = await clinic.sql('owner', 'select id, email, phone from patients.patient');
    const emailOf = (id: string) => String(rows.find((row) => row['id'] === id)?.['email']).toLowerCase();
    const allowed = [
      emailOf(ids.patients.outpatient),
      '2535557777@text.localhost',
      `${String(rows.find((row) => row['id'] === ids.patients.otp)?.['phone']).replaceAll(/\D/g, '')}@voice.localhost`,
    ];
    expect(recipients.map((one) => one.toLowerCase().replace(/^1(?=\d{10}@)/, ''))).toEqual(allowed.toSorted((a, b) => a.localeCompare(b)));
    // Three days before and one day before, for each of four weeks; the first is too near for three days.
    const told = letters.map(({ to, text }) => `${to.join()} ${text.replaceAll(/#\S+/g, '')}`);
    expect(letters.length).toBeGreaterThanOrEqual(3 * 7);
    for (const count of Map.groupBy(told, (one) => one).values()) expect(count.length).toBeLessThanOrEqual(2);
    const [{ sent } = { sent: -1 }] = await clinic.sql('owner', 'select count(*)::integer as sent from scheduling.reminder where channel is not null');
    expect(letters).toHaveLength(sent);
    const words = await clinic.sql(
      'owner',
      `select lower(word) as word from (select given_name as word from patients.patient union select family_name from patients.patient union select given_name from identity.staff
        union select family_name from identity.staff union select name from programs.program union select name from identity.site union select name from identity.organisation
        union select name from scheduling.appointment_type) told where length(word) > 2`,
    );
    const kinds = ['therap', 'counsel', 'clinic', 'psych', 'substance', 'recovery', 'treatment', 'opioid', 'program', 'terapia', 'clínica', 'tratamiento', 'mooring'];
    for (const { text, subject } of letters) {
      const said = `${subject} ${text.replaceAll(/https?:\S+/g, '')}`.toLowerCase();
      for (const word of [...words.map(({ word: one }) => String(one)), ...kinds])
        expect(said.split(/[^\p{L}]+/u).includes(word) || (kinds.includes(word) && said.includes(word)), word).toBe(false);
    }
    expect(letters.filter(({ text }) => text.includes('Tiene una cita')).every(({ to }) => to.join().endsWith('@text.localhost'))).toBe(true);
    const without = booked.find(({ programId }) => programId === ids.programs.php);
    if (without)
      expect((await (await clinic.again('front-desk')).get<ReminderList>(`/appointments/${without.id}/reminders`)).body.items.map(({ channel }) => channel)).toContain(
        null,
      );
  } finally {
    await mailbox.close();
  }
});

test('a link does its one thing once, looking does nothing, and without an agreement no carrier gets a word', async ({ clinic }) => {
  const mailbox = await openMailbox(clinic);
  try {
    const { ids } = clinic;
    const desk = await clinic.as('front-desk');
    await clinic.sql('owner', "update patients.patient set phone = '2535550100', email = 'me@home.example'");
    await allow(desk, ids.patients.outpatient, ['text', 'email'], { preferred: 'text' });
    const appointment = await book(clinic, desk, 'outpatient', Temporal.Instant.from('2026-11-27T18:00:00Z'));
    clinic.clock.set(Temporal.Instant.from('2026-11-26T18:30:00Z'));
    await clinic.sql('owner', "update privacy.agreement set valid_to = '2026-11-01' where integration = 'text-messages'");
    await look(clinic);
    await look(clinic);
    const [letter, ...more] = mailbox.letters();
    expect([letter?.to, more]).toEqual([['me@home.example'], []]);
    const [confirm, cancel] = [...(letter?.text ?? '').matchAll(/#(\S+)/g)].map((match) => match[1] ?? '');
    const opened = await clinic.stranger.post<HeldReminder>('/reminders/opening', { secret: confirm });
    expect(opened.body).toEqual({ purpose: 'confirm', when: expect.stringContaining('November 27'), language: 'en', isDone: false });
    const status = async () => (await (await clinic.again('front-desk')).get<AppointmentReply>(`/appointments/${appointment.id}`)).body.status;
    expect(await status()).toBe('booked');
    for (let press = 0; press < 2; press += 1) expect((await clinic.stranger.post<HeldReminder>('/reminders/answers', { secret: confirm })).body.isDone).toBe(true);
    expect(await status()).toBe('confirmed');
    expect((await clinic.stranger.post('/reminders/answers', { secret: cancel })).status).toBe(200);
    expect(await status()).toBe('cancelled');
    expect((await clinic.stranger.post('/reminders/opening', { secret: confirm })).status).toBe(404);
    expect((await clinic.stranger.post('/reminders/opening', { secret: `${cancel}x` })).status).toBe(404);
    const shown = await (await clinic.again('front-desk')).get<ReminderList>(`/appointments/${appointment.id}/reminders`);
    expect(shown.body.items).toMatchObject([{ channel: 'email', answer: 'cancel' }]);
    expect(await clinic.sql('app', 'select id from scheduling.reminder')).toEqual([]);
    expect((await (await clinic.again('otp-therapist')).get<ReminderList>(`/appointments/${appointment.id}/reminders`)).body.items).toEqual([]);
    expect(await clinic.sql('owner', "select count(*)::integer as n from privacy.disclosure where what like 'Reminder%'")).toEqual([{ n: 1 }]);
  } finally {
    await mailbox.close();
  }
});
