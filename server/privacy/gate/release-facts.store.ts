import { sql } from 'kysely';
import { within, type Tx } from '#server/platform/index.ts';
import type { PatientFacts } from '../decision/request.ts';

interface Offered {
  /** Views of patients, programs and identity. */
  'patients.claimSubject': { id: string; givenName: string; familyName: string; birthDate: Temporal.PlainDate; deceasedOn: Temporal.PlainDate | null };
  'programs.programName': { id: string; siteId: string | null };
  'identity.siteName': { id: string; timeZone: string; state: string };
}

/** A patient as a release names one. */
export type PatientToRelease = PatientFacts & { readonly name: string };

/** Facts of these patients. What nobody recorded is taken as the plain case: able to decide, nobody appointed. */
export async function patientsToRelease(tx: Tx, patientIds: readonly string[]): Promise<ReadonlyMap<string, PatientToRelease>> {
  const rows = await within<Offered>(tx)
    .selectFrom('patients.claimSubject')
    .select(['id', 'givenName', 'familyName', 'birthDate', 'deceasedOn'])
    .where('id', '=', sql<string>`any (${[...patientIds]}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ id, givenName, familyName, birthDate, deceasedOn }) => [
      id,
      {
        id,
        name: `${givenName} ${familyName}`,
        birthDate,
        deceased: deceasedOn !== null,
        capacity: 'capable',
        emancipated: false,
        hasPersonalRepresentative: false,
        threatJudged: false,
        optedOutOfFundraising: false,
      },
    ]),
  );
}

/** Where a service is given: its law and its day. */
export interface Place {
  readonly state: string;
  readonly timeZone: string;
}

/** Where these programs treat. */
export async function placesOf(tx: Tx, programIds: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  if (programIds.length === 0) return new Map();
  const rows = await within<Offered>(tx)
    .selectFrom('programs.programName as program')
    .innerJoin('identity.siteName as site', 'site.id', 'program.siteId')
    .select(['program.id', 'site.state', 'site.timeZone'])
    .where('program.id', 'in', [...programIds])
    .execute();
  return new Map(rows.map(({ id, state, timeZone }) => [id, { state, timeZone }]));
}

/** Where the organisation has its seat: for records whose program has no site. */
export async function seat(tx: Tx): Promise<Place> {
  const { rows } = await sql<Place>`select state, time_zone from identity.billing_provider`.execute(tx.db);
  return rows[0] ?? { state: 'federal', timeZone: 'UTC' };
}
