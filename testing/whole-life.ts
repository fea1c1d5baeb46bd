import { newId, runJob } from '#server/platform/index.ts';
import { countMidnights } from '#server/residence/census/census.jobs.ts';
import type { Clinic } from './clinic.ts';
import { askedForCare } from './life-before-admission.ts';
import { calendarOf, documented, measured, moved, reminded, supervised, treated, wroteTogether } from './life-of-care.ts';
import { freeWord, typed, type Hands } from './life-hands.ts';
import { handedOver, reviewed } from './life-under-review.ts';
import { openMailbox } from './mailbox.ts';
import { done } from './released-records.ts';

/** A person and where the record was made. */
export interface Life {
  readonly patientId: string;
  readonly programId: string;
  /** Records about the person in tables that name no patient, by table: their ids, and secrets that open something. */
  readonly others: ReadonlyMap<string, readonly string[]>;
  /** Letters that it sent, as they stood on the wire. */
  readonly letters: string;
}

const address = { line1: freeWord, city: freeWord, state: 'WA', zip: '98402' };

/** What is told of the person in no program's name. */
async function person({ desk, patientId, clinic }: Hands): Promise<void> {
  const path = `/patients/${patientId}`;
  await done(desk.patch(path, { familyName: 'Wren', nameToUse: 'Wil', occupation: freeWord, address: { ...address, line1: '1 First Street' } }));
  clinic.advance({ minutes: 1 });
  await done(desk.patch(path, { address }));
  const kin = { name: freeWord, kind: 'family', relationship: 'SPS', mayContact: true, mayLeaveMessage: false, mayDiscussCare: false, address, note: freeWord };
  await done(desk.post(`${path}/contacts`, kin));
  await done(desk.put(`${path}/communication`, { allowed: ['letter'], confidentialAddress: address, callerName: freeWord, note: freeWord }));
  await done(desk.post(`${path}/guarantors`, { relationship: 'SPS', givenName: freeWord, familyName: freeWord, address, validFrom: '2026-01-01' }));
  const policy = {
    payerId: Object.values(clinic.ids.payers)[0],
    rank: 2,
    memberId: 'M55501',
    planName: freeWord,
    groupNumber: freeWord,
    relationship: '18',
    validFrom: '2026-01-01',
  };
  await done(desk.post(`${path}/coverages`, policy));
}

async function noted({ therapist }: Hands, appointmentId: string, isSigned: boolean): Promise<void> {
  const draft = await done(therapist.post('/drafts', { appointmentId, templateCode: 'dap' }));
  // A page is printed once and kept: its word is there before words are planted.
  const text = isSigned ? `${freeWord} canarynotepages` : freeWord;
  const parts = ['goal', 'data', 'assessment', 'plan'].map((key) => [key, { text, baseVersion: 1, sequence: 1 }]);
  await done(therapist.patch(`/drafts/${draft.id}`, { deviceId: 'laptop', sections: Object.fromEntries(parts), header: { risk: 'denied' } }));
  if (!isSigned) return;
  const note = await done(therapist.post(`/drafts/${draft.id}/signature`));
  await done(therapist.post(`/notes/${note.id}/addenda`, { text: freeWord }));
}

