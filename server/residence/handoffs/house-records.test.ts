import { expect, test as plain } from 'vitest';
import { newId } from '#server/platform/index.ts';
import { clinicTest as test } from '#testing/clinic.ts';
import type { IncidentReports } from '../incidents/incidents.contract.ts';
import type { HandOffs } from './hand-offs.contract.ts';
import { shiftAt } from './shift.rules.ts';

plain('a night shift goes on past midnight, and is as long as the clocks make it', () => {
  const at = (moment: string) => {
    const { code, startsAt } = shiftAt(Temporal.Instant.from(moment), 'America/Los_Angeles');
    return `${code} ${startsAt.toString()}`;
  };
  expect(at('2026-11-24T14:59:59Z')).toBe('night 2026-11-24T07:00:00Z');
  expect(at('2026-11-24T15:00:00Z')).toBe('day 2026-11-24T15:00:00Z');
  expect(at('2026-03-08T14:00:00Z')).toBe('day 2026-03-08T14:00:00Z');
});

test('a shift hands over what is on record and what is open; incidents are told person by person and name no other; belongings come and go with signatures', async ({
  clinic,
}) => {
  const { programs } = clinic.ids;
  const [administrator, nurse, peer] = [await clinic.as('administrator'), await clinic.as('nurse'), await clinic.as('peer')];
  const [unitId, beds] = [newId(), [newId(), newId()]];
  await administrator.post('/residence/units', { id: unitId, programId: programs.residential, name: 'West wing' });
  await administrator.post(`/residence/units/${unitId}/rooms`, { id: newId(), name: 'Room 1', beds: beds.map((id, place) => ({ id, name: `Bed ${place + 1}` })) });
  const residencyIds: string[] = [];
  for (const [place, name] of ['Quentin Ashby', 'Rosalind Thorn'].entries()) {
    const [givenName, familyName] = name.split(' ');
    const person = { id: newId(), givenName, familyName, birthDate: `198${place}-05-06`, administrativeSex: 'F', programId: programs.residential };
    const { body } = await nurse.post<{ id: string }>('/patients', person);
    const episode = await nurse.post<{ id: string }>('/episodes', { patientId: body.id, programId: programs.residential, referredOn: '2026-11-20', source: 'self' });
    const arrived = await nurse.post<{ residencyId: string }>('/residence/residencies', { episodeId: episode.body.id, bedId: beds[place] });
    residencyIds.push(arrived.body.residencyId);
  }
  const [quentin = '', rosalind = ''] = residencyIds;
  clinic.advance({ minutes: 2 });

  const report = (told: string) => ({
    eventId: newId(),
    kind: 'aggression',
    happenedAt: clinic.clock.now().toString(),
    people: [{ id: newId(), residencyId: quentin, whatHappened: told, whatWasDone: 'Both were taken apart and calmed.' }],
  });
  expect((await nurse.post('/residence/incident-reports', report('Threw a cup at Rosalind.'))).body).toMatchObject({ obstacles: [{ code: 'incident.names-another' }] });
  expect((await nurse.post('/residence/incident-reports', report('Quentin threw a cup at another resident.'))).status).toBe(204);
  const reports = async () => (await nurse.get<IncidentReports>('/residence/incident-reports')).body.items;
  const [one] = await reports();
  expect(one).toMatchObject({ kind: 'aggression', isOverdue: false, followUp: null });
  expect((await nurse.put(`/residence/incident-reports/${one?.id}/follow-up`, { followUp: 'Spoken with the therapist.' })).status).toBe(204);
  expect((await nurse.put(`/residence/incident-reports/${one?.id}/follow-up`, { followUp: 'Once more.' })).body).toMatchObject({ code: 'incident.followed-up' });

  const of = `/residence/units/${unitId}/hand-offs`;
  const before = (await nurse.get<HandOffs>(of)).body;
  expect(before.people.find(({ residencyId }) => residencyId === quentin)?.facts).toEqual(['10:00 arrived', '10:00 has bed Bed 1', '10:02 incident: Aggression']);
  const handOff = {
    id: newId(),
    unitId,
    lines: [
      { residencyId: quentin, openMatters: 'Call the brother back' },
      { residencyId: rosalind, happened: 'Slept' },
    ],
  };
  expect((await nurse.post('/residence/hand-offs', handOff)).status).toBe(200);
  const after = (await nurse.post<HandOffs>('/residence/hand-offs', handOff)).body;
  expect(after.items).toMatchObject([{ shift: 'Day', signedByName: 'Grace Kim', acknowledgedAt: null }]);
  expect(after.people.find(({ residencyId }) => residencyId === quentin)?.openMatters).toBe('Call the brother back');
  expect((await nurse.post(`/residence/hand-offs/${handOff.id}/acknowledgement`)).body).toMatchObject({ code: 'hand-off.own' });
  expect((await peer.post(`/residence/hand-offs/${handOff.id}/acknowledgement`)).status).toBe(204);
  expect((await peer.get<HandOffs>(of)).body.items).toMatchObject([{ acknowledgedByName: 'Tyrone Brooks' }]);

  const kept = `/residence/residencies/${rosalind}/belongings`;
  const phone = { id: newId(), what: 'Phone', storage: 'Safe, shelf 2' };
  expect((await nurse.post(kept, { signature: 'Rosalind Thorn', items: [phone] })).body.items).toMatchObject([{ what: 'Phone', number: 1, returnedAt: null }]);
  clinic.advance({ minutes: 1 });
  await nurse.post(`${kept}/returns`, { ids: [phone.id], signature: 'Rosalind Thorn' });
  await nurse.post(`${kept}/returns`, { ids: [phone.id], signature: 'Somebody Else' });
  expect((await nurse.get(kept)).body.items).toMatchObject([{ returnedSignature: 'Rosalind Thorn' }]);

  const stranger = await clinic.as('therapist');
  expect((await stranger.get<IncidentReports>('/residence/incident-reports')).body.items).toEqual([]);
  expect((await stranger.get(of)).status).toBe(404);
  expect((await stranger.get(kept)).body).toEqual({ items: [] });
});
