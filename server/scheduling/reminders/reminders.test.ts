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

test('the last reminder of a visit in person lets its patient say that they are here, not before the hour and not long after', async ({ clinic }) => {
  const mailbox = await openMailbox(clinic);
  try {
    const desk = await clinic.as('front-desk');
    await clinic.sql('owner', "update patients.patient set email = 'me@home.example'");
    await allow(desk, clinic.ids.patients.outpatient, ['email']);
    const appointment = await book(clinic, desk, 'outpatient', Temporal.Instant.from('2026-11-27T18:00:00Z'));
    const arriveOf = (text: string) => [...text.matchAll(/#(\S+)/g)].map((match) => match[1] ?? '')[2];
    clinic.clock.set(Temporal.Instant.from('2026-11-24T18:30:00Z'));
    await look(clinic);
    clinic.clock.set(Temporal.Instant.from('2026-11-26T18:30:00Z'));
    await look(clinic);
    const [first, last] = mailbox.letters().map(({ text }) => arriveOf(text));
    expect([first, typeof last]).toEqual([undefined, 'string']);
    const opened = async () => (await clinic.stranger.post<HeldReminder>('/reminders/opening', { secret: last ?? '' })).body;
    expect(await opened()).toMatchObject({ purpose: 'arrive', isDone: false, isEarly: true });
    expect((await clinic.stranger.post('/reminders/answers', { secret: last ?? '' })).status).toBe(409);
    clinic.clock.set(Temporal.Instant.from('2026-11-27T17:10:00Z'));
    expect(await opened()).toMatchObject({ isEarly: false });
    for (let press = 0; press < 2; press += 1) expect((await clinic.stranger.post<HeldReminder>('/reminders/answers', { secret: last ?? '' })).body.isDone).toBe(true);
    expect((await (await clinic.again('front-desk')).get<AppointmentReply>(`/appointments/${appointment.id}`)).body.status).toBe('arrived');
    clinic.clock.set(Temporal.Instant.from('2026-11-27T18:31:00Z'));
    expect((await clinic.stranger.post('/reminders/opening', { secret: last ?? '' })).status).toBe(404);
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
    expect(opened.body).toEqual({ purpose: 'confirm', when: expect.stringContaining('November 27'), language: 'en', isDone: false, isEarly: false });
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