/** Appointments, a signed note and one that is being written, a private note. */
async function visits(hands: Hands): Promise<string> {
  const { desk, therapist, therapistId, patientId, programId, clinic } = hands;
  const episode = await done(desk.post('/episodes', { patientId, programId, referredOn: '2026-11-20', source: 'self', reason: freeWord }));
  await askedForCare(hands, episode.id);
  await done(desk.post(`/episodes/${episode.id}/admission`, { on: '2026-11-23', primaryClinicianId: therapistId }));
  await done(desk.post(`/patients/${patientId}/alerts`, { programId, kind: 'clinical', severity: 'danger', says: freeWord }));
  await done(therapist.post(`/patients/${patientId}/diagnoses`, { programId, code: 'F11.20', clinicianLabel: freeWord }));
  const visit = { patientId, programId, clinicianId: therapistId, typeCode: 'therapy-50', note: freeWord };
  for (const [startsAt, isSigned] of [
    ['2026-11-23T16:00:00Z', true],
    ['2026-11-23T17:00:00Z', false],
  ] as const) {
    const { id } = await done(desk.post('/appointments', { ...visit, startsAt }));
    await done(desk.post(`/appointments/${id}/arrival`));
    await noted(hands, id, isSigned);
  }
  // One visit was missed, and on another the person checked in on a tablet.
  const missed = await done(desk.post('/appointments', { ...visit, startsAt: '2026-11-23T14:00:00Z' }));
  await done(desk.post(`/appointments/${missed.id}/missed-visit`, { id: newId(), kind: 'no-show', expectCents: 0, text: freeWord }));
  await clinic.sql(
    'owner',
    `with tablet as (insert into desk.kiosk (id, site_id, program_ids, name, token_hash, started_at, started_by, ends_at)
       values (uuidv7(), uuidv7(), array[$2::uuid], 'Front door', repeat('a', 64), now(), $3, now()) returning id)
     insert into desk.check_in (id, kiosk_id, appointment_id, patient_id, program_id, token_hash, found_at, arrived_at, contact_changed, coverage_changed)
     select uuidv7(), tablet.id, $4::uuid, $1, $2, repeat('b', 64), now(), now(), true, false from tablet`,
    [patientId, programId, therapistId, missed.id],
  );
  const weekly = { recurrence: { frequency: 'weekly', interval: 1, weekdays: [2] }, firstDay: '2026-11-24', time: '14:00', times: 3 };
  await done(therapist.post('/appointment-series', { patientId, programId, clinicianId: therapistId, typeCode: 'therapy-50', ...weekly }));
  // A time that is given back is offered to who would come earlier: here to the same person.
  const booked = await clinic.sql('owner', 'select id from scheduling.appointment where patient_id = $1 order by starts_at desc limit 2', [patientId]);
  const [last, freed] = booked.map(({ id }) => String(id));
  await done(desk.post(`/appointments/${last}/earlier-wish`, { id: newId() }));
  await done(desk.post(`/appointments/${freed}/cancellation`, { reason: 'patient-ill' }));
  await done(therapist.post(`/patients/${patientId}/vault-notes`, { programId, text: freeWord }));
  await clinic.settleJobs();
  return episode.id;
}

/** A consent on which a claim is built and another program takes the person in; the patient takes it back afterwards. */
async function consented(hands: Hands): Promise<void> {
  const { officer, clinic, patientId, programId } = hands;
  const consent = await done(officer.post(`/patients/${patientId}/consents`, { kind: 'tpo', programId }));
  await done(officer.post(`/consents/${consent.id}/signature`, { signatures: [{ signer: 'patient', name: freeWord, drawing: null }] }));
  await done((await clinic.as('biller')).post('/claims/builds'));
  await moved(hands);
  await done(officer.post(`/consents/${consent.id}/revocation`, { how: 'letter', words: freeWord }));
}

/** What takes two charts or a supervisor to come about through the routes. */
async function rare({ clinic, patientId, programId, therapistId }: Hands): Promise<void> {
  const ended = `'2026-11-22T10:00:00Z', '2026-11-22T11:00:00Z'`;
  await clinic.sql('owner', `insert into patients.merge (patient_id, duplicate_id, reason, merged_at, repointed) values ($1, $1, $2, now(), '[]')`, [
    patientId,
    freeWord,
  ]);
  // The admission ended the wait. Who waits is listed, who waited is not: let it stand as on the day before.
  await clinic.sql('owner', 'update intake.wait set ended_at = null, end_reason = null, ended_by = null where patient_id = $1', [patientId]);
  await clinic.sql(
    'owner',
    `insert into privacy.vault_share (note_id, originator_id, patient_id, program_id, grantee_staff_id, ground, reason, valid_from, valid_to)
     select id, originator_id, patient_id, program_id, $1, 'training', $2, ${ended} from charting.vault_note where patient_id = $3 and program_id = $4 and originator_id = $5`,
    [clinic.ids.staff['clinical-director'], freeWord, patientId, programId, therapistId],
  );
}

