import { expect } from 'vitest';
import { newId } from '#server/platform/index.ts';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import type { SessionReply } from './sessions.contract.ts';

const people =
  'Robert Alvarez,Susan Birk,Tomas Cortez,Deborah Dunn,Edwin Eklund,Farah Farouk,Gregory Goss,Helena Hruska,Ivan Imhof,Jolene Jarvis,Kenneth Kerr,Lucinda Lowell,Marcus Munro,Nadia Novak';
const spoke = [
  'Named three cues before cravings and how walking helps.',
  'Said that quarrels with the landlord kept sleep away; agreed to breathe slowly at night.',
  'Spoke of the interview on Tuesday and the fear of failing there.',
  'Reported six weeks sober; the dinner at home was hard, leaving worked.',
  'Listened, nodded, answered only when asked; too early to tell more.',
  'Practised saying no in a role play, the second time firm and calm.',
  'Explained lapse and relapse in own words from the filled worksheet.',
  'Cried over the loss of the brother, stayed, took water, came back to the talk.',
  'Argued for own choice against powerlessness and saw that both may help.',
  'Set two goals: one meal cooked at home, phone off after ten.',
  'Told of using on Saturday, ashamed, could trace the chain from boredom.',
  'Helped with the bus plan, was thanked, looked proud.',
  'Restless since the change of medicine on Monday; a fidget ring helped.',
  '',
];

/** Registers people with a diagnosis in outpatient and opens a group of them with a session from 17:00 to 18:00. */
async function convened(clinic: Clinic, names: readonly string[], kind: 'group' | 'couple' = 'group') {
  const { programs, staff } = clinic.ids;
  const [desk, therapist] = [await clinic.as('front-desk'), await clinic.as('therapist')];
  const patientIds: string[] = [];
  for (const [index, name] of names.entries()) {
    const [givenName, familyName] = name.split(' ');
    const birthDate = `19${60 + index}-03-0${1 + (index % 9)}`;
    const { status, body } = await desk.post<{ id: string }>('/patients', {
      id: newId(),
      givenName,
      familyName,
      birthDate,
      administrativeSex: 'F',
      programId: programs.outpatient,
    });
    expect(status, JSON.stringify(body)).toBe(200);
    expect((await therapist.post(`/patients/${body.id}/diagnoses`, { programId: programs.outpatient, code: 'F41.1' })).status).toBe(200);
    patientIds.push(body.id);
  }
  const service = kind === 'group' ? 'group-psychotherapy' : 'family-psychotherapy';
  const group = { id: newId(), programId: programs.outpatient, kind, name: 'Relapse prevention', service, facilitatorId: staff.therapist, capacity: names.length };
  expect((await therapist.post('/groups', group)).status).toBe(200);
  for (const patientId of patientIds) expect((await therapist.post(`/groups/${group.id}/members`, { patientId, joinedOn: '2026-11-01' })).status).toBe(200);
  const { status, body } = await therapist.post<SessionReply>(`/groups/${group.id}/sessions`, { startsAt: '2026-11-23T16:00:00Z', endsAt: '2026-11-23T17:00:00Z' });
  expect(status, JSON.stringify(body)).toBe(200);
  return { therapist, patientIds, group, session: body, path: `/group-sessions/${body.id}` };
}

const typed = (text: string, base = '') => ({ base, text });

async function saved(client: Client, path: string, body: object): Promise<SessionReply> {
  const reply = await client.patch<SessionReply>(path, body);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return reply.body;
}

