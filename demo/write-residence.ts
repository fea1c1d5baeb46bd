import type pg from 'pg';
import { copyRows, type CopyValue } from './copy.ts';
import { Chance } from './random.ts';
import type { Story } from './story.ts';

interface DemoRoom {
  readonly name: string;
  readonly rule: string | null;
  readonly attributes: readonly string[];
  readonly beds: number;
}

const wings: readonly { readonly name: string; readonly rooms: readonly DemoRoom[] }[] = [
  {
    name: 'Garden wing',
    rooms: [
      { name: 'Room 1', rule: null, attributes: ['near-nurses', 'window-view'], beds: 1 },
      { name: 'Room 2', rule: null, attributes: ['near-nurses', 'detox'], beds: 2 },
      { name: 'Room 3', rule: null, attributes: ['accessible', 'ground-floor'], beds: 2 },
      { name: 'Room 4', rule: 'women', attributes: [], beds: 3 },
    ],
  },
  {
    name: 'River wing',
    rooms: [
      { name: 'Room 11', rule: null, attributes: [], beds: 2 },
      { name: 'Room 12', rule: null, attributes: [], beds: 2 },
      { name: 'Room 14', rule: 'men', attributes: [], beds: 3 },
      { name: 'Room 15', rule: null, attributes: ['single', 'ligature-resistant'], beds: 1 },
    ],
  },
];

interface Bed {
  readonly id: string;
  readonly unitId: string;
  readonly roomId: string;
  readonly rule: string | null;
}

async function writePlaces(client: pg.Client, chance: Chance, { cast }: Pick<Story, 'cast'>, built: Temporal.Instant): Promise<readonly Bed[]> {
  const programId = cast.programIds.residential;
  const units: CopyValue[][] = [];
  const rooms: CopyValue[][] = [];
  const rows: CopyValue[][] = [];
  const beds: Bed[] = [];
  for (const wing of wings) {
    const unitId = chance.uuid(built);
    units.push([unitId, cast.siteIds['cedar-house'], programId, wing.name, 'one-gender', 18]);
    for (const room of wing.rooms) {
      const roomId = chance.uuid(built);
      rooms.push([roomId, unitId, programId, room.name, room.attributes, room.rule]);
      for (let place = 0; place < room.beds; place += 1) {
        const id = chance.uuid(built);
        rows.push([id, roomId, programId, `${room.name.replace('Room ', '')}${'ABC'[place] ?? ''}`, []]);
        beds.push({ id, unitId, roomId, rule: room.rule });
      }
    }
  }
  await copyRows(client, 'residence.unit', ['id', 'site_id', 'program_id', 'name', 'gender_rule', 'minimum_age'], units);
  await copyRows(client, 'residence.room', ['id', 'unit_id', 'program_id', 'name', 'attributes', 'gender_rule'], rooms);
  await copyRows(client, 'residence.bed', ['id', 'room_id', 'program_id', 'name', 'attributes'], rows);
  return beds;
}

/** The first bed in which this person fits: rooms for their gender, or where nobody of another sleeps. */
function takeBed(free: Bed[], sleepers: Map<string, string>, sex: string): Bed | undefined {
  const fits = ({ roomId, rule }: Bed) => (rule === 'women' ? sex === 'F' : rule === 'men' ? sex === 'M' : (sleepers.get(roomId) ?? sex) === sex);
  const place = free.findIndex(fits);
  if (place < 0) return undefined;
  const [bed] = free.splice(place, 1);
  if (bed) sleepers.set(bed.roomId, sex);
  return bed;
}

interface Resident {
  readonly patientId: string;
  readonly sex: string;
  readonly episodeId: string;
  readonly admittedOn: Temporal.PlainDate;
}

const residents = 11;
const columnsOfEpisode = ['id', 'patient_id', 'program_id', 'state', 'source', 'reason', 'referred_on', 'screened_on', 'admitted_on', 'primary_clinician_id'];

/** People who were in the house before and are back, one every other day, and two more who are expected. */
async function writeStays(
  client: pg.Client,
  chance: Chance,
  { cast, people, stays }: Pick<Story, 'cast' | 'people' | 'stays'>,
  today: Temporal.PlainDate,
): Promise<readonly Resident[]> {
  const programId = cast.programIds.residential;
  const before = stays.filter(
    ({ program, endedOn }) => program === 'residential' && endedOn !== null && Temporal.PlainDate.compare(endedOn, today.subtract({ days: 40 })) < 0,
  );
  const known = [...new Map(before.map((stay) => [stay.patient, stay])).values()].slice(0, residents + 2);
  const rows = known.map((stay, place) => {
    const admittedOn = place < residents ? today.subtract({ days: 2 + place * 2 }) : null;
    const referredOn = (admittedOn ?? today).subtract({ days: 3 });
    const id = chance.uuid(referredOn.toZonedDateTime('America/Los_Angeles').toInstant());
    return { id, person: people[stay.patient], admittedOn, referredOn, clinician: stay.clinician };
  });
  await copyRows(
    client,
    'programs.episode',
    columnsOfEpisode,
    rows.map(({ id, person, admittedOn, referredOn, clinician }) => [
      id,
      person?.id ?? null,
      programId,
      admittedOn ? 'admitted' : 'referral',
      'hospital',
      'Return to use after a stay',
      referredOn,
      admittedOn ? referredOn : null,
      admittedOn,
      admittedOn ? clinician : null,
    ]),
  );
  return rows.flatMap(({ id, person, admittedOn }) => (person && admittedOn ? [{ patientId: person.id, sex: person.facts.sex, episodeId: id, admittedOn }] : []));
}