/** The patient lives in a house of the program: arrived a night ago into a room whose rule was set aside, is watched, away, to move, and had a day of incidents. */
async function housed({ clinic, nurse, patientId, programId }: Hands): Promise<string> {
  const administrator = await clinic.as('administrator');
  const [unitId, bedId, otherId] = [newId(), newId(), newId()];
  await done(administrator.post('/residence/units', { id: unitId, programId, name: 'Bridge house', genderRule: 'any', minimumAge: 119 }));
  const beds = [bedId, otherId].map((id, place) => ({ id, name: `Bed ${place + 1}` }));
  await done(administrator.post(`/residence/units/${unitId}/rooms`, { id: newId(), name: 'Room 1', beds }));
  const { items } = await done(nurse.get(`/patients/${patientId}/episodes`));
  const episodeId = items.find((episode: { programId: string }) => episode.programId === programId).id;
  const arrived = await done(nurse.post('/residence/residencies', { episodeId, bedId, at: '2026-11-22T20:00:00Z', override: freeWord }));
  const path = `/residence/residencies/${arrived.residencyId}`;
  await done(nurse.put(`${path}/transfer`, { bedId: otherId, reason: freeWord }));
  await done(nurse.put(`${path}/watch`, { intervalMinutes: 60, reason: freeWord }));
  const { items: watches } = await done(nurse.get('/residence/watches'));
  const now = clinic.clock.now().toString();
  const sightings = [{ id: newId(), watchId: watches[0].id, status: 'asleep', note: freeWord, seenAt: now }];
  await done(nurse.post('/residence/rounds', { id: newId(), unitId, signedAt: now, sightings }));
  await done(nurse.post(`${path}/belongings`, { signature: freeWord, items: [{ id: newId(), what: freeWord, storage: freeWord }] }));
  const told = { id: newId(), residencyId: arrived.residencyId, whatHappened: freeWord, whatWasDone: freeWord };
  await done(nurse.post('/residence/incident-reports', { eventId: newId(), kind: 'fall', happenedAt: now, place: freeWord, people: [told] }));
  await done(nurse.put(`/residence/incident-reports/${told.id}/follow-up`, { followUp: freeWord }));
  const lines = [{ residencyId: arrived.residencyId, happened: freeWord, openMatters: freeWord }];
  await done(nurse.post('/residence/hand-offs', { id: newId(), unitId, lines }));
  await done(nurse.post(`${path}/leaves`, { kind: 'pass', note: freeWord }));
  await runJob(clinic.product.workshop, countMidnights, {}, 'midnight of a whole life');
  return unitId;
}

/** A care plan that was signed, and what the patient said to it. */
async function planned({ therapist, patientId, programId }: Hands): Promise<void> {
  const { id, entries: begun } = await done(therapist.post('/care-plans', { patientId, programId }));
  const target = { base: '', text: '9' };
  const kinds = {
    goal: { words: typed },
    objective: { statement: typed, target, byWhen: { base: '', text: '2027-02-01' } },
    intervention: { what: typed, frequency: typed, who: typed },
  };
  const ids = [begun[0].id, newId(), newId(), newId()];
  const entries = Object.entries(kinds).map(([kind, fields], index) => ({ id: ids[index + 1], kind, parentId: ids[index], fields }));
  const { version } = await done(therapist.patch(`/care-plans/${id}`, { entries }));
  await done(therapist.post(`/care-plans/${id}/versions`, { version }));
  await done(therapist.post(`/care-plans/${id}/signatures`, { number: 1, role: 'patient', outcome: 'declined', name: freeWord, reason: freeWord }));
}