test('fourteen members, one late, one leaving early, one absent: one signature, fourteen records, own minutes, no charge for the absence, nobody named in the record of another', async ({
  clinic,
}) => {
  const names = people.split(',');
  const { therapist, patientIds, path } = await convened(clinic, names);
  const full = await therapist.get<{ items: { id: string; capacity: number }[] }>('/groups');
  expect((await therapist.post(`/groups/${full.body.items[0]?.id}/members`, { patientId: clinic.ids.patients.outpatient })).status).toBe(422);

  const seats = patientIds.map((patientId, index) =>
    index === 13
      ? { patientId, attendance: 'absent', absence: 'no-word' }
      : { patientId, attendance: 'present', chips: ['active'], risk: 'denied', line: typed(spoke[index] ?? '') },
  );
  Object.assign(seats[1] ?? {}, { arrivedAt: '2026-11-23T16:20:00Z' });
  Object.assign(seats[2] ?? {}, { leftAt: '2026-11-23T16:12:00Z' });
  const shared = { topic: typed('Coping with triggers'), narrative: typed('Bob opened the round; cues and answers to them were collected.') };
  await saved(therapist, path, {
    seats: seats.slice(0, 13).map((seat, index) => (index === 4 ? { ...seat, line: typed('Agreed with Debbie about the week.') } : seat)),
    ...shared,
  });

  const refused = await therapist.post<{ obstacles: { code: string; at: string }[] }>(`${path}/signature`, { version: 2 });
  expect(refused.status).toBe(422);
  expect(refused.body.obstacles.map(({ code }) => code)).toEqual(['group-session.names-a-member', 'group-session.names-another', 'group-session.attendance-missing']);
  await saved(therapist, path, {
    narrative: typed('Cues and answers to them were collected.', 'Bob opened the round; cues and answers to them were collected.'),
    seats: [{ patientId: patientIds[4], line: typed(spoke[4] ?? '', 'Agreed with Debbie about the week.') }, seats[13]],
  });
  const director = await clinic.as('clinical-director');
  const { body: board } = await therapist.get<SessionReply>(path);
  expect(board.obstacles).toEqual([]);
  expect(board.seats.filter(({ clone }) => clone !== null)).toEqual([]);
  expect((await director.post<{ obstacles: { code: string }[] }>(`${path}/signature`, { version: board.version })).body.obstacles).toMatchObject([
    { code: 'group-session.not-yours' },
  ]);
  expect((await therapist.post(`${path}/signature`, { version: board.version - 1 })).status).toBe(409);

  const signed = await therapist.post<SessionReply>(`${path}/signature`, { version: board.version });
  expect(signed.status, JSON.stringify(signed.body)).toBe(200);
  expect((await therapist.post<SessionReply>(`${path}/signature`, { version: board.version })).body.seats).toEqual(signed.body.seats);
  await clinic.settleJobs();

  const notes = await clinic.sql('owner', "select patient_id, title, content::text as content, (content->>'minutes')::integer as minutes from charting.note");
  expect(notes).toHaveLength(14);
  const minutesOf = (index: number) => notes.find((note) => note['patient_id'] === patientIds[index])?.['minutes'];
  expect([0, 1, 2, 13].map(minutesOf)).toEqual([60, 40, 12, null]);
  const charges = await clinic.sql(
    'owner',
    `select c.patient_id, c.holds::text as holds, l.code, l.units from billing.charge c left join billing.charge_line l on l.charge_id = c.id`,
  );
  const chargeOf = (index: number) => charges.find((charge) => charge['patient_id'] === patientIds[index]);
  expect(charges).toHaveLength(13);
  expect(chargeOf(13)).toBeUndefined();
  expect([0, 1].map(chargeOf)).toMatchObject([
    { code: '90853', units: 1 },
    { code: '90853', units: 1 },
  ]);
  expect(chargeOf(2)?.['holds']).toContain('charge.too-short');

  for (const [index, patientId] of patientIds.entries()) {
    const noteId = signed.body.seats.find((seat) => seat.patientId === patientId)?.noteId;
    const pdf = await therapist.get(`/notes/${noteId}/print`);
    const told = [
      JSON.stringify((await therapist.get(`/notes/${noteId}`)).body),
      JSON.stringify((await therapist.get(`/patients/${patientId}/notes`)).body),
      JSON.stringify(pdf.headers),
      String(notes.find((note) => note['patient_id'] === patientId)?.['content']),
    ].join('\n');
    expect(pdf.status).toBe(200);
    const others = names.flatMap((name, other) => (other === index ? [] : name.split(' ')));
    expect(others.filter((word) => told.includes(word))).toEqual([]);
  }
  const trail = JSON.stringify(await clinic.sql('owner', 'select * from audit.entry'));
  expect(names.flatMap((name) => name.split(' ')).filter((word) => trail.includes(word))).toEqual([]);
});

