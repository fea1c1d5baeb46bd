import { expect } from 'vitest';
import { newId } from '#server/platform/index.ts';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';
import type { BedOnBoard, Board } from '../board/board.contract.ts';

/** A unit with a room of two for one gender, a room of one for women, and people who are expected. */
async function house(clinic: Clinic) {
  const { programs } = clinic.ids;
  const [administrator, desk, nurse] = [await clinic.as('administrator'), await clinic.as('front-desk'), await clinic.as('nurse')];
  const unitId = newId();
  expect(
    (await administrator.post('/residence/units', { id: unitId, programId: programs.residential, name: 'East wing', genderRule: 'one-gender', minimumAge: 18 })).status,
  ).toBe(200);
  const beds = { '1A': newId(), '1B': newId(), '2A': newId() };
  const room = (name: string, names: readonly ('1A' | '1B' | '2A')[], more: object = {}) =>
    administrator.post(`/residence/units/${unitId}/rooms`, { id: newId(), name, beds: names.map((bed) => ({ id: beds[bed], name: `Bed ${bed}` })), ...more });
  expect((await room('Room 1', ['1A', '1B'], { attributes: ['near-nurses'] })).status).toBe(200);
  expect((await room('Room 2', ['2A'], { genderRule: 'women' })).status).toBe(200);
  const expected = async (givenName: string, administrativeSex: 'F' | 'M', birthDate = '1990-04-0') => {
    const person = {
      id: newId(),
      givenName,
      familyName: `Harbour${givenName}`,
      birthDate: `${birthDate}${givenName.length}`,
      administrativeSex,
      programId: programs.residential,
    };
    const { body } = await desk.post<{ id: string }>('/patients', person);
    const episode = await desk.post<{ id: string }>('/episodes', { patientId: body.id, programId: programs.residential, referredOn: '2026-11-20', source: 'hospital' });
    expect(episode.status, JSON.stringify(episode.body)).toBe(200);
    return { patientId: body.id, episodeId: episode.body.id };
  };
  const board = async () => (await nurse.get<Board>('/residence/board')).body;
  const bed = async (name: '1A' | '1B' | '2A'): Promise<BedOnBoard | undefined> =>
    (await board()).units.flatMap(({ rooms }) => rooms.flatMap((one) => one.beds)).find(({ id }) => id === beds[name]);
  const arrive = async (episodeId: string, body: object) => {
    clinic.advance({ minutes: 5 });
    const reply = await nurse.post<{ residencyId: string; code: string }>('/residence/residencies', { episodeId, ...body });
    return { ...reply, residencyId: reply.body.residencyId };
  };
  return { nurse, desk, unitId, beds, expected, board, bed, arrive };
}