/** An instrument answered with a sign of danger, and the pathway that it opened. */
async function assessed({ therapist, patientId, programId, clinic }: Hands): Promise<void> {
  const asked = { programId, instrumentCode: 'phq-9', mode: 'staff', answeredBy: 'patient' };
  const { id } = await done(therapist.post(`/patients/${patientId}/assessments`, asked));
  const answers = Object.fromEntries(['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9'].map((key) => [key, 3]));
  await done(therapist.patch(`/assessments/${id}/answers`, { answers }));
  await done(therapist.post(`/assessments/${id}/completion`));
  await done(therapist.post(`/patients/${patientId}/assessments`, { ...asked, instrumentCode: 'gad-7', mode: 'link', reason: freeWord }));
  await clinic.settleJobs();
  const { items } = await done(therapist.get(`/patients/${patientId}/risk`));
  const formulation = { ideation: freeWord, planAndIntent: freeWord, means: freeWord, riskFactors: freeWord, protectiveFactors: freeWord, disposition: freeWord };
  await done(therapist.post(`/risk-cases/${items[0].id}/entries`, { requestId: newId(), entry: { kind: 'formulated', level: 'high', ...formulation } }));
}

/** A group of two, a session of it that was signed, and the track as which it goes on; answers the track. */
async function grouped({ therapist, therapistId, patientId, programId, clinic, desk }: Hands): Promise<string> {
  const other = await done(desk.post('/patients', { givenName: 'Otto', familyName: 'Other', birthDate: '1971-02-03', administrativeSex: 'M', programId }));
  await done(therapist.post(`/patients/${other.id}/diagnoses`, { programId, code: 'F11.20' }));
  const group = { id: newId(), programId, kind: 'group', name: freeWord, curriculum: freeWord, service: 'group-psychotherapy', facilitatorId: therapistId, capacity: 2 };
  await done(therapist.post('/groups', group));
  for (const member of [patientId, other.id]) await done(therapist.post(`/groups/${group.id}/members`, { patientId: member, joinedOn: '2026-11-20' }));
  const session = await done(therapist.post(`/groups/${group.id}/sessions`, { startsAt: '2026-11-23T15:00:00Z', endsAt: '2026-11-23T16:00:00Z' }));
  const present = { attendance: 'present', chips: ['active'], risk: 'denied' };
  const seats = [
    { ...present, patientId, line: typed, riskNote: typed },
    { ...present, patientId: other.id, line: { base: '', text: 'Listened and asked twice.' } },
  ];
  const { version } = await done(therapist.patch(`/group-sessions/${session.id}`, { topic: typed, narrative: typed, seats }));
  await done(therapist.post(`/group-sessions/${session.id}/signature`, { version }));
  // The same group goes on as a track, in which the person is enrolled.
  const slots = [{ weekday: 5, starts: '08:00', minutes: 60, groupId: group.id }];
  const track = { id: newId(), programId, name: 'Fridays', firstDay: '2026-12-04', lastDay: '2026-12-18', slots };
  await done(therapist.post('/tracks', track));
  await done(therapist.post(`/tracks/${track.id}/enrolments`, { id: newId(), patientId, from: '2026-12-01', beyondAuthorization: true }));
  await clinic.settleJobs();
  return track.id;
}

