import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { AllergyKnown, ScoreKnown } from './known.rules.ts';

/** The person, and the labels that the note carries: nothing with another label is quoted in it. */
export interface About {
  readonly patientId: string;
  readonly labels: readonly string[];
}

/** The labels of an open draft. */
export async function labelsOfDraft(tx: Tx, draftId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ labels: readonly string[] }>`select labels from charting.draft_words where draft_id = ${draftId} limit 1`.execute(tx.db);
  return rows[0]?.labels ?? [];
}

/** Records of the person that this note may quote. */
function quotable({ patientId, labels }: About) {
  return sql`patient_id = any (array(select record.patient_id from patients.person_record record where record.person_id = ${patientId}))
    and labels <@ ${labels}::text[]`;
}

// The day on the clock of the house, as it stands on the page of the instrument or the sheet.
const zone = sql`coalesce((select time_zone from identity.site_name order by name limit 1), 'UTC')`;

/** The last result of each instrument, the latest first. */
export async function scoresKnown(tx: Tx, about: About): Promise<readonly (ScoreKnown & { readonly id: string })[]> {
  const { rows } = await sql<ScoreKnown & { readonly id: string }>`
    select id, abbreviation, score::float8 as score, coalesce(says, '') as says, (completed_at at time zone ${zone})::date as on from (
      select distinct on (instrument_code) * from assessments.result_to_release where ${quotable(about)} order by instrument_code, completed_at desc) latest
    order by completed_at desc limit 12`.execute(tx.db);
  return rows;
}

/** What the person takes. */
export async function medicationsKnown(tx: Tx, about: About): Promise<readonly { readonly id: string; readonly name: string; readonly dose: string }[]> {
  const { rows } = await sql<{ id: string; name: string; dose: string }>`select id, name, dose from medications.statement_taken where ${quotable(about)}
    order by lower(name), id limit 60`.execute(tx.db);
  return rows;
}

/** Allergies and intolerances that stand, the gravest first. */
export async function allergiesKnown(tx: Tx, about: About): Promise<readonly (AllergyKnown & { readonly id: string })[]> {
  const { rows } = await sql<AllergyKnown & { readonly id: string }>`select id, substance, reaction, severity from observations.allergy_now
    where state = 'active' and ${quotable(about)} order by array_position(array['severe', 'moderate', 'mild'], severity), lower(substance) limit 60`.execute(tx.db);
  return rows;
}

/** The statement that no allergy is known, unless it was withdrawn since. */
export async function noAllergyStated(tx: Tx, about: About): Promise<{ readonly id: string; readonly on: Temporal.PlainDate } | undefined> {
  const { rows } = await sql<{ id: string; says: string; on: Temporal.PlainDate }>`select id, says, (stated_at at time zone ${zone})::date as on
    from observations.allergy_statement_made where ${quotable(about)} order by stated_at desc limit 1`.execute(tx.db);
  return rows.find(({ says }) => says === 'none-known');
}

/** The last two sets of vital signs. */
export async function vitalsKnown(tx: Tx, about: About): Promise<readonly { readonly id: string; readonly says: string; readonly on: Temporal.PlainDate }[]> {
  const { rows } = await sql<{ id: string; says: string; on: Temporal.PlainDate }>`select id, says, (taken_at at time zone ${zone})::date as on
    from observations.vital_set_now where state = 'recorded' and ${quotable(about)} order by taken_at desc limit 2`.execute(tx.db);
  return rows;
}
