import { WeeklyCalendar } from './calendar.ts';
import type { ProgramKey } from './organisation.ts';
import type { DemoPerson } from './people.ts';
import type { Chance } from './random.ts';

/** One visit of the invented year, on the wall clock of its site. */
export interface DemoVisit {
  readonly patient: number;
  readonly program: ProgramKey;
  readonly clinician: string;
  readonly type: string;
  readonly service: string;
  readonly day: Temporal.PlainDate;
  readonly hour: number;
  readonly minutes: number;
  readonly modality: 'in-person' | 'video';
  readonly status: 'booked' | 'confirmed' | 'completed' | 'no-show' | 'cancelled';
  /** Shared by all seats of one group session. */
  readonly session: string | null;
}

/** A stay of the invented year. */
export interface DemoStay {
  readonly patient: number;
  readonly program: ProgramKey;
  readonly referredOn: Temporal.PlainDate;
  readonly admittedOn: Temporal.PlainDate;
  readonly endedOn: Temporal.PlainDate | null;
  readonly clinician: string;
}

/** All that happened, and what is planned for the next weeks. */
export interface DemoHistory {
  readonly stays: readonly DemoStay[];
  readonly visits: readonly DemoVisit[];
}

type Visit = readonly [type: string, service: string, minutes: number];

interface Rhythm {
  readonly weeks: number;
  readonly every: number;
  readonly first: Visit;
  readonly later: Visit;
  readonly groupsAWeek: number;
}

const therapy = ['therapy-50', 'individual-psychotherapy', 50] as const;
const rhythms: Readonly<Record<ProgramKey, Rhythm>> = {
  outpatient: { weeks: 26, every: 1, first: ['intake', 'intake', 60], later: therapy, groupsAWeek: 0 },
  psychiatry: {
    weeks: 48,
    every: 4,
    first: ['psychiatric-evaluation', 'psychiatric-evaluation', 60],
    later: ['medication', 'medication-management', 30],
    groupsAWeek: 0,
  },
  iop: { weeks: 12, every: 1, first: ['intake', 'intake', 60], later: ['therapy-50', 'individual-psychotherapy', 50], groupsAWeek: 3 },
  php: { weeks: 5, every: 1, first: ['intake', 'intake', 60], later: therapy, groupsAWeek: 3 },
  residential: { weeks: 4, every: 1, first: ['intake', 'intake', 60], later: ['counseling', 'substance-use-counseling', 45], groupsAWeek: 2 },
  otp: { weeks: 50, every: 3, first: ['intake', 'intake', 60], later: ['counseling', 'substance-use-counseling', 45], groupsAWeek: 0 },
};

// Groups meet on Monday, Wednesday and Friday at ten, one room and one facilitator a program.
const groupDays = [1, 3, 5] as const;
const groupHour = 10;
const groupMinutes = 90;

function statusOn(chance: Chance, day: Temporal.PlainDate, today: Temporal.PlainDate): DemoVisit['status'] {
  if (Temporal.PlainDate.compare(day, today) >= 0) return chance.happens(0.35) ? 'confirmed' : 'booked';
  return chance.weighted([
    ['completed', 86],
    ['no-show', 8],
    ['cancelled', 6],
  ] as const);
}

/** Tells a year up to `today`, and the bookings of the four weeks after it. `clinicians` are names by program. */
export class Historian {
  readonly #chance: Chance;
  readonly #calendar: WeeklyCalendar;
  readonly #today: Temporal.PlainDate;
  readonly #firstMonday: Temporal.PlainDate;
  readonly #clinicians: Readonly<Record<ProgramKey, readonly string[]>>;
  readonly #facilitators = new Map<ProgramKey, string>();

  constructor(chance: Chance, today: Temporal.PlainDate, clinicians: Readonly<Record<ProgramKey, readonly string[]>>) {
    this.#chance = chance;
    this.#calendar = new WeeklyCalendar(chance);
    this.#today = today;
    this.#firstMonday = today.subtract({ days: today.dayOfWeek - 1 }).subtract({ weeks: 52 });
    this.#clinicians = clinicians;
    for (const program of ['iop', 'php', 'residential'] as const) this.#appointFacilitator(program);
  }

  #appointFacilitator(program: ProgramKey): void {
    const free = this.#clinicians[program].find((name) => ![...this.#facilitators.values()].includes(name)) ?? this.#clinicians[program][0];
    if (!free) return;
    this.#facilitators.set(program, free);
    const weeks = Array.from({ length: 60 }, (_unused, week) => week);
    for (const weekday of groupDays) this.#calendar.takeExactly({ clinician: free, weekday, hour: groupHour }, weeks, 2);
  }

  #day(week: number, weekday: number): Temporal.PlainDate {
    return this.#firstMonday.add({ weeks: week, days: weekday - 1 });
  }

  /** The stay and the visits of one person. */
  of(patient: number, person: DemoPerson): DemoHistory {
    const rhythm = rhythms[person.program];
    const start = this.#chance.between(0, 53 - Math.min(rhythm.weeks, 6));
    const weeks = Array.from({ length: rhythm.weeks }, (_unused, index) => start + index).filter((week, index) => index % rhythm.every === 0 && week < 57);
    const hour = this.#calendar.take(this.#clinicians[person.program], weeks);
    if (!hour) return { stays: [], visits: [] };
    const admittedOn = this.#day(start, hour.weekday);
    const lastDay = this.#day(start + rhythm.weeks, 5);
    const ended = Temporal.PlainDate.compare(lastDay, this.#today) < 0;
    const single = weeks.map((week, index) => this.#visit(patient, person, hour, week, index === 0 ? rhythm.first : rhythm.later));
    const stay: DemoStay = {
      patient,
      program: person.program,
      clinician: hour.clinician,
      admittedOn,
      referredOn: admittedOn.subtract({ days: this.#chance.between(3, 15) }),
      endedOn: ended ? lastDay : null,
    };
    return { stays: Temporal.PlainDate.compare(admittedOn, this.#today) > 0 ? [] : [stay], visits: [...single, ...this.#groups(patient, person, start, rhythm)] };
  }

  #visit(patient: number, person: DemoPerson, hour: { clinician: string; weekday: number; hour: number }, week: number, [type, service, minutes]: Visit): DemoVisit {
    const day = this.#day(week, hour.weekday);
    const video = type === 'therapy-50' && this.#chance.happens(0.25);
    return {
      patient,
      program: person.program,
      clinician: hour.clinician,
      type: video ? 'therapy-video' : type,
      service,
      day,
      hour: hour.hour,
      minutes,
      modality: video ? 'video' : 'in-person',
      status: statusOn(this.#chance, day, this.#today),
      session: null,
    };
  }

  #groups(patient: number, person: DemoPerson, start: number, rhythm: Rhythm): DemoVisit[] {
    const facilitator = this.#facilitators.get(person.program);
    if (!facilitator) return [];
    const weeks = Array.from({ length: rhythm.weeks }, (_unused, index) => start + index).filter((week) => week < 54);
    return weeks.flatMap((week) =>
      groupDays.slice(0, rhythm.groupsAWeek).map((weekday): DemoVisit => {
        const day = this.#day(week, weekday);
        return {
          patient,
          program: person.program,
          clinician: facilitator,
          type: 'group',
          service: 'group-psychotherapy',
          day,
          hour: groupHour,
          minutes: groupMinutes,
          modality: 'in-person',
          status: statusOn(this.#chance, day, this.#today),
          session: `${person.program}|${day.toString()}`,
        };
      }),
    );
  }
}