test('a signed session stands still, and a program that is not mine shows nothing of it', async ({ clinic }) => {
  const { therapist, patientIds, group, path } = await convened(clinic, ['Robert Alvarez', 'Susan Birk']);
  const stranger = await clinic.as('otp-therapist');
  expect((await stranger.get(path)).status).toBe(404);
  expect((await stranger.patch(path, { topic: typed('Mine') })).status).toBe(404);
  expect((await stranger.get<{ items: unknown[] }>('/groups')).body.items).toEqual([]);
  expect((await (await clinic.as('biller')).get(path)).status).toBe(403);
  const seats = patientIds.map((patientId, index) => ({ patientId, attendance: 'present', risk: 'denied', line: typed(spoke[index] ?? '') }));
  const first = await saved(therapist, path, { topic: typed('Sleep'), narrative: typed('Rules of sleep.'), seats });
  await saved(await clinic.as('clinical-director'), path, { narrative: typed('Rules of sleep and caffeine.', 'Rules of sleep.') });
  const both = await saved(therapist, path, { narrative: typed('Talked through. Rules of sleep.', 'Rules of sleep.') });
  expect(both.narrative).toBe('Talked through. Rules of sleep and caffeine.');
  expect(both.version).toBe(first.version + 2);
  expect((await therapist.post(`${path}/signature`, { version: both.version })).status).toBe(200);
  expect((await therapist.patch(path, { topic: typed('Other', 'Sleep') })).status).toBe(409);
  await expect(clinic.sql('owner', `update groups.seat set line = 'x'`)).rejects.toThrow(/never changes/);
  await expect(clinic.sql('owner', `update groups.session set topic = 'x'`)).rejects.toThrow(/never changes/);
  for (const table of ['seat', 'session', 'member', 'therapy_group']) expect(await clinic.sql('app', `select 1 from groups.${table}`)).toEqual([]);
  const left = await therapist.del<{ members: { leftOn: string | null }[] }>(`/groups/${group.id}/members/${patientIds[0]}`);
  expect(left.body.members.filter(({ leftOn }) => leftOn !== null)).toHaveLength(1);
  const later = await therapist.post<SessionReply>(`/groups/${group.id}/sessions`, { startsAt: '2026-11-30T17:00:00Z', endsAt: '2026-11-30T18:00:00Z' });
  expect(later.body.seats.map(({ lastLine }) => lastLine)).toEqual([spoke[1]]);
});

test('a couple may be named together; each record holds the joint part and its own, and parting loses nothing', async ({ clinic }) => {
  const { therapist, patientIds, group, path } = await convened(clinic, ['Robert Alvarez', 'Susan Alvarez'], 'couple');
  const own = ['Would rather not move house.', 'Has looked at flats without telling.'];
  const seats = patientIds.map((patientId, index) => ({ patientId, attendance: 'present', risk: 'denied', line: typed(own[index] ?? '') }));
  const board = await saved(therapist, path, { topic: typed('Moving'), narrative: typed('Robert and Susan each said what home means.'), seats });
  const signed = await therapist.post<SessionReply>(`${path}/signature`, { version: board.version });
  expect(signed.status, JSON.stringify(signed.body)).toBe(200);
  await therapist.del(`/groups/${group.id}/members/${patientIds[1]}`);
  for (const [index, patientId] of patientIds.entries()) {
    const noteId = signed.body.seats.find((seat) => seat.patientId === patientId)?.noteId;
    const note = JSON.stringify((await therapist.get(`/notes/${noteId}`)).body);
    expect(note).toContain('what home means');
    expect(note).toContain(own[index]);
    expect(note).not.toContain(own[1 - index]);
  }
});
