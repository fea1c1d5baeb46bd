import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '#demo/random.ts';
import { newId } from '#server/platform/index.ts';
import type { KnownAppointment, KnownDraft, KnownPatient, Memory } from './memory.ts';
import { Broken, Said, type Person } from './person.ts';

/** Whom and what the load needs. */
export interface House {
  readonly memory: Memory;
  readonly chance: Chance;
  readonly desk: Person;
  readonly therapist: Person;
  readonly biller: Person;
  readonly programId: string;
  readonly payerId: string;
  /** Resolves while the product is up and nothing is being compared. */
  readonly open: () => Promise<void>;
  readonly isOver: () => boolean;
  /** The hour that was booked last; the next lies an hour further back. */
  hour: Temporal.Instant;
}

const sentences = [
  'Slept six hours.',
  'Called a friend on Tuesday.',
  'Walked by the water.',
  'Anxious before work.',
  'Practised the breathing twice.',
  'Ate with the family.',
];
const keys = ['goal', 'data', 'assessment', 'plan'] as const;

/** Asks again after each break, as a browser's journal does; only for what may be repeated. */
async function persistently<T>(house: House, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    await house.open();
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
    }
  }
}

function inventedPerson(chance: Chance): KnownPatient['facts'] {
  const letters = (count: number) => Array.from({ length: count }, () => 'bcdfghjklmnprstvaeiou'[chance.between(0, 20)] ?? 'a').join('');
  const name = (count: number) => letters(count).replace(/^./, (letter) => letter.toUpperCase());
  return {
    givenName: name(6),
    familyName: name(9),
    birthDate: `${chance.between(1950, 2005)}-0${chance.between(1, 9)}-${chance.between(10, 28)}`,
    phone: `253${chance.between(2_000_000, 9_999_999)}`,
  };
}

/** Registers, insures and admits a person. A break leaves it as it is: registering is not for repeating blindly. */
async function arriveAtTheHouse(house: House): Promise<KnownPatient> {
  const { desk, memory, programId, payerId } = house;
  const facts = inventedPerson(house.chance);
  const address = { line1: '12 Harbor Street', city: 'Tacoma', state: 'WA', zip: '984021234' };
  await house.open();
  memory.unansweredRegistrations += 1;
  const { id } = await desk.post('/patients', { ...facts, programId, administrativeSex: 'F', address });
  memory.unansweredRegistrations -= 1;
  const patient: KnownPatient = { id: id as string, facts, isAdmitted: false };
  memory.patients.set(patient.id, patient);
  memory.touched.add(patient.id);
  const today = Temporal.Now.plainDateISO('UTC');
  const coverage = {
    payerId,
    rank: 1,
    memberId: `W${house.chance.between(100_000_000, 999_999_999)}`,
    relationship: '18',
    validFrom: today.subtract({ years: 1 }).toString(),
  };
  patient.coverageId = (await desk.post(`/patients/${patient.id}/coverages`, coverage))['id'] as string;
  const on = today.subtract({ days: 1 }).toString();
  patient.episodeId = (await desk.post('/episodes', { patientId: patient.id, programId, referredOn: on, source: 'self' }))['id'] as string;
  await desk.post(`/episodes/${patient.episodeId}/admission`, { on, primaryClinicianId: house.therapist.staffId });
  patient.isAdmitted = true;
  await house.therapist.post(`/patients/${patient.id}/diagnoses`, { programId, code: 'F33.1' });
  return patient;
}

/** Books an hour that nobody has; the client's own id makes the booking repeatable. */
async function book(house: House, patient: KnownPatient): Promise<KnownAppointment> {
  house.hour = house.hour.subtract({ hours: 1 });
  const startsAt = house.hour.toString();
  const appointment: KnownAppointment = { id: newId<'Appointment'>(), patientId: patient.id, startsAt, isAcknowledged: false, possible: ['booked'] };
  house.memory.appointments.set(appointment.id, appointment);
  await persistently(house, () =>
    house.desk.post('/appointments', {
      id: appointment.id,
      patientId: patient.id,
      programId: house.programId,
      clinicianId: house.therapist.staffId,
      typeCode: 'therapy-50',
      startsAt,
    }),
  );
  appointment.isAcknowledged = true;
  return appointment;
}

