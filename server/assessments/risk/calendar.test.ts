import { expect } from 'vitest';
import { allJobs } from '#server/main.ts';
import { newId, runJob } from '#server/platform/index.ts';
import { clinicTest as test, type Client, type Clinic } from '#testing/clinic.ts';
import type { CriticalLevel } from '../instruments/instrument.contract.ts';
import { formulationDue } from './pathway.rules.ts';
import type { RiskLevel } from './pathway.ts';
import { riskPolicy } from './risk-policy.ts';

// Forty cases in the real product: every act through its route, every minute that matters through its job, on a virtual calendar of five weeks.

interface Manner {
  readonly number: number;
  readonly opensAfter: number;
  readonly sign: CriticalLevel;
  readonly level: RiskLevel;
  /** Does everything in time. */
  readonly isDiligent: boolean;
  readonly formulatesAfter: number;
  readonly planAfter: number | null;
  readonly missesVisit: boolean;
  readonly leaves: boolean;
}

const day = 24 * 60;
const signs = ['urgent', 'emergency', 'high'] as const;
const levels = ['low', 'moderate', 'high', 'imminent'] as const;

/** Cases begin at all hours of two weeks, nights and weekends among them. Every other one is worked as the policy asks; the rest fail each in their own way. */
function mannerOf(number: number): Manner {
  const isDiligent = number % 2 === 1;
  return {
    number,
    opensAfter: number * (8 * 60 + 7),
    sign: signs[number % 3] ?? 'urgent',
    level: levels[Math.floor(number / 2) % 4] ?? 'low',
    isDiligent,
    formulatesAfter: isDiligent ? 20 : (number % 6) * day + 90,
    planAfter: isDiligent ? 30 : number % 10 === 4 ? null : (number % 8) * 8 * 60,
    missesVisit: number % 5 === 0,
    leaves: isDiligent || number % 10 !== 0,
  };
}

const said = { ideation: 'asked', planAndIntent: 'asked', means: 'asked', riskFactors: 'asked', protectiveFactors: 'asked', disposition: 'Home, seen tomorrow' };
const plan = {
  warningSigns: ['No sleep'],
  byMyself: ['Walk'],
  peopleAndPlaces: ['Library'],
  peopleToAsk: [{ name: 'Sister', phone: '', isTold: true }],
  professionals: [{ name: '988', phone: '988' }],
  safeSurroundings: [{ what: 'Pills', who: 'Sister', isDone: true }],
  reasonsForLiving: [],
  firearms: 'no-access',
  declined: [],
  isWrittenTogether: true,
  isCopyGiven: true,
};
const contact = (outcome: string) => ({ kind: 'contact', channel: 'phone', outcome, note: 'Spoke of the week.' });
const exit = { kind: 'closed', exit: 'risk-resolved', reason: 'No ideation for two weeks; the plan is known.' };

type Act = readonly [minutes: number, entry: object | 'visit-missed'];

/** What is done on a case, in minutes after it opened. */
function actsOf({ number, level, isDiligent, formulatesAfter, planAfter, missesVisit, leaves }: Manner): readonly Act[] {
  const planned = planAfter === null ? { kind: 'plan-not-possible', reason: 'In hospital until Friday; planned there.' } : { kind: 'plan-written', plan };
  const end = (isDiligent ? 14 : 17) * day;
  const acts: Act[] = [
    [formulatesAfter, { kind: 'formulated', level, ...said }],
    [formulatesAfter + (planAfter ?? day), planned],
  ];
  const rhythm = riskPolicy.contactHours[level] * 60 * (isDiligent ? 0.8 : 2.5);
  for (let at = formulatesAfter + rhythm; at < end; at += rhythm) acts.push([at, contact(isDiligent || number % 4 === 0 ? 'reached' : 'not-reached')]);
  if (missesVisit) acts.push([6 * day, 'visit-missed'], [6 * day + (isDiligent ? 120 : day), contact('reached')]);
  // A try to be rid of it on the first day.
  if (!isDiligent) acts.push([60, exit]);
  if (leaves) acts.push([end, { kind: 'formulated', level: 'low', ...said }], [end + 1, contact('reached')], [end + 2, exit]);
  return acts;
}

