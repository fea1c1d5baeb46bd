import { expect } from 'vitest';
import { textOfCells } from '#server/charting/templates/templates.contract.ts';
import type { SessionReply } from '#server/groups/sessions/sessions.contract.ts';
import { newId, runJob } from '#server/platform/index.ts';
import { countMidnights } from '#server/residence/census/census.jobs.ts';
import type { Client, Clinic } from './clinic.ts';
import { done } from './released-records.ts';
import type { ChargeReply } from '#server/billing/charges/charges.contract.ts';
import type { TreatmentDayReply } from '#server/billing/days/days.contract.ts';
import { closeEndedDays } from '#server/billing/days/days.jobs.ts';

const sessions = new WeakMap<Clinic, Map<string, Promise<Client>>>();

/** Signed in anew whenever the clock has gone on: by then the session before may have ended. */
function now(clinic: Clinic, role: 'clinical-director' | 'biller'): Promise<Client> {
  const known = sessions.get(clinic) ?? new Map<string, Promise<Client>>();
  sessions.set(clinic, known);
  const key = `${role} ${clinic.clock.now().toString()}`;
  const session = known.get(key) ?? clinic.again(role);
  known.set(key, session);
  return session;
}

/** Who works everywhere and may do all that a story of days asks for. */
export const director = (clinic: Clinic): Promise<Client> => now(clinic, 'clinical-director');
export const biller = (clinic: Clinic): Promise<Client> => now(clinic, 'biller');

/** The payer of a person whose coverage pays first; given one when there is none. */
export async function insured(clinic: Clinic, patientId: string): Promise<string> {
  const desk = await clinic.again('front-desk');
  const { items } = await done(desk.get<{ items: { payerId: string; rank: number }[] }>(`/patients/${patientId}/coverages`));
  const first = items.find(({ rank }) => rank === 1);
  if (first) return first.payerId;
  const payerId = clinic.ids.payers['evergreen'] ?? '';
  await done(desk.post(`/patients/${patientId}/coverages`, { payerId, rank: 1, memberId: 'W123456789', relationship: '18', validFrom: '2026-01-01' }));
  return payerId;
}

/** What the payer allows in a program; answers its id. */
export async function allowed(
  clinic: Clinic,
  of: { patientId: string; programId: string; payerId: string; number: string; allowed: number; validFrom?: string },
): Promise<string> {
  const { patientId, validFrom = '2026-11-01', ...rest } = of;
  const id = newId();
  const authorization = { id, state: 'approved', counts: 'days', validFrom, validThrough: '2026-12-31', ...rest };
  await done((await director(clinic)).post(`/patients/${patientId}/authorizations`, authorization));
  return id;
}

/** A stay that begins on a day, with a diagnosis on the list of its program. */
export async function admitted(clinic: Clinic, of: { patientId: string; programId: string; on: string; code?: string }): Promise<string> {
  const { patientId, programId, on, code = 'F10.20' } = of;
  const ruth = await director(clinic);
  const { id } = await done(ruth.post<{ id: string }>('/episodes', { patientId, programId, referredOn: on, source: 'self' }));
  await done(ruth.post(`/patients/${patientId}/diagnoses`, { programId, code }));
  await done(ruth.post(`/episodes/${id}/admission`, { on }));
  return id;
}

/** A house of a program with so many beds. */
export async function housed(clinic: Clinic, programId: string, beds: number): Promise<readonly string[]> {
  const administrator = await clinic.again('administrator');
  const unitId = newId();
  const made = Array.from({ length: beds }, (_unused, place) => ({ id: newId(), name: `Bed ${place + 1}` }));
  await done(administrator.post('/residence/units', { id: unitId, programId, name: `House ${unitId.slice(-6)}` }));
  await done(administrator.post(`/residence/units/${unitId}/rooms`, { id: newId(), name: 'Room', beds: made }));
  return made.map(({ id }) => id);
}

let nights = 0;

/** The clock goes on to a moment; censuses are taken, ended days closed, and all that follows is done. */
export async function timeGoesTo(clinic: Clinic, moment: string): Promise<void> {
  clinic.clock.set(Temporal.Instant.from(moment));
  nights += 1;
  await runJob(clinic.product.workshop, countMidnights, {}, `midnight ${nights}`);
  await runJob(clinic.product.workshop, closeEndedDays, {}, `closing ${nights}`);
  await clinic.settleJobs();
}

