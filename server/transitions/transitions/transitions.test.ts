import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { Authorizations } from '#server/billing/authorizations/authorizations.contract.ts';
import type { CarePlan, CarePlanList } from '#server/careplans/plans/plans.contract.ts';
import type { DiagnosisReply } from '#server/charting/diagnoses/diagnoses.contract.ts';
import type { TherapyGroup } from '#server/groups/groups/groups.contract.ts';
import type { StatementReply } from '#server/medications/statements/statements.contract.ts';
import type { Episodes, MadeEpisode } from '#server/programs/episodes/episodes.contract.ts';
import type { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import type { EnrolmentReply } from '#server/tracks/enrolments/enrolments.contract.ts';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import { done as ok } from '#testing/released-records.ts';
import type { TransitionPreview, TransitionReply } from './transitions.contract.ts';

type Of<Schema extends z.ZodType> = z.infer<Schema>;
interface Items<Row> {
  readonly items: readonly Row[];
}
type Preview = Of<typeof TransitionPreview>;

/** What a reader sees of a patient, without counters and times of writing. */
async function picture(client: Client, patientId: string) {
  const part = async <Row>(name: string) => (await client.get<Items<Row>>(`/patients/${patientId}/${name}`)).body.items;
  const { items: groups } = (await client.get<Items<TherapyGroup>>('/groups')).body;
  return {
    stays: (await part<Of<typeof Episodes>['items'][number]>('episodes')).map(({ programName, state, admittedOn, endedOn, endReason }) => ({
      programName,
      state,
      admittedOn,
      endedOn,
      endReason,
    })),
    plans: (await part<CarePlanList['items'][number]>('care-plans')).map(({ programName, entries }) => ({ programName, entries })),
    medications: (await part<StatementReply>('medications')).map(({ id, programName, dose, stoppedOn }) => ({ id, programName, dose, stoppedOn })),
    authorizations: (await part<Of<typeof Authorizations>['items'][number]>('authorizations'))
      .filter(({ state }) => state !== 'ended')
      .map(({ id, programName, state, number }) => ({ id, programName, state, number })),
    appointments: (await part<AppointmentReply>('appointments'))
      .filter(({ status }) => status !== 'cancelled')
      .map(({ id, programId, startsAt, status }) => ({ id, programId, startsAt, status })),
    diagnoses: (await part<DiagnosisReply>('diagnoses')).map(({ id, programId, code }) => ({ id, programId, code })),
    tracks: (await part<EnrolmentReply>('track-enrolments')).map(({ trackName, leftOn, leftBecause, toCome }) => ({ trackName, leftOn, leftBecause, toCome })),
    rosters: groups.flatMap(({ name, members }) => members.map(({ patientId: member, leftOn }) => ({ name, member, leftOn }))),
  };
}

/** A person in the partial hospital program, with everything that a stay brings along. */
async function inPhp(clinic: Clinic) {
  const { programs, patients, staff, payers } = clinic.ids;
  const prescriber = await clinic.as('prescriber');
  await clinic.sql(
    'owner',
    `insert into identity.program_membership (staff_id, program_id, valid_from) select $1, unnest($2::uuid[]), '2020-01-01' on conflict do nothing`,
    [staff.prescriber, [programs.php, programs.iop, programs.outpatient]],
  );
  const doctor = await clinic.again('prescriber');
  const [patientId, programId] = [patients.php, programs.php];
  const { items: stays } = await ok(prescriber.get<Of<typeof Episodes>>(`/patients/${patientId}/episodes`));
  const opened = async () => {
    const { id } = await ok(doctor.post<Of<typeof MadeEpisode>>('/episodes', { patientId, programId, referredOn: '2026-11-10', source: 'hospital' }));
    await ok(doctor.post(`/episodes/${id}/admission`, { on: '2026-11-12' }));
    return id;
  };
  const episodeId = stays.find(({ state }) => state === 'admitted')?.id ?? (await opened());
  await ok(doctor.post(`/patients/${patientId}/diagnoses`, { programId, code: 'F33.1' }));
  await ok(doctor.post('/care-plans', { patientId, programId }));
  const ids = [randomUUID(), randomUUID()];
  for (const [index, name] of ['Sertraline', 'Trazodone'].entries())
    await ok(doctor.post(`/patients/${patientId}/medications`, { id: ids[index], programId, name, dose: '50 mg at night', source: 'ordered-here' }));
  const authorization = {
    programId,
    payerId: Object.values(payers)[0],
    state: 'approved',
    number: 'A-77',
    counts: 'days',
    allowed: 10,
    validFrom: '2026-11-12',
    validThrough: '2026-11-30',
  };
  await ok(doctor.post(`/patients/${patientId}/authorizations`, { id: randomUUID(), ...authorization }));
  const series = {
    id: randomUUID(),
    patientId,
    programId,
    clinicianId: staff.prescriber,
    typeCode: 'medication',
    firstDay: '2026-12-01',
    time: '09:00',
    times: 3,
    recurrence: { frequency: 'weekly', interval: 1, weekdays: [2] },
  };
  await ok(doctor.post('/appointment-series', series));
  const group = { id: randomUUID(), programId, name: 'Morning group', service: 'group-psychotherapy', capacity: 8, facilitatorId: staff.prescriber };
  await ok(doctor.post('/groups', group));
  await ok(doctor.post(`/groups/${group.id}/members`, { patientId, joinedOn: '2026-11-12' }));
  const slots = [{ weekday: 3, starts: '10:00', minutes: 60, groupId: group.id }];
  const track = { id: randomUUID(), programId, name: 'Wednesdays', firstDay: '2026-12-02', lastDay: '2026-12-16', slots };
  await ok(doctor.post('/tracks', track));
  await ok(doctor.post(`/tracks/${track.id}/enrolments`, { id: randomUUID(), patientId, from: '2026-12-01', beyondAuthorization: true }));
  return { doctor, patientId, episodeId, medications: ids };
}

test('a step down is one act with four things asked for; nobody moves with a medicine undecided; taken back, everything is as it was', async ({ clinic }) => {
  const { doctor, patientId, episodeId, medications } = await inPhp(clinic);
  const { programs, staff } = clinic.ids;
  const at = '2026-11-23T18:00:00Z';
  const wish = { episodeId, toProgramId: programs.outpatient, at, reason: 'goals-met', clinicianId: staff.prescriber };
  const before = await picture(doctor, patientId);
  const foreseen = await ok(doctor.post<Preview>('/transitions/preview', wish));
  expect(foreseen).toMatchObject({ kind: 'step-down', obstacles: [{ code: 'transition.medication-undecided' }, { code: 'transition.medication-undecided' }] });
  const id = randomUUID();
  expect((await doctor.post('/transitions', { id, ...wish })).body).toMatchObject({ status: 409, code: 'transition.medication-undecided' });
  expect(await picture(doctor, patientId)).toEqual(before);
  const toProgramId = programs.outpatient;
  await ok(doctor.put(`/medications/${medications[0]}/decision`, { toProgramId, does: 'change', dose: '100 mg in the morning' }));
  expect((await doctor.put(`/medications/${medications[1]}/decision`, { toProgramId, does: 'stop' })).body).toMatchObject({ status: 400, errors: [{ at: 'reason' }] });
  await ok(doctor.put(`/medications/${medications[1]}/decision`, { toProgramId, does: 'stop', reason: 'Sleeps well' }));
  const made = await ok(doctor.post<TransitionReply>('/transitions', { id, ...wish }));
  expect((await ok(doctor.post<TransitionReply>('/transitions', { id, ...wish }))).id).toBe(made.id);
  const after = await picture(doctor, patientId);
  expect(after.stays.slice(0, 2)).toMatchObject([
    { programName: 'Outpatient Therapy', state: 'admitted', admittedOn: '2026-11-23' },
    { programName: 'Partial Hospital Program', state: 'discharged', endReason: 'transferred' },
  ]);
  const inOutpatient = <Row extends { programName: string }>(rows: readonly Row[]) => rows.filter(({ programName }) => programName === 'Outpatient Therapy');
  expect(inOutpatient(after.plans)).toMatchObject([{ entries: [{ kind: 'problem', fields: { code: 'F33.1' } }] }]);
  expect(inOutpatient(after.medications)).toMatchObject([{ dose: '100 mg in the morning', stoppedOn: null }]);
  expect(after.medications.filter(({ stoppedOn }) => stoppedOn === null)).toHaveLength(1);
  expect(after.authorizations).toMatchObject([{ programName: 'Outpatient Therapy', state: 'requested' }]);
  expect(new Set(after.appointments.map(({ programId, startsAt }) => `${programId} ${startsAt}`))).toEqual(
    new Set(before.appointments.filter(({ startsAt }) => !startsAt.includes('T18:')).map(({ startsAt }) => `${programs.outpatient} ${startsAt}`)),
  );
  // The three of the series go along; those of the track, Wednesdays at ten, are called off with it.
  expect(after.appointments).toHaveLength(3);
  expect(before.tracks).toEqual([{ trackName: 'Wednesdays', leftOn: null, leftBecause: null, toCome: 3 }]);
  expect(after.tracks).toEqual([{ trackName: 'Wednesdays', leftOn: '2026-12-01', leftBecause: 'moved', toCome: 0 }]);
  expect(after.diagnoses.filter(({ programId }) => programId === programs.outpatient)).toMatchObject([{ code: 'F33.1' }]);
  expect(after.rosters).toMatchObject([{ name: 'Morning group', leftOn: '2026-11-23' }]);
  clinic.advance({ hours: 5 });
  await ok((await clinic.again('prescriber')).post(`/transitions/${id}/undoing`));
  expect(await picture(await clinic.again('prescriber'), patientId)).toEqual(before);
  expect((await (await clinic.again('prescriber')).post(`/transitions/${id}/undoing`)).body).toMatchObject({ status: 409, code: 'transition.too-late' });
});

test('what was written in the new program since is not undone; a Part 2 program lets nothing go without consent; strangers see none of it', async ({ clinic }) => {
  const { doctor, patientId, episodeId, medications } = await inPhp(clinic);
  const { programs, staff } = clinic.ids;
  const toProgramId = programs.iop;
  for (const medication of medications) await ok(doctor.put(`/medications/${medication}/decision`, { toProgramId, does: 'continue' }));
  const wish = { episodeId, toProgramId, at: '2026-11-23T18:00:00Z', reason: 'goals-met', clinicianId: staff.prescriber };
  const { id } = await ok(doctor.post<TransitionReply>('/transitions', { id: randomUUID(), ...wish }));
  const plan = (await ok(doctor.get<Items<CarePlan>>(`/patients/${patientId}/care-plans`))).items.find(({ programId }) => programId === toProgramId);
  const goal = { id: randomUUID(), kind: 'goal', parentId: plan?.entries[0]?.id, fields: { words: { base: '', text: 'I want to sleep' } } };
  await ok(doctor.patch(`/care-plans/${plan?.id}`, { entries: [goal] }));
  expect((await doctor.post(`/transitions/${id}/undoing`)).body).toMatchObject({ status: 409, code: 'transition.plan-changed-since' });
  const inIop = (await ok(doctor.get<Of<typeof Episodes>>(`/patients/${patientId}/episodes`))).items.find(({ programId }) => programId === toProgramId);
  expect(inIop).toMatchObject({ state: 'admitted', labels: ['part2'] });
  const back = { ...wish, episodeId: inIop?.id, toProgramId: programs.php };
  expect((await ok(doctor.post<Preview>('/transitions/preview', back))).obstacles).toContainEqual(expect.objectContaining({ code: 'transition.needs-consent' }));
  const beside = await ok(doctor.post<Preview>('/transitions/preview', { ...back, toProgramId: programs.otp }));
  expect(beside).toMatchObject({ kind: 'second-program' });
  expect(beside.obstacles).toContainEqual(expect.objectContaining({ code: 'transition.not-your-program', at: 'toProgramId' }));
  await clinic.sql('owner', 'delete from identity.program_membership where staff_id = $1 and program_id <> $2', [staff['otp-therapist'], programs.otp]);
  const stranger = await clinic.asStaff(staff['otp-therapist']);
  expect((await stranger.post('/transitions/preview', back)).status).toBe(404);
  expect((await stranger.post(`/transitions/${id}/undoing`)).status).toBe(404);
  expect((await stranger.get(`/patients/${patientId}/transitions`)).status).toBe(404);
  const desk = await clinic.as('front-desk');
  expect((await desk.post('/transitions/preview', back)).status).toBe(403);
  // What went along names diagnoses and medicines.
  expect((await desk.get(`/patients/${patientId}/transitions`)).status).toBe(403);
});