/** Somebody who lives in the house of the demo. */
interface Lodger {
  readonly residencyId: string;
  readonly patientId: string;
  readonly bed: Bed;
  readonly admittedOn: Temporal.PlainDate;
}

async function writeLodgers(client: pg.Client, chance: Chance, { cast }: Pick<Story, 'cast'>, people: readonly Resident[], free: Bed[]): Promise<readonly Lodger[]> {
  const programId = cast.programIds.residential;
  const sleepers = new Map<string, string>();
  const residencies: CopyValue[][] = [];
  const occupancies: CopyValue[][] = [];
  const lodgers: Lodger[] = [];
  for (const { patientId, sex, episodeId, admittedOn } of people) {
    const bed = takeBed(free, sleepers, sex);
    if (!bed) continue;
    const since = admittedOn.toZonedDateTime({ timeZone: zone, plainTime: '14:00' }).toInstant();
    const residencyId = chance.uuid(since);
    residencies.push([residencyId, patientId, programId, episodeId, bed.unitId, since, admittedOn.add({ days: 22 }), since, cast.personaIds.nurse]);
    occupancies.push([patientId, programId, residencyId, bed.id, since, since, cast.personaIds.nurse]);
    lodgers.push({ residencyId, patientId, bed, admittedOn });
  }
  await copyRows(
    client,
    'residence.residency',
    ['id', 'patient_id', 'program_id', 'episode_id', 'unit_id', 'starts_at', 'expected_departure_on', 'recorded_at', 'recorded_by'],
    residencies,
  );
  await copyRows(client, 'residence.occupancy', ['patient_id', 'program_id', 'residency_id', 'bed_id', 'starts_at', 'recorded_at', 'recorded_by'], occupancies);
  return lodgers;
}

/** What is going on in the house just now: somebody on a pass, a planned move, a broken bed, and rounds. */
async function writeDay(client: pg.Client, { cast }: Pick<Story, 'cast'>, lodgers: readonly Lodger[], free: readonly Bed[], now: Temporal.Instant): Promise<void> {
  const programId = cast.programIds.residential;
  const [onPass, toMove] = lodgers;
  const left = now.subtract({ hours: 2 });
  const [spare, broken] = free;
  if (onPass) {
    const columns = ['patient_id', 'program_id', 'residency_id', 'kind', 'note', 'starts_at', 'expected_back_at', 'recorded_at', 'recorded_by'];
    await copyRows(client, 'residence.leave', columns, [
      [onPass.patientId, programId, onPass.residencyId, 'pass', 'Lunch with the sponsor', left, now.add({ hours: 4 }), left, cast.personaIds.nurse],
    ]);
  }
  if (toMove && spare) {
    const columns = ['patient_id', 'program_id', 'residency_id', 'to_bed_id', 'reason', 'recorded_at', 'recorded_by'];
    await copyRows(client, 'residence.transfer', columns, [
      [toMove.patientId, programId, toMove.residencyId, spare.id, 'Asked for a quieter room', left, cast.personaIds.nurse],
    ]);
  }
  if (broken) {
    const columns = ['bed_id', 'program_id', 'kind', 'reason', 'starts_at', 'begun_by'];
    await copyRows(client, 'residence.bed_outage', columns, [[broken.id, programId, 'out-of-service', 'The frame is broken.', left, cast.personaIds.nurse]]);
  }
}

const intervals = [15, 15, 30, 60, 60] as const;

