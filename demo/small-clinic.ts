import { castOf } from './cast.ts';
import { connectLoader } from './copy.ts';
import { programs, type ProgramKey, type RoleKey, type SiteKey } from './organisation.ts';
import { personOf } from './people.ts';
import { Chance } from './random.ts';
import { writeOrganisation } from './write-organisation.ts';
import { writePayers } from './write-payers.ts';
import { writeConsents, writeParties } from './write-privacy.ts';
import { mrnAt, writePeople, type CastPerson } from './write-people.ts';

/** Who and what there is in the clinic that tests work in. */
export interface SmallClinic {
  readonly sites: Readonly<Record<SiteKey, string>>;
  readonly programs: Readonly<Record<ProgramKey, string>>;
  /** The persona of each role, a second therapist of outpatient, one who works in the OTP only, and a trainee. */
  readonly staff: Readonly<Record<RoleKey | 'second-therapist' | 'otp-therapist' | 'trainee', string>>;
  /** One patient known to each program and to no other. */
  readonly patients: Readonly<Record<ProgramKey, string>>;
  readonly payers: Readonly<Record<string, string>>;
  /** Those outside, by name. */
  readonly parties: Readonly<Record<string, string>>;
}

/** Writes the clinic that tests work in: the demo organisation with one patient a program and no history. `url` is the owner's. */
export async function loadSmallClinic(url: string, now: Temporal.Instant): Promise<SmallClinic> {
  const chance = new Chance(7);
  const cast = castOf(chance);
  const today = now.toZonedDateTimeISO('America/Los_Angeles').toPlainDate();
  const people = programs.map(({ key }, index): CastPerson => {
    const facts = { ...personOf(chance, today), program: key };
    return { id: chance.uuid(now), mrn: mrnAt(index), facts, registeredAt: now };
  });
  const client = await connectLoader(url);
  try {
    await client.query('begin');
    await writeOrganisation(client, cast);
    const payerIds = await writePayers(client, chance);
    const partyIds = await writeParties(client, new Chance(31), payerIds);
    await writePeople(client, cast, people, payerIds);
    await writeConsents(client, new Chance(37), cast, people);
    await client.query(`select setval('patients.mrn_number', $1, false)`, [100_001 + people.length]);
    await client.query('commit');
    const therapists = cast.staff.filter(({ role, persona }) => role === 'therapist' && !persona);
    const idOf = (found: { readonly id: string } | undefined) => found?.id ?? '';
    return {
      sites: cast.siteIds,
      programs: cast.programIds,
      staff: {
        ...cast.personaIds,
        'second-therapist': idOf(therapists.find((person) => person.credential !== 'trainee' && person.programs.includes('outpatient'))),
        'otp-therapist': idOf(therapists.find((person) => person.programs.includes('otp') && !person.programs.includes('outpatient'))),
        trainee: idOf(therapists.find((person) => person.credential === 'trainee')),
      },
      patients: Object.fromEntries(people.map(({ id, facts }) => [facts.program, id])) as Record<ProgramKey, string>,
      payers: Object.fromEntries(payerIds),
      parties: Object.fromEntries(partyIds),
    };
  } finally {
    await client.end();
  }
}