async function patients(clinic: Clinic, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId<'Patient'>() as string);
  await clinic.sql(
    'owner',
    `insert into patients.patient (id, mrn, given_name, family_name, birth_date)
      select id, 'RISK-' || place, 'Case', 'Number ' || place, '1990-01-01' from unnest($1::uuid[]) with ordinality as one (id, place)`,
    [ids],
  );
  await clinic.sql('owner', `insert into privacy.patient_program (patient_id, program_id) select id, $2 from unnest($1::uuid[]) as id`, [
    ids,
    clinic.ids.programs.outpatient,
  ]);
  return ids;
}

/** The clinic with a clock on its wall: work at a moment, and the job of each minute in which something ran out. */
class Calendar {
  readonly refusals: string[] = [];
  readonly #clinic: Clinic;
  readonly #start: Temporal.Instant;
  #client: { readonly client: Client; readonly until: number } | undefined;
  #jobs = 1_000_000;

  constructor(clinic: Clinic) {
    this.#clinic = clinic;
    this.#start = clinic.clock.now();
  }

  async #therapist(): Promise<Client> {
    const now = this.#clinic.clock.now().epochMilliseconds;
    // A session sleeps in after a quarter of an hour.
    if (!this.#client || this.#client.until < now) this.#client = { client: await this.#clinic.again('therapist'), until: now + 10 * 60_000 };
    return this.#client.client;
  }

  async #run(name: string, payload: object): Promise<void> {
    const job = allJobs.find((each) => each.name === name);
    if (!job) throw new Error(`There is no job ${name}`);
    await runJob(this.#clinic.product.workshop, job, payload, String((this.#jobs += 1)));
  }

  async escalate(): Promise<void> {
    await this.#run('assessments.escalate', {});
  }