/** People who are seen every so many minutes, each with the rounds of the last two hours. */
async function writeRounds(client: pg.Client, chance: Chance, { cast }: Pick<Story, 'cast'>, lodgers: readonly Lodger[], now: Temporal.Instant): Promise<void> {
  const programId = cast.programIds.residential;
  const since = now.subtract({ hours: 24 });
  const watches = lodgers.map((lodger, place) => ({ ...lodger, id: chance.uuid(since), minutes: intervals[place] ?? 60 }));
  await copyRows(
    client,
    'residence.watch',
    ['id', 'patient_id', 'program_id', 'residency_id', 'interval_minutes', 'reason', 'starts_at', 'ordered_by'],
    watches.map(({ id, patientId, residencyId, minutes }) => [id, patientId, programId, residencyId, minutes, 'First days, withdrawal', since, cast.personaIds.nurse]),
  );
  const walks = Array.from({ length: 8 }, (_unused, index) => ({ at: now.subtract({ minutes: 3 + index * 15 }), nth: index }));
  const seen: CopyValue[][] = [];
  const rounds: CopyValue[][] = [];
  for (const unitId of new Set(watches.map(({ bed }) => bed.unitId))) {
    for (const { at, nth } of walks) {
      const due = watches.filter(({ bed, minutes }) => bed.unitId === unitId && (nth * 15) % minutes === 0);
      if (due.length === 0) continue;
      const roundId = chance.uuid(at);
      rounds.push([roundId, unitId, programId, at, cast.personaIds.peer, at]);
      seen.push(
        ...due.map(({ id, patientId }) => [
          chance.uuid(at),
          patientId,
          programId,
          roundId,
          id,
          chance.one(['awake-calm', 'asleep', 'in-group', 'with-others']),
          at,
          cast.personaIds.peer,
        ]),
      );
    }
  }
  await copyRows(client, 'residence.round', ['id', 'unit_id', 'program_id', 'signed_at', 'signed_by', 'recorded_at'], rounds);
  await copyRows(client, 'residence.sighting', ['id', 'patient_id', 'program_id', 'round_id', 'watch_id', 'status', 'seen_at', 'seen_by'], seen);
}

const nightsCounted = 14;
const zone = 'America/Los_Angeles';

const undecided = 2;

/** What payers allow of the stays in the house; for those who came last it is still asked for. */
async function writeAuthorizations(client: pg.Client, { cast }: Pick<Story, 'cast'>, lodgers: readonly Lodger[]): Promise<void> {
  const latest = lodgers.toSorted((one, other) => Temporal.PlainDate.compare(other.admittedOn, one.admittedOn));
  await client.query(
    `insert into billing.authorization (id, patient_id, program_id, payer_id, state, number, counts, allowed, valid_from, valid_through, owner_id, made_at)
     select uuidv7(), told.patient_id, $1, c.payer_id, case when told.place <= $5 then 'requested' else 'approved' end, case when told.place > $5 then 'RES-' || (700 + told.place) end, 'days', 28,
       told.admitted_on, told.admitted_on + 27, $2, told.admitted_on::timestamptz
     from unnest($3::uuid[], $4::date[]) with ordinality as told (patient_id, admitted_on, place) join patients.coverage c on c.patient_id = told.patient_id and c.rank = 1`,
    [
      cast.programIds.residential,
      cast.personaIds['case-manager'],
      latest.map(({ patientId }) => patientId),
      latest.map(({ admittedOn }) => admittedOn.toString()),
      undecided,
    ],
  );
}

/** The censuses of a fortnight, but for the last midnight: the house counts that one itself. */
async function writeCensuses(client: pg.Client, { cast }: Pick<Story, 'cast'>, today: Temporal.PlainDate): Promise<void> {
  await client.query(
    `with taken as (
       insert into residence.census (site_id, day, midnight, time_zone, version, taken_at)
       select $1, d::date, (d::date + 1)::timestamp at time zone $2, $2, 1, (d::date + 1)::timestamp at time zone $2
       from generate_series($3::date - $4::integer, $3::date - 2, interval '1 day') d returning id, day, midnight)
     insert into residence.census_line (census_id, residency_id, patient_id, program_id, episode_id, bed_id, unit_name, room_name, bed_name, status, arrived_today, level_of_care)
     select t.id, r.id, r.patient_id, r.program_id, r.episode_id, b.id, u.name, room.name, b.name,
       case when r.starts_at >= t.day::timestamp at time zone $2 then 'admitted' else 'present' end, r.starts_at >= t.day::timestamp at time zone $2, p.level_of_care
     from taken t join residence.residency r on r.starts_at < t.midnight join residence.occupancy o on o.residency_id = r.id join residence.bed b on b.id = o.bed_id
       join residence.room room on room.id = b.room_id join residence.unit u on u.id = room.unit_id join programs.program p on p.id = r.program_id`,
    [cast.siteIds['cedar-house'], zone, today.toString(), nightsCounted],
  );
}

/** The house of the residential program with the people who live there now. */
export async function writeResidence(client: pg.Client, story: Pick<Story, 'cast' | 'people' | 'stays'>, now: Temporal.Instant): Promise<void> {
  const chance = new Chance(47);
  const free = [...(await writePlaces(client, chance, story, now))];
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const people = await writeStays(client, chance, story, today);
  const lodgers = await writeLodgers(client, chance, story, people, free);
  await writeCensuses(client, story, today);
  await writeAuthorizations(client, story, lodgers);
  await writeDay(client, story, lodgers, free, now);
  await writeRounds(client, chance, story, lodgers.slice(2, 7), now);
}
