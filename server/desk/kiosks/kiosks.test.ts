import { expect } from 'vitest';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { clinicTest as test, type Client, type Reply } from '#testing/clinic.ts';

interface Problem {
  readonly code: string;
}

async function done<Body>(reply: Promise<Reply<Body>>): Promise<Body> {
  const { status, body } = await reply;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

const cookiesOf = ({ headers }: Reply<unknown>) => [headers['set-cookie'] ?? []].flat().map(String);
/** Everything of an answer that somebody at the tablet could tell apart, but for the number of the request. */
const seen = ({ status, body }: Reply<object>) => JSON.stringify([status, { ...body, traceId: '', instance: '' }]);

const rosa = { givenName: 'Rosalía', familyName: 'Núñez-Ortiz', birthDate: '1990-02-14' };
const told = { givenName: 'rosalia', familyName: 'nunez ortiz', birthDate: '1990-02-14', phoneDigits: '0142' };

test('a tablet finds the own visit by four things and tells nobody else anything; what was said reaches the desk; it ends by a password and opens no session', async ({
  clinic,
}) => {
  const { programs, staff, sites } = clinic.ids;
  const desk = await clinic.as('front-desk');
  const therapist = await clinic.as('therapist');
  const { id: patientId } = await done(desk.post<{ id: string }>('/patients', { ...rosa, phone: '2535550142', programId: programs.outpatient }));
  const { id: stay } = await done(desk.post<{ id: string }>('/episodes', { patientId, programId: programs.outpatient, referredOn: '2026-11-02', source: 'self' }));
  await done(desk.post(`/episodes/${stay}/admission`, { on: '2026-11-09' }));
  const visit = { patientId, programId: programs.outpatient, clinicianId: staff.therapist, typeCode: 'therapy-50' };
  const { id: soon } = await done(desk.post<AppointmentReply>('/appointments', { ...visit, startsAt: '2026-11-23T18:30:00Z' }));
  await done(desk.post('/appointments', { ...visit, startsAt: '2026-11-24T18:30:00Z' }));
  // Somebody of a program in which the person who starts the tablet does not work.
  expect((await clinic.stranger.post('/kiosk/opening')).status).toBe(404);
  const mine = await clinic.again('front-desk');
  const started = await mine.post('/kiosks', { siteId: sites['harbor-point'], name: 'Front door' });
  expect(started.status).toBe(204);
  const cookie = cookiesOf(started).find((line) => line.startsWith('mooring_kiosk=')) ?? '';
  expect(cookie).toContain('HttpOnly; SameSite=Strict');
  expect((await mine.get('/me')).status).toBe(401);
  const tablet: Client = clinic.withCookie(cookie.split(';')[0] ?? '');
  expect(await done(tablet.post('/kiosk/opening'))).toEqual({ phoneDigits: 4, isPaused: false });
  for (const route of ['/me', '/schedule?from=2026-11-23&to=2026-11-23', `/patients/${patientId}`, '/kiosks']) expect((await tablet.get(route)).status).toBe(401);

  const strangers = [{ familyName: 'Nobody' }, { birthDate: '1990-02-15' }, { phoneDigits: '0143' }, { givenName: 'Rosario' }];
  const answers = [];
  for (const over of strangers) answers.push(await tablet.post<Problem>('/kiosk/visits', { ...told, ...over }));
  expect(new Set(answers.map(seen)).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 422, body: { code: 'kiosk.not-found' } });
  const found = await done(tablet.post<{ token: string; when: string }>('/kiosk/visits', told));
  expect(found).toEqual({ token: expect.any(String), when: '10:30 AM' });
  const said = { token: found.token, contactChanged: false, coverageChanged: true };
  const other = await clinic.again('front-desk');
  const second = cookiesOf(await other.post('/kiosks', { siteId: sites['harbor-point'], name: 'Side door' })).find((line) => line.startsWith('mooring_kiosk=')) ?? '';
  const sideDoor = clinic.withCookie(second.split(';')[0] ?? '');
  expect((await sideDoor.post('/kiosk/arrivals', said)).status).toBe(404);
  const arrived = await done(tablet.post<{ questions: string[] }>('/kiosk/arrivals', said));
  expect(arrived.questions.length).toBeGreaterThan(0);
  expect((await done(tablet.post<{ questions: string[] }>('/kiosk/arrivals', said))).questions).toEqual([]);
  const [first = ''] = arrived.questions;
  expect((await tablet.post<{ isTablet: boolean }>('/questions/opening', { token: first })).body.isTablet).toBe(true);

  expect((await done(therapist.get<AppointmentReply>(`/appointments/${soon}`))).status).toBe('arrived');
  const { checkIn } = await done(desk.get<{ checkIn: { id: string; coverageChanged: boolean; settledAt: string | null } }>(`/appointments/${soon}/check-in`));
  expect(checkIn).toMatchObject({ contactChanged: false, coverageChanged: true, settledAt: null });
  const tile = async () => (await done(desk.get<{ items: { what: string }[] }>('/home/tiles/desk.said-changed'))).items.map(({ what }) => what);
  expect(await tile()).toEqual(['insurance']);
  await done(desk.post(`/check-ins/${checkIn.id}/settlement`));
  expect(await tile()).toEqual([]);
  expect((await (await clinic.asStaff(staff['otp-therapist'])).post(`/check-ins/${checkIn.id}/settlement`)).status).toBe(404);
  const audit = await clinic.sql('owner', `select action, outcome, patient_ids from audit.entry where action like 'kiosk.%' order by seq`);
  expect(audit.filter(({ outcome }) => outcome === 'denied')).toHaveLength(4);
  expect(audit.filter(({ action, outcome }) => action === 'kiosk.arrive' && outcome === 'done').every(({ patient_ids: ids }) => ids.includes(patientId))).toBe(true);

  // Who guesses on is made to wait, and hears the same, right or wrong; the desk can end a tablet, a colleague leaves it by password.
  for (const _guess of [1, 2, 3, 4, 5, 6]) await sideDoor.post('/kiosk/visits', { ...told, familyName: 'Nobody' });
  expect(seen(await sideDoor.post<Problem>('/kiosk/visits', told))).toBe(answers.map(seen)[0]);
  expect(await done(sideDoor.post('/kiosk/opening'))).toMatchObject({ isPaused: true });
  const { items } = await done(desk.get<{ items: { id: string; name: string }[] }>('/kiosks'));
  expect(items.map(({ name }) => name)).toEqual(['Front door', 'Side door']);
  await done(desk.del(`/kiosks/${items[1]?.id}`));
  expect((await sideDoor.post('/kiosk/opening')).status).toBe(404);
  expect((await tablet.post<Problem>('/kiosk/leaving', { email: 'nobody@example.org', password: 'guess' })).status).toBe(422);
  const [colleague] = await clinic.sql('owner', 'select email from identity.staff where id = $1', [staff['front-desk']]);
  const left = await tablet.post('/kiosk/leaving', { email: String(colleague?.['email']), password: 'a persona of the demo has none' });
  expect([left.status, cookiesOf(left).some((line) => line.startsWith('mooring_session'))]).toEqual([204, false]);
  expect((await tablet.post('/kiosk/visits', told)).status).toBe(404);
});
