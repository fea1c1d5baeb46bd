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

/** Houses of the residential program with the people in care there now: one on a pass, one with a planned move, one bed out of service, one person expected. */
export async function writeResidence(client: pg.Client, { cast, people, stays }: Pick<Story, 'cast' | 'people' | 'stays'>, now: Temporal.Instant): Promise<void> {
  const chance = new Chance(47);
  const today = now.toZonedDateTimeISO('America/Los_Angeles').toPlainDate();
  const programId = cast.programIds.residential;
  const free = [...(await writePlaces(client, chance, { cast }, now))];
  const { rows: open } = await client.query<{ id: string; patientId: string }>(
    `select id, patient_id as "patientId" from programs.episode where program_id = $1 and state = 'admitted' order by admitted_on, id`,
    [programId],
  );
  const inCare = stays.filter(({ program, endedOn, admittedOn }) => program === 'residential' && endedOn === null && Temporal.PlainDate.compare(admittedOn, today) < 0);
  const sleepers = new Map<string, string>();
  const residencies: CopyValue[][] = [];
  const occupancies: CopyValue[][] = [];
  const lodgers: { readonly residencyId: string; readonly patientId: string; readonly bed: Bed }[] = [];
  for (const stay of inCare) {
    const patientId = people[stay.patient]?.id ?? '';
    const episode = open.find((one) => one.patientId === patientId);
    const bed = episode && takeBed(free, sleepers, people[stay.patient]?.facts.sex ?? 'F');
    if (!episode || !bed) continue;
    const since = stay.admittedOn.toZonedDateTime({ timeZone: 'America/Los_Angeles', plainTime: '14:00' }).toInstant();
    const residencyId = chance.uuid(since);
    residencies.push([residencyId, patientId, programId, episode.id, bed.unitId, since, stay.admittedOn.add({ days: 28 }), since, cast.personaIds.nurse]);
    occupancies.push([patientId, programId, residencyId, bed.id, since, since, cast.personaIds.nurse]);
    lodgers.push({ residencyId, patientId, bed });
  }
  await copyRows(
    client,
    'residence.residency',
    ['id', 'patient_id', 'program_id', 'episode_id', 'unit_id', 'starts_at', 'expected_departure_on', 'recorded_at', 'recorded_by'],
    residencies,
  );
  await copyRows(client, 'residence.occupancy', ['patient_id', 'program_id', 'residency_id', 'bed_id', 'starts_at', 'recorded_at', 'recorded_by'], occupancies);
  const [onPass, toMove] = lodgers;
  const left = now.subtract({ hours: 2 });
  if (onPass) {
    const columns = ['patient_id', 'program_id', 'residency_id', 'kind', 'note', 'starts_at', 'expected_back_at', 'recorded_at', 'recorded_by'];
    await copyRows(client, 'residence.leave', columns, [
      [onPass.patientId, programId, onPass.residencyId, 'pass', 'Lunch with the sponsor', left, now.add({ hours: 4 }), left, cast.personaIds.nurse],
    ]);
  }
  const [spare, broken] = free;
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