async function arrive(house: House, appointment: KnownAppointment): Promise<void> {
  appointment.possible = ['booked', 'arrived'];
  try {
    await persistently(house, () => house.desk.post(`/appointments/${appointment.id}/arrival`));
    appointment.possible = ['arrived'];
  } catch (error) {
    // A repeat after a lost answer finds the patient arrived already.
    if (!(error instanceof Said) || error.status !== 409) throw error;
  }
}

/** Saves one section after the other, each time a sentence longer. */
async function write(house: House, appointment: KnownAppointment): Promise<KnownDraft> {
  const { therapist, memory, chance } = house;
  const draft: KnownDraft = { id: newId<'Draft'>(), patientId: appointment.patientId, sections: new Map(), isSigning: false };
  const opened = await persistently(house, () => therapist.post('/drafts', { id: draft.id, appointmentId: appointment.id, templateCode: 'dap' }));
  memory.drafts.set(draft.id, draft);
  const versions = new Map((opened['sections'] as { key: string; version: number }[]).map(({ key, version }) => [key, version]));
  const diagnosisIds = (opened['diagnoses'] as { id: string }[]).map(({ id }) => id);
  const deviceId = randomUUID();
  for (let sequence = 1; sequence <= 6; sequence += 1) {
    const key = keys[sequence % keys.length] ?? 'data';
    const before = draft.sections.get(key)?.acknowledged ?? '';
    const text = `${before} ${chance.one(sentences)} ${randomUUID()}`.trim();
    draft.sections.set(key, { acknowledged: draft.sections.get(key)?.acknowledged, sent: text });
    const sections = { [key]: { text, baseVersion: versions.get(key) ?? 0, sequence } };
    const header = sequence === 1 ? { header: { risk: 'denied', diagnosisIds } } : {};
    const saved = await persistently(house, () => therapist.patch(`/drafts/${draft.id}`, { deviceId, sections, ...header }));
    versions.set(key, (saved['sections'] as Record<string, { version: number }>)[key]?.version ?? 0);
    draft.sections.set(key, { acknowledged: text, sent: text });
  }
  return draft;
}

async function sign(house: House, appointment: KnownAppointment, draft: KnownDraft): Promise<void> {
  draft.isSigning = true;
  appointment.possible = [...appointment.possible, 'completed'];
  const note = await persistently(house, () => house.therapist.post(`/drafts/${draft.id}/signature`));
  draft.noteId = note['id'] as string;
  appointment.possible = ['completed'];
}

async function onePatient(house: House): Promise<void> {
  const patient = await arriveAtTheHouse(house);
  for (let visit = 0; visit < 2 && !house.isOver(); visit += 1) {
    house.memory.touched.add(patient.id);
    const appointment = await book(house, patient);
    await arrive(house, appointment);
    const draft = await write(house, appointment);
    await sign(house, appointment, draft);
    house.memory.touched.add(patient.id);
  }
}

async function payAtTheDesk(house: House): Promise<void> {
  const signed = [...house.memory.drafts.values()].filter(({ noteId }) => noteId !== undefined);
  if (signed.length === 0) return;
  const payment = { id: newId<'Journal'>(), patientId: house.chance.one(signed).patientId, amountCents: house.chance.between(100, 5000), isAcknowledged: false };
  house.memory.payments.set(payment.id, payment);
  const { id, amountCents, patientId } = payment;
  await persistently(house, () => house.desk.post(`/patients/${patientId}/payments`, { id, amountCents, method: 'cash' }));
  payment.isAcknowledged = true;
  house.memory.touched.add(patientId);
}

async function bill(house: House): Promise<void> {
  await persistently(house, () => house.biller.post('/claims/submissions'));
  await persistently(house, () => house.biller.post('/clearinghouse/polls'));
}

/** Does one thing over and over until the load is over. What a rule refuses is a breach unless it is expected. */
async function again(house: House, act: (house: House) => Promise<void>, expected: readonly string[], rest: number): Promise<void> {
  while (!house.isOver()) {
    await house.open();
    try {
      await act(house);
    } catch (error) {
      if (error instanceof Said && !expected.includes(error.code)) house.memory.breach(error.message);
      else if (!(error instanceof Said) && !(error instanceof Broken)) throw error;
    }
    await pause(rest);
  }
}

/** Everybody at work at the same time: four at patients and notes, one at the till, one at claims. Ends when the load is over. */
export async function workUntilOver(house: House): Promise<void> {
  await Promise.all([
    ...Array.from({ length: 4 }, () => again(house, onePatient, [], 0)),
    again(house, payAtTheDesk, ['payment.nothing-owed'], 50),
    again(house, bill, [], 300),
  ]);
}
