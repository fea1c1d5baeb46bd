import type pg from 'pg';
import { criticalFindings, dutiesOf, riskPolicy, type Answers, type Instrument, type RiskAct, type RiskEvent } from '#server/assessments/index.ts';
import { copyRows } from './copy.ts';
import type { Chance } from './random.ts';

/** A positive answer of the story, and whose it is. */
export interface RiskScreen {
  readonly administrationId: string;
  readonly programId: string;
  readonly patientId: string;
  readonly clinician: string;
  readonly timeZone: string;
  readonly at: Temporal.Instant;
  readonly instrument: Instrument;
  readonly answers: Answers;
}

const formulation: RiskAct = {
  kind: 'formulated',
  level: 'moderate',
  ideation: 'Passive thoughts several days a week, most in the evening. They pass when somebody is near.',
  planAndIntent: 'No plan. No intent: "I would not do that to my daughter."',
  means: 'No firearms. Sleeping tablets at home, now with the sister.',
  riskFactors: 'Separation in spring, little sleep for two weeks, drinks when alone.',
  protectiveFactors: 'Daughter, sister next door, keeps every appointment.',
  disposition: 'Home with the sister, called tomorrow, seen weekly.',
};

const plan: RiskAct = {
  kind: 'plan-written',
  plan: {
    warningSigns: ['Awake past two', 'Not answering messages'],
    byMyself: ['Walk to the pier', 'The playlist'],
    peopleAndPlaces: ['Library on Saturday', 'Coffee with Jo'],
    peopleToAsk: [{ name: 'Sister', phone: '(253) 555-0117', isTold: true }],
    professionals: [{ name: 'Suicide and Crisis Lifeline', phone: '988' }],
    safeSurroundings: [{ what: 'Sleeping tablets kept by the sister', who: 'sister', isDone: true }],
    reasonsForLiving: ['My daughter'],
    firearms: 'no-access',
    declined: [],
    isWrittenTogether: true,
    isCopyGiven: true,
  },
};

function eventsOf(chance: Chance, { at, administrationId, instrument, answers, clinician }: RiskScreen): RiskEvent[] {
  const [found] = criticalFindings(instrument, answers);
  const acts: readonly (readonly [minutes: number, RiskAct])[] = [
    [0, { kind: 'opened', level: found?.level ?? 'urgent', says: `${instrument.abbreviation} ${found?.at}: ${found?.action}`, administrationId }],
    [40, formulation],
    [75, plan],
    [26 * 60, { kind: 'contact', channel: 'phone', outcome: 'reached', note: 'Slept six hours. Tablets are with the sister. Comes on Thursday.' }],
  ];
  return acts.map(([minutes, act]) => {
    const when = at.add({ minutes });
    return { id: chance.uuid(when), at: when, byId: minutes === 0 ? null : clinician, ...act };
  });
}

/** Writes somebody onto the suicide-risk pathway as the product does: finding, alert, case, events and the duties that they come to. */
export async function writeRisk(client: pg.Client, chance: Chance, screen: RiskScreen): Promise<void> {
  const { at, administrationId, programId, patientId, clinician, timeZone, instrument, answers } = screen;
  const [alertId, caseId] = [chance.uuid(at), chance.uuid(at)];
  const events = eventsOf(chance, screen);
  await copyRows(
    client,
    'assessments.critical_finding',
    ['administration_id', 'patient_id', 'program_id', 'at', 'level', 'concern', 'action', 'raised_at', 'due_at'],
    criticalFindings(instrument, answers).map(({ at: place, level, concern, action }) => {
      return [administrationId, patientId, programId, place, level, concern, action, at, at.add({ minutes: riskPolicy.findingMinutes[level] })];
    }),
  );
  await copyRows(
    client,
    'patients.alert',
    ['id', 'patient_id', 'program_id', 'kind', 'severity', 'says', 'since', 'kept_by'],
    [[alertId, patientId, programId, 'safety', 'danger', 'On the suicide-risk pathway', at, 'risk-pathway']],
  );
  await copyRows(
    client,
    'assessments.risk_case',
    ['id', 'patient_id', 'program_id', 'opened_at', 'alert_id', 'owner_id', 'time_zone'],
    [[caseId, patientId, programId, at, alertId, clinician, timeZone]],
  );
  await copyRows(
    client,
    'assessments.risk_event',
    ['id', 'case_id', 'patient_id', 'program_id', 'kind', 'at', 'by_id', 'details'],
    events.map(({ id, kind, at: when, byId, ...details }) => [id, caseId, patientId, programId, kind, when, byId, { json: details }]),
  );
  await copyRows(
    client,
    'assessments.risk_duty',
    ['case_id', 'key', 'patient_id', 'program_id', 'kind', 'due_at', 'done_at', 'ended_at'],
    dutiesOf(events, riskPolicy, timeZone).map(({ key, kind, dueAt, doneAt, endedAt }) => [caseId, key, patientId, programId, kind, dueAt, doneAt, endedAt]),
  );
}