test('people arrive, move, swap and depart: one person a bed, each refusal with its remedy, and a swap leaves a planned move standing', async ({ clinic }) => {
  const { nurse, unitId, beds, expected, board, bed, arrive } = await house(clinic);
  const [adam, boris, clara] = [await expected('Adam', 'M'), await expected('Boris', 'M'), await expected('Clara', 'F')];
  expect((await board()).expected.map(({ episodeId }) => episodeId)).toEqual(expect.arrayContaining([adam.episodeId, boris.episodeId, clara.episodeId]));

  expect((await nurse.put(`/residence/beds/${beds['1B']}/reservation`, { episodeId: boris.episodeId, expectedOn: '2026-11-24' })).status).toBe(204);
  const first = await arrive(adam.episodeId, { bedId: beds['1A'] });
  expect(first.status, JSON.stringify(first.body)).toBe(200);
  const stays = await nurse.get(`/patients/${adam.patientId}/episodes`);
  expect(stays.body.items).toMatchObject([{ state: 'admitted', admittedOn: '2026-11-23' }]);
  expect((await arrive(clara.episodeId, { bedId: beds['1A'] })).body).toMatchObject({ status: 409, code: 'bed.taken' });
  expect((await arrive(clara.episodeId, { bedId: beds['1B'] })).body).toMatchObject({ obstacles: [{ code: 'bed.reserved' }, { code: 'bed.one-gender' }] });
  // A reason sets a rule of the house aside, never a person who lies in the bed.
  expect((await arrive(clara.episodeId, { bedId: beds['1A'], override: 'Sisters ask for one room' })).body).toMatchObject({ code: 'bed.taken' });
  const second = await arrive(boris.episodeId, { bedId: beds['1B'] });
  expect(second.status).toBe(200);
  expect((await arrive(adam.episodeId, { bedId: beds['2A'] })).body).toMatchObject({ code: 'residence.lives-here' });

  const path = (residencyId: string) => `/residence/residencies/${residencyId}`;
  expect((await nurse.put(`${path(first.residencyId)}/bed`, { bedId: beds['2A'] })).body).toMatchObject({ code: 'bed.for-women' });
  expect((await nurse.put(`${path(first.residencyId)}/transfer`, { bedId: beds['2A'], reason: 'Quieter room' })).status).toBe(204);
  clinic.advance({ minutes: 5 });
  expect((await nurse.post(`${path(first.residencyId)}/swap`, { withResidencyId: second.residencyId })).status).toBe(204);
  expect(await bed('1A')).toMatchObject({ state: 'occupied', occupant: { residencyId: second.residencyId, transfer: null } });
  expect(await bed('1B')).toMatchObject({ occupant: { residencyId: first.residencyId, transfer: { toBedId: beds['2A'], reason: 'Quieter room' } } });

  clinic.advance({ minutes: 5 });
  expect(
    (await nurse.post(`${path(second.residencyId)}/leaves`, { kind: 'pass', note: 'With the sister', expectedBackAt: clinic.clock.now().add({ minutes: 5 }).toString() }))
      .status,
  ).toBe(204);
  expect(await bed('1A')).toMatchObject({ state: 'away', occupant: { leave: { says: 'Pass', note: 'With the sister', isOverdue: false } } });
  clinic.advance({ minutes: 10 });
  expect(await bed('1A')).toMatchObject({ occupant: { leave: { isOverdue: true } } });
  expect((await nurse.post(`${path(second.residencyId)}/return`)).status).toBe(204);

  // The bed is freed, the person stays; the next has it once it is clean.
  clinic.advance({ minutes: 5 });
  expect((await nurse.post(`${path(second.residencyId)}/freed-bed`)).status).toBe(204);
  expect(await bed('1A')).toMatchObject({ state: 'cleaning', occupant: null });
  expect((await board()).units[0]?.withoutBed).toMatchObject([{ residencyId: second.residencyId, unitId }]);
  clinic.advance({ minutes: 5 });
  expect((await nurse.put(`${path(second.residencyId)}/bed`, { bedId: beds['1A'] })).body).toMatchObject({ code: 'bed.to-be-cleaned' });
  expect((await nurse.del(`/residence/beds/${beds['1A']}/outage`)).status).toBe(204);
  expect((await nurse.put(`${path(second.residencyId)}/bed`, { bedId: beds['1A'] })).status).toBe(204);

  clinic.advance({ minutes: 5 });
  expect((await nurse.put(`${path(first.residencyId)}/bed`, { bedId: beds['2A'], override: 'Only free bed tonight' })).status).toBe(204);
  expect(await bed('2A')).toMatchObject({ occupant: { residencyId: first.residencyId, transfer: null } });

  // Who lies down in an uncleaned bed with a reason settles the cleaning; a swap is judged for both of them beforehand.
  clinic.advance({ minutes: 5 });
  expect((await nurse.put(`${path(second.residencyId)}/bed`, { bedId: beds['1B'], override: 'Fresh linen is on it' })).status).toBe(204);
  expect(await bed('1B')).toMatchObject({ state: 'occupied', outage: null });
  const inReturn = `/residence/fit?residencyId=${first.residencyId}&bedId=${beds['1B']}&withResidencyId=${second.residencyId}`;
  expect((await nurse.get(inReturn)).body).toMatchObject({ obstacles: [{ code: 'bed.for-women' }] });
  clinic.advance({ minutes: 5 });
  expect((await nurse.post(`${path(first.residencyId)}/departure`, { reason: 'completed' })).status).toBe(204);
  await clinic.settleJobs();
  expect((await nurse.get(`/patients/${adam.patientId}/episodes`)).body.items).toMatchObject([{ state: 'discharged', endReason: 'completed' }]);
  expect(await bed('2A')).toMatchObject({ state: 'cleaning' });
  expect((await nurse.post(`${path(first.residencyId)}/leaves`, { kind: 'pass' })).status).toBe(404);

  const seen = await clinic.sql('owner', "select count(*)::int as count from audit.entry where action = 'residence.swap'");
  expect(seen).toEqual([{ count: 1 }]);
});

test('two who give one bed away at once: one has it; and who works elsewhere sees neither beds nor people', async ({ clinic }) => {
  const { nurse, beds, expected, bed, arrive } = await house(clinic);
  const [one, other] = [await expected('Dora', 'F'), await expected('Elena', 'F')];
  const replies = await Promise.all([one, other].map(({ episodeId }) => nurse.post('/residence/residencies', { episodeId, bedId: beds['2A'] })));
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const here = (await bed('2A'))?.occupant;
  // The database itself would refuse a second person, were the actions to forget.
  const second = clinic.sql(
    'owner',
    `insert into residence.occupancy (patient_id, program_id, residency_id, bed_id, starts_at, recorded_at)
     select patient_id, program_id, residency_id, bed_id, starts_at, recorded_at from residence.occupancy where residency_id = $1`,
    [here?.residencyId],
  );
  await expect(second).rejects.toThrow(/one_person_a_bed|one_bed_a_person/);

  const stranger = await clinic.as('therapist');
  expect((await stranger.get('/residence/board')).body).toMatchObject({ units: [], expected: [] });
  const prescriber = await clinic.as('prescriber');
  expect((await prescriber.post(`/residence/residencies/${here?.residencyId}/freed-bed`)).status).toBe(404);
  expect((await stranger.post(`/residence/residencies/${here?.residencyId}/freed-bed`)).status).toBe(403);

  // Discharged elsewhere in the record: nobody goes on living here by oversight.
  clinic.advance({ minutes: 5 });
  const loser = replies[0]?.status === 200 ? one : other;
  expect((await nurse.post(`/episodes/${loser.episodeId}/discharge`, { on: '2026-11-23', reason: 'completed' })).status).toBe(200);
  await clinic.settleJobs();
  expect((await bed('2A'))?.occupant).toBeNull();
  expect((await arrive(loser.episodeId, { bedId: beds['2A'] })).status).toBe(404);
});