/** What the privacy officer keeps about the patient: requests, a restriction, a packet that went to the patient, a consent, an incident. */
async function paperwork({ officer, patientId, programId, clinic }: Hands): Promise<string> {
  const path = `/patients/${patientId}`;
  const request = await done(officer.post('/patient-requests', { patientId, programId, kind: 'amendment', receivedOn: '2026-11-23', details: freeWord }));
  await done(officer.post(`/patient-requests/${request.id}/closing`, { state: 'denied', ground: 'accurate-and-complete', answer: freeWord }));
  await done(officer.post(`/patient-requests/${request.id}/disagreement`, { words: freeWord }));
  await done(officer.post('/patient-requests', { patientId, programId, kind: 'access', receivedOn: '2026-11-23', details: freeWord }));
  const restriction = await done(officer.post(`${path}/restrictions`, { programId, kind: 'ordinary', words: freeWord }));
  await done(officer.post(`/restrictions/${restriction.id}/answer`, { agreed: false, reason: freeWord }));
  await done(officer.post('/parties', { name: freeWord, kind: 'family', legalStatus: 'neither', patientId, contact: freeWord }));
  const partyId = clinic.ids.parties['Cedar Family Medicine'] ?? '';
  await done(officer.post(`/parties/${partyId}/treatments`, { patientId, programId, verifiedHow: freeWord }));
  const packet = await done(officer.post('/packets', { patientId, partyId: patientId, lane: 'patient', classes: ['diagnosis', 'schedule'] }));
  await done(officer.post(`/packets/${packet.packetId}/release`, { channel: 'print' }));
  const { items } = await done(officer.get(`${path}/disclosures`));
  await done(officer.post(`/disclosures/${items[0].id}/suspension`, { startsOn: '2026-11-20', endsOn: '2026-12-20', agency: freeWord }));
  const told = { title: 'canaryincidenttitle', whatHappened: 'canaryincidentwords', discoveredOn: '2026-11-23', patientIds: [patientId] };
  return (await done(officer.post('/incidents', told))).id;
}

/** A prescriber of another program opens the chart in an emergency, and closes it again. */
async function emergency({ clinic, patientId }: Hands): Promise<void> {
  const prescriber = await clinic.as('prescriber');
  const five = { recipientName: freeWord, recipientAffiliation: freeWord, discloserName: freeWord, disclosedAt: clinic.clock.now().toString(), nature: freeWord };
  await done(prescriber.post(`/patients/${patientId}/emergencies`, { ...five, basis: 'medical-emergency', consentCannotBeHad: true, toOutside: false }));
  await clinic.sql('owner', 'update privacy.access_grant set valid_to = valid_from where patient_id = $1', [patientId]);
}

/** A person whom both the OTP and the outpatient clinic know, with records of every kind made in the OTP. Wherever somebody writes freely stands `freeWord`. */
export async function lifeInTheOtp(clinic: Clinic): Promise<Life> {
  const therapistId = clinic.ids.staff['otp-therapist'];
  const hands: Hands = {
    clinic,
    desk: await clinic.as('front-desk'),
    therapist: await clinic.asStaff(therapistId),
    therapistId,
    nurse: await clinic.as('nurse'),
    officer: await clinic.as('privacy-officer'),
    patientId: clinic.ids.patients.outpatient,
    programId: clinic.ids.programs.otp,
  };
  const mailbox = await openMailbox(clinic);
  try {
    await person(hands);
    const episodeId = await visits(hands);
    await measured(hands);
    await treated(hands);
    const inboundIds = await documented(hands);
    await wroteTogether(hands);
    await consented(hands);
    const unitId = await housed(hands);
    await planned(hands);
    await assessed(hands);
    const trackId = await grouped(hands);
    const incidentId = await paperwork(hands);
    await emergency(hands);
    await rare(hands);
    await supervised(hands);
    await reviewed(hands, episodeId);
    const handOverId = await handedOver(hands);
    await reminded(hands);
    await clinic.settleJobs();
    const others = new Map([
      ['privacy.incident', [incidentId]],
      ['residence.unit', [unitId]],
      ['documents.inbound', inboundIds],
      ['caseloads.hand_over', [handOverId]],
      ['tracks.track', [trackId]],
      ['desk.kiosk', (await clinic.sql('owner', 'select id from desk.kiosk')).map(({ id }) => String(id))],
      ['scheduling.secret', [await calendarOf(hands)]],
    ]);
    return { patientId: hands.patientId, programId: hands.programId, others, letters: JSON.stringify(mailbox.letters()) };
  } finally {
    await mailbox.close();
  }
}
