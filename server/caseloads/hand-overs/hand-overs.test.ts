import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { z } from 'zod';
import { clinicTest as test, type Client } from '#testing/clinic.ts';
import type { AgendaReply } from '../agendas/agendas.contract.ts';
import type { Caseload } from '../loads/loads.contract.ts';
import type { HandedToMe } from './hand-overs.contract.ts';

interface Made {
  readonly id: string;
}
interface Home {
  readonly tiles: readonly { readonly code: string }[];
}
interface Problem {
  readonly obstacles: readonly object[];
}

async function ok<Body>(reply: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await reply;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}

test('several people go from one colleague to another with a note each, all or none, and come back while nobody changed them; load and agenda tell it', async ({
  clinic,
}) => {
  const { programs, staff } = clinic.ids;
  const programId = programs.outpatient;
  const [ana, other, stranger] = [await clinic.as('therapist'), await clinic.as('second-therapist'), await clinic.as('otp-therapist')];
  const people: string[] = [];
  for (const [index, givenName] of ['Uma', 'Vito', 'Wendel'].entries()) {
    const { id } = await ok(ana.post<Made>('/patients', { givenName, familyName: `Tern${givenName}`, birthDate: `1980-02-1${index}`, programId }));
    const episode = await ok(ana.post<Made>('/episodes', { patientId: id, programId, referredOn: '2026-06-01', source: 'self' }));
    await ok(ana.post(`/episodes/${episode.id}/admission`, { on: index === 2 ? '2026-11-22' : '2026-06-02' }));
    await ok(ana.put(`/episodes/${episode.id}/clinician`, { primaryClinicianId: staff.therapist }));
    people.push(id);
  }
  const loadOf = async (staffId: string) => {
    const { items } = await ok(ana.get<{ items: Caseload[] }>(`/caseloads?programId=${programId}`));
    const found = items.find((one) => one.staffId === staffId);
    if (!found) throw new Error('nobody of that number has a caseload');
    return found;
  };
  const [before, theirs] = [(await loadOf(staff.therapist)).patients, (await loadOf(staff['second-therapist'])).patients];
  expect((await loadOf(staff.therapist)).people.map(({ patientId }) => patientId)).toEqual(expect.arrayContaining(people));

  const agenda = await ok(ana.get<AgendaReply>(`/team-agenda?programId=${programId}&week=2026-11-25`));
  expect(agenda).toMatchObject({ monday: '2026-11-23', sunday: '2026-11-29' });
  const due = agenda.items.map(({ patientId }) => patientId);
  expect([people[0], people[1], people[2]].map((id) => due.includes(String(id)))).toEqual([true, true, false]);
  expect(agenda.items.find(({ patientId }) => patientId === people[0])).toMatchObject({ why: 'first-plan', isOverdue: true, documentId: null });

  const wish = {
    id: randomUUID(),
    programId,
    fromStaffId: staff.therapist,
    toStaffId: staff['second-therapist'],
    people: people.slice(0, 2).map((patientId) => ({ patientId, note: `Knows about the leave. ${patientId}` })),
  };
  expect((await ana.post<Problem>('/hand-overs', { ...wish, toStaffId: staff['otp-therapist'] })).body.obstacles).toMatchObject([
    { code: 'hand-over.not-in-program', at: 'toStaffId' },
  ]);
  const mixed = { ...wish, id: randomUUID(), people: [...wish.people, { patientId: clinic.ids.patients.otp, note: 'Not theirs.' }] };
  expect((await ana.post<Problem>('/hand-overs', mixed)).body.obstacles).toMatchObject([{ code: 'hand-over.not-theirs' }]);
  expect((await loadOf(staff.therapist)).patients).toBe(before);

  await ok(ana.post('/hand-overs', wish));
  await ok(ana.post('/hand-overs', wish));
  expect([(await loadOf(staff.therapist)).patients, (await loadOf(staff['second-therapist'])).patients]).toEqual([before - 2, theirs + 2]);
  const handed = async (client: Client) => (await ok(client.get<z.infer<typeof HandedToMe>>('/hand-overs/to-me'))).items;
  expect(await handed(other)).toMatchObject([{ fromName: 'Ana Rivera' }, { fromName: 'Ana Rivera' }]);
  expect([await handed(ana), await handed(stranger)]).toEqual([[], []]);
  expect((await ok(other.get<Home>('/home'))).tiles.find(({ code }) => code === 'caseloads.handed-to-me')).toMatchObject({ count: 2, opens: '/caseloads' });
  await ok(other.post(`/hand-overs/${wish.id}/people/${people[0]}/reading`));
  expect(await handed(other)).toHaveLength(1);
  expect((await ana.post(`/hand-overs/${wish.id}/people/${people[1]}/reading`)).status).toBe(404);
  expect((await stranger.post(`/hand-overs/${wish.id}/undoing`)).status).toBe(404);
  expect(await clinic.sql('app', 'select 1 from caseloads.hand_over_line')).toEqual([]);

  await ok(ana.post(`/hand-overs/${wish.id}/undoing`));
  expect([(await loadOf(staff.therapist)).patients, (await loadOf(staff['second-therapist'])).patients]).toEqual([before, theirs]);
  expect((await ana.post<Problem>(`/hand-overs/${wish.id}/undoing`)).body.obstacles).toMatchObject([{ code: 'hand-over.undone' }]);
  const again = { ...wish, id: randomUUID() };
  await ok(ana.post('/hand-overs', again));
  const { items } = await ok(ana.get<{ items: Made[] }>(`/patients/${people[0]}/episodes`));
  await ok(ana.put(`/episodes/${items[0]?.id}/clinician`, { primaryClinicianId: null }));
  expect((await ana.post<Problem>(`/hand-overs/${again.id}/undoing`)).body.obstacles).toMatchObject([{ code: 'hand-over.changed-since' }]);
  const [entry] = await clinic.sql('owner', `select patient_ids, fields from audit.entry where action = 'caseload.hand-over' and outcome = 'done' order by seq limit 1`);
  expect(entry?.['patient_ids']).toEqual(expect.arrayContaining(people.slice(0, 2)));
});