  async #nextDue(): Promise<number> {
    const [row] = await this.#clinic.sql(
      'owner',
      `select extract(epoch from min(due_at)) as at from assessments.risk_duty where done_at is null and ended_at is null and escalated_at is null`,
    );
    return row?.['at'] ? (Number(row['at']) * 1000 - this.#start.epochMilliseconds) / 60_000 + 1 : Number.POSITIVE_INFINITY;
  }

  /** Goes to a minute, and on the way stops at each minute after a duty ran out. */
  async goTo(minute: number): Promise<void> {
    for (let due = await this.#nextDue(); due < minute; due = await this.#nextDue()) {
      this.#clinic.clock.set(this.#start.add({ seconds: Math.round(due * 60) }));
      await this.escalate();
    }
    this.#clinic.clock.set(this.#start.add({ seconds: Math.round(minute * 60) }));
  }

  async open(patientId: string, { sign }: Manner): Promise<string> {
    const body = { programId: this.#clinic.ids.programs.outpatient, level: sign, says: 'Said so on the telephone' };
    return (await (await this.#therapist()).post<{ id: string }>(`/patients/${patientId}/risk`, body)).body.id;
  }

  async act(patientId: string, caseId: string, entry: Act[1]): Promise<void> {
    if (entry === 'visit-missed') {
      const visit = { appointmentId: newId(), patientId, programId: this.#clinic.ids.programs.outpatient, status: 'no-show', fromStatus: 'booked' };
      return this.#run('assessments.note-visit', visit);
    }
    const reply = await (await this.#therapist()).post(`/risk-cases/${caseId}/entries`, { requestId: newId(), entry });
    if (reply.status >= 300) this.refusals.push(`${caseId} ${reply.body.obstacles?.map(({ code }: { code: string }) => code).join(' ')}`);
    return undefined;
  }
}

interface Kept {
  readonly case_id: string;
  readonly key: string;
  readonly kind: string;
  readonly due_at: Date;
  readonly met_at: Date | null;
  readonly told: number;
  readonly told_at: Date | null;
}

/** Plays all cases to the end; answers their ids in order. */
async function play(clinic: Clinic, calendar: Calendar, manners: readonly Manner[]): Promise<string[]> {
  const people = await patients(clinic, manners.length);
  const cases: string[] = [];
  const agenda = manners.flatMap((manner) => [
    { at: manner.opensAfter, number: manner.number, entry: null },
    ...actsOf(manner).map(([after, entry]) => ({ at: manner.opensAfter + after, number: manner.number, entry })),
  ]);
  for (const { at, number, entry } of agenda.toSorted((left, right) => left.at - right.at)) {
    await calendar.goTo(at);
    const manner = manners[number];
    if (entry === null && manner) cases[number] = await calendar.open(people[number] ?? '', manner);
    else if (entry !== null) await calendar.act(people[number] ?? '', cases[number] ?? '', entry);
  }
  await calendar.goTo(36 * day);
  // The job of the minute that follows finds nothing more to tell.
  for (let again = 0; again < 3; again += 1) await calendar.escalate();
  return cases;
}

test('40 cases on a simulated calendar: every duty in time, every missed duty told exactly once, every exit with its reason', { timeout: 240_000 }, async ({
  clinic,
}) => {
  const manners = Array.from({ length: 40 }, (_, number) => mannerOf(number));
  const calendar = new Calendar(clinic);
  const cases = await play(clinic, calendar, manners);
  const now = new Date(clinic.clock.now().epochMilliseconds);
  const duties = (await clinic.sql(
    'owner',
    `select duty.case_id, duty.key, duty.kind, duty.due_at, coalesce(duty.done_at, duty.ended_at) as met_at, count(event.id)::int as told, min(event.at) as told_at
      from assessments.risk_duty duty left join assessments.risk_event event
        on event.case_id = duty.case_id and event.kind = 'escalated' and event.details ->> 'duty' = duty.key
      group by duty.case_id, duty.key`,
  )) as Kept[];
  const isMissed = ({ due_at, met_at }: Kept) => (met_at ?? now) > due_at;

  // Each missed duty was told once, within the minute or two in which it ran out; no other was told.
  expect(duties.filter((duty) => duty.told !== (isMissed(duty) ? 1 : 0)).map(({ key }) => key)).toEqual([]);
  const delays = duties.filter(isMissed).map(({ due_at, told_at }) => ((told_at ?? now).getTime() - due_at.getTime()) / 60_000);
  expect(Math.min(...delays)).toBeGreaterThan(0);
  expect(Math.max(...delays)).toBeLessThanOrEqual(2);
  const [told] = await clinic.sql('owner', `select count(*)::int as count from assessments.risk_event where kind = 'escalated'`);
  expect(told?.['count']).toBe(delays.length);

  // Who does what the policy asks misses nothing.
  const diligent = new Set(manners.filter((manner) => manner.isDiligent).map(({ number }) => cases[number]));
  expect(duties.filter((duty) => diligent.has(duty.case_id) && isMissed(duty)).map(({ key }) => key)).toEqual([]);
  expect(diligent.size).toBe(20);

  // The first clock of each is that of the policy, by the hour at which it began.
  const opened = await clinic.sql('owner', `select id, opened_at, time_zone, closed_at from assessments.risk_case`);
  for (const { id, opened_at, time_zone } of opened) {
    const at = Temporal.Instant.fromEpochMilliseconds((opened_at as Date).getTime());
    const sign = manners[cases.indexOf(id as string)]?.sign ?? 'urgent';
    const first = duties.filter(({ case_id, kind }) => case_id === id && kind === 'formulation').map(({ due_at }) => due_at.getTime());
    expect(first).toEqual([formulationDue(riskPolicy, sign, at, time_zone as string).epochMilliseconds]);
  }

  // Nobody left without formulation, plan or the reason why there is none, and the reason of the exit; the others are still there, with their alert.
  const exits = await clinic.sql(
    'owner',
    `select of_case.id, event.details ->> 'reason' as reason, alert.resolved_at,
        (select array_agg(distinct before.kind) from assessments.risk_event before where before.case_id = of_case.id and before.at <= event.at) as before
      from assessments.risk_case of_case join patients.alert alert on alert.id = of_case.alert_id
        left join assessments.risk_event event on event.case_id = of_case.id and event.kind = 'closed'`,
  );
  expect(exits).toHaveLength(40);
  for (const { id, reason, resolved_at, before } of exits) {
    const { leaves } = manners[cases.indexOf(id as string)] ?? { leaves: null };
    expect({ id, left: reason !== null, alert: resolved_at === null }).toEqual({ id, left: leaves, alert: !leaves });
    if (!leaves) continue;
    expect((reason as string).length).toBeGreaterThan(10);
    expect(before).toContain('formulated');
    expect((before as string[]).some((kind) => kind === 'plan-written' || kind === 'plan-not-possible')).toBe(true);
  }
  // All twenty tries to be rid of it on the first day were refused.
  expect(calendar.refusals).toHaveLength(20);
  expect(delays.length).toBeGreaterThan(20);
});