const chosen = (value: string) => textOfCells({ v: value });
const dayWords = {
  'groups-attended': chosen('3'),
  'groups-planned': chosen('4'),
  participation: chosen('active'),
  meals: chosen('all'),
  pass: chosen('none'),
  behavior: 'Calm and open.',
  response: 'Took it well.',
  incident: chosen('no'),
  plan: 'Goes on.',
};

/** A daily note of the house, about the twenty minutes from a moment on. */
export async function dailyNote(clinic: Clinic, patientId: string, programId: string, from: string): Promise<void> {
  const ruth = await director(clinic);
  const draft = await done(ruth.post<{ id: string }>('/drafts', { patientId, programId, templateCode: 'residential-daily' }));
  const sections = Object.fromEntries(Object.entries(dayWords).map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }]));
  const header = { startedAt: from, endedAt: Temporal.Instant.from(from).add({ minutes: 20 }).toString(), risk: 'denied' };
  await done(ruth.patch(`/drafts/${draft.id}`, { deviceId: 'laptop', sections, header }));
  await done(ruth.post(`/drafts/${draft.id}/signature`));
  await clinic.settleJobs();
}

/** A group of a program, led by the director. */
export async function groupOf(clinic: Clinic, programId: string, patientIds: readonly string[], joinedOn: string): Promise<string> {
  const ruth = await director(clinic);
  const group = {
    id: newId(),
    programId,
    name: `Track ${newId().slice(-6)}`,
    service: 'group-psychotherapy',
    capacity: 12,
    facilitatorId: clinic.ids.staff['clinical-director'],
  };
  await done(ruth.post('/groups', group));
  for (const patientId of patientIds) await done(ruth.post(`/groups/${group.id}/members`, { patientId, joinedOn }));
  return group.id;
}

const typed = (text: string) => ({ base: '', text });
const spoke = ['Named three cues before cravings and how walking helps.', 'Reported six weeks sober and a hard dinner at home.'];

/** A session of a group in which these people were, and nobody else of its roster; signed. */
export async function session(clinic: Clinic, groupId: string, span: { startsAt: string; endsAt: string }, present: readonly string[]): Promise<void> {
  const ruth = await director(clinic);
  const opened = await done(ruth.post<SessionReply>(`/groups/${groupId}/sessions`, span));
  const seats = opened.seats.map(({ patientId }, place) =>
    present.includes(patientId)
      ? { patientId, attendance: 'present', chips: ['active'], risk: 'denied', line: typed(spoke[place] ?? 'Listened and asked twice.') }
      : { patientId, attendance: 'absent', absence: 'no-word' },
  );
  const { version } = await done(
    ruth.patch<SessionReply>(`/group-sessions/${opened.id}`, { topic: typed('Coping with triggers'), narrative: typed('Cues were collected.'), seats }),
  );
  await done(ruth.post(`/group-sessions/${opened.id}/signature`, { version }));
  await clinic.settleJobs();
}

/** Days of a person as who may see charges reads them, the earliest first: the day, what it is, and what its charge came to. */
export async function daysOf(clinic: Clinic, patientId: string): Promise<readonly string[]> {
  const { items } = await done((await biller(clinic)).get<{ items: TreatmentDayReply[] }>(`/patients/${patientId}/treatment-days?from=2026-11-01&to=2026-12-31`));
  return items
    .map(({ day, code, procedure, chargeState, amountCents }) =>
      chargeState === null || chargeState === 'void' ? `${day} ${code}` : `${day} ${procedure} ${chargeState} ${amountCents}`,
    )
    .toSorted();
}

/** Charges in a state, of a person. */
export async function chargesOf(clinic: Clinic, patientId: string, state: ChargeReply['state']): Promise<readonly ChargeReply[]> {
  const { items } = await done((await biller(clinic)).get<{ items: ChargeReply[] }>(`/charges?state=${state}&limit=500`));
  return items.filter((charge) => charge.patientId === patientId);
}

/** What is owed for a person, and proof that the ledger balances. */
export async function owedFor(clinic: Clinic, patientId: string): Promise<{ patientCents: number; insuranceCents: number }> {
  const [off] = await clinic.sql('owner', 'select coalesce(sum(amount_cents), 0)::integer as cents from billing.entry');
  expect(off).toEqual({ cents: 0 });
  return done((await biller(clinic)).get<{ patientCents: number; insuranceCents: number }>(`/patients/${patientId}/balance`));
}
