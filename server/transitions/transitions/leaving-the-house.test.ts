import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { clinicTest as test, type Client } from '#testing/clinic.ts';
import type { BedOnBoard, Board } from '#server/residence/board/board.contract.ts';

const done = async (reply: Promise<{ status: number; body: any }>) => {
  const { status, body } = await reply;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
};

test('who moves out of the house gives up bed, leave and planned move with it, and has all of it back when the move is taken back, unless somebody else lies there', async ({
  clinic,
}) => {
  const { programs, staff } = clinic.ids;
  await clinic.sql(
    'owner',
    "insert into identity.program_membership (staff_id, program_id, valid_from) select $1, unnest($2::uuid[]), '2020-01-01' on conflict do nothing",
    [staff.therapist, [programs.residential, programs.iop]],
  );
  const [administrator, nurse, therapist] = [await clinic.as('administrator'), await clinic.as('nurse'), await clinic.as('therapist')];
  const [unitId, first, second] = [randomUUID(), randomUUID(), randomUUID()];
  await done(administrator.post('/residence/units', { id: unitId, programId: programs.residential, name: 'East wing' }));
  const beds = [
    { id: first, name: 'A' },
    { id: second, name: 'B' },
  ];
  await done(administrator.post(`/residence/units/${unitId}/rooms`, { id: randomUUID(), name: 'Room 1', beds }));
  const arrives = async (givenName: string, bedId: string) => {
    const person = { givenName, familyName: 'Harbourside', birthDate: `19${60 + givenName.length}-03-04`, programId: programs.residential };
    const { id: patientId } = await done(nurse.post('/patients', person));
    const stay = { patientId, programId: programs.residential, referredOn: '2026-11-20', source: 'hospital' };
    const { id: episodeId } = await done(nurse.post('/episodes', stay));
    const { residencyId } = await done(nurse.post('/residence/residencies', { episodeId, bedId }));
    return { episodeId, residencyId };
  };
  const bed = async (reader: Client): Promise<BedOnBoard | undefined> =>
    (await done(reader.get<Board>('/residence/board'))).units.flatMap((unit: Board['units'][number]) => unit.rooms[0]?.beds).find(({ id }: BedOnBoard) => id === first);
  const { episodeId, residencyId } = await arrives('Ada', first);
  clinic.advance({ minutes: 5 });
  await done(nurse.put(`/residence/residencies/${residencyId}/transfer`, { bedId: second, reason: 'Quieter' }));
  await done(nurse.post(`/residence/residencies/${residencyId}/leaves`, { kind: 'pass' }));
  clinic.advance({ minutes: 5 });
  const before = await bed(nurse);
  expect(before).toMatchObject({ state: 'away', occupant: { residencyId, transfer: { toBedId: second } } });

  const wish = { episodeId, toProgramId: programs.iop, at: clinic.clock.now().toString(), reason: 'goals-met', clinicianId: staff.therapist };
  const foreseen = await done(therapist.post('/transitions/preview', wish));
  expect(foreseen).toMatchObject({ kind: 'step-down', obstacles: [] });
  expect(foreseen.effects).toContainEqual({ part: 'bed', does: 'closed', says: 'Bed A in Room 1 is given up and goes to be cleaned.' });
  const early = { ...wish, at: clinic.clock.now().subtract({ minutes: 8 }).toString() };
  expect((await done(therapist.post('/transitions/preview', early))).obstacles).toMatchObject([{ code: 'residence.moment-before', at: 'at' }]);
  const { id } = await done(therapist.post('/transitions', { id: randomUUID(), ...wish }));
  expect(await bed(nurse)).toMatchObject({ state: 'cleaning', occupant: null });
  expect((await therapist.post('/residence/residencies', { episodeId, bedId: first })).status).toBe(403);

  clinic.advance({ minutes: 5 });
  await done(therapist.post(`/transitions/${id}/undoing`));
  expect(await bed(nurse)).toEqual(before);
  // The system hears of the discharge only now, when it is no longer true: nobody loses a bed by it.
  await clinic.settleJobs();
  expect(await bed(nurse)).toEqual(before);

  clinic.advance({ minutes: 5 });
  const again = await done(therapist.post('/transitions', { id: randomUUID(), ...wish, at: clinic.clock.now().toString() }));
  await done(nurse.del(`/residence/beds/${first}/outage`));
  clinic.advance({ minutes: 5 });
  await arrives('Benedict', first);
  const refused = await therapist.post(`/transitions/${again.id}/undoing`);
  expect(refused.body).toMatchObject({
    status: 409,
    code: 'transition.bed-taken',
    obstacles: [{ says: expect.stringContaining('Benedict Harbourside has bed A meanwhile') }],
  });
});
