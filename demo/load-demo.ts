import { castOf, cliniciansOf } from './cast.ts';
import { connectLoader } from './copy.ts';
import { Historian } from './history.ts';
import { programs, type ProgramKey } from './organisation.ts';
import { personOf } from './people.ts';
import { Chance } from './random.ts';
import { writeAssessments } from './write-assessments.ts';
import { writeCriticalResult } from './write-critical-result.ts';
import { writeGroups } from './write-groups.ts';
import { writeHistory } from './write-history.ts';
import { writeIntake } from './write-intake.ts';
import { writeObservations } from './write-observations.ts';
import { writeResults } from './write-results.ts';
import { writeOrganisation } from './write-organisation.ts';
import { writePayers } from './write-payers.ts';
import { writeTeams } from './write-teams.ts';
import { writeTracks } from './write-tracks.ts';
import { writeResidence } from './write-residence.ts';
import { writeConsents, writeParties } from './write-privacy.ts';
import { mrnAt, writePeople, type CastPerson } from './write-people.ts';

const seed = 2026;
const patients = 400;

/** The people of the story with their year. `today` is where the story stops and the bookings begin. */
function tellStory(chance: Chance, cast: ReturnType<typeof castOf>, today: Temporal.PlainDate) {
  const clinicians = Object.fromEntries(programs.map(({ key }) => [key, cliniciansOf(cast, key)])) as Record<ProgramKey, string[]>;
  const historian = new Historian(chance, today, clinicians);
  const people: CastPerson[] = [];
  const histories = Array.from({ length: patients }, (_unused, index) => {
    const facts = personOf(chance, today);
    const history = historian.of(index, facts);
    const first = history.stays[0]?.referredOn ?? today;
    const registeredAt = first.toZonedDateTime({ timeZone: 'America/Los_Angeles', plainTime: '10:00' }).toInstant();
    people.push({ id: chance.uuid(registeredAt), mrn: mrnAt(index), facts, registeredAt });
    return history;
  });
  return { people, stays: histories.flatMap(({ stays }) => stays), visits: histories.flatMap(({ visits }) => visits) };
}

/** Loads the demo organisation into an empty database, all or nothing; does nothing when there is an organisation already. */
export async function loadDemo(ownerUrl: string): Promise<void> {
  const client = await connectLoader(ownerUrl);
  try {
    const { rowCount } = await client.query('select from identity.organisation');
    if (rowCount !== 0) return;
    const today = Temporal.Now.zonedDateTimeISO('America/Los_Angeles').toPlainDate();
    const chance = new Chance(seed);
    const cast = castOf(chance);
    const story = tellStory(chance, cast, today);
    await client.query('begin');
    await writeOrganisation(client, cast);
    const payerIds = await writePayers(client, chance);
    await writeParties(client, new Chance(31), payerIds);
    await writePeople(client, cast, story.people, payerIds);
    // One in twelve has not signed: the biller sees what is then parked, and the front desk whom to ask.
    await writeConsents(
      client,
      chance,
      cast,
      story.people.filter((_person, index) => index % 12 !== 11),
    );
    await writeHistory(client, { cast, ...story, chance, payerIds }, today);
    await writeAssessments(client, { cast, ...story }, today);
    await writeObservations(client, { cast, ...story }, today);
    await writeResults(client, { cast, ...story }, today);
    await writeGroups(client, { cast, ...story }, today);
    await writeTracks(client, { cast, ...story }, today);
    await writeTeams(client, { cast, ...story }, today);
    await writeCriticalResult(client, { cast, ...story }, Temporal.Now.instant().round('second'));
    await writeResidence(client, { cast, ...story }, Temporal.Now.instant().round('second'));
    await writeIntake(client, { cast, ...story }, Temporal.Now.instant().round('second'), today);
    await client.query(`select setval('patients.mrn_number', $1, false)`, [100_001 + patients]);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
