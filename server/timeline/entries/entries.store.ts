import { sql, type RawBuilder } from 'kysely';
import { printedAlready, printedCode, printedMoment, printedObject, printedOrNull, printedText, type Tx } from '#server/platform/index.ts';
import { TimelineEntry } from './entries.contract.ts';

const clinical = sql`
  select n.id, case when n.kind <> 'note' then 'addendum' when e.service like 'group%' then 'group-note' else 'note' end as kind,
    coalesce(e.started_at, n.signed_at) as at, null::date as on_day, n.title, coalesce(e.minutes || ' min', '') as detail, n.signed_by as who_id, n.program_id,
    n.addendum_to as note_id
  from charting.note_to_release n left join charting.signed_encounter e on e.note_id = n.id where n.patient_id = any ((select ids from records)::uuid[])
  union all
  select s.id, 'assessment', s.completed_at, null, upper(s.instrument_code), concat_ws(': ', s.score, s.says), null, s.program_id, null
  from assessments.score s where s.patient_id = any ((select ids from records)::uuid[])
  union all
  select v.id, 'care-plan', v.signed_at, null, 'Care plan, version ' || v.number, 'review by ' || to_char(v.review_due, 'MM/DD/YYYY'), v.signed_by, v.program_id, null
  from careplans.signed_version v where v.patient_id = any ((select ids from records)::uuid[])
  union all
  select d.id, 'diagnosis', d.noted_at, null, d.code || ' ' || d.description,
    concat_ws(', ', nullif(d.certainty, 'confirmed'), 'resolved ' || to_char(d.resolved, 'MM/DD/YYYY')), d.noted_by, d.program_id, null
  from charting.diagnosis_to_release d where d.patient_id = any ((select ids from records)::uuid[])`;

const observed = sql`
  select a.id, 'allergy', a.written_at, null, a.substance, concat_ws(', ', nullif(a.reaction, ''), nullif(a.state, 'active')), a.written_by, a.program_id, null
  from observations.allergy_now a where a.state <> 'entered-in-error' and a.patient_id = any ((select ids from records)::uuid[])
  union all
  select t.id, 'allergy', t.stated_at, null, case t.says when 'none-known' then 'No known allergies' else 'No known allergies: taken back' end, t.reason, t.stated_by, t.program_id, null
  from observations.allergy_statement_made t where t.patient_id = any ((select ids from records)::uuid[])
  union all
  select v.id, 'vital-signs', v.taken_at, null, 'Vital signs', v.says, v.written_by, v.program_id, null
  from observations.vital_set_now v where v.state = 'recorded' and v.patient_id = any ((select ids from records)::uuid[])
  union all
  select r.id, 'result', r.collected_at, null, r.panel_name, r.says, r.written_by, r.program_id, null
  from observations.result_now r where r.state = 'recorded' and r.patient_id = any ((select ids from records)::uuid[])
  union all
  select d.id, 'document', d.received_at, null, d.title, d.from_whom, d.written_by, d.program_id, null
  from documents.document_now d where d.state = 'filed' and d.patient_id = any ((select ids from records)::uuid[])`;

const aroundCare = sql`
  select a.id, 'appointment', a.starts_at, null, a.type_name, a.status, a.clinician_id, a.program_id, null
  from scheduling.appointment_fact a where a.patient_id = any ((select ids from records)::uuid[])
  union all
  select w.id, 'alert', w.since, null, w.says, case when w.resolved_at is null then '' else 'ended' end, w.written_by, w.program_id, null
  from patients.alert_noted w where w.patient_id = any ((select ids from records)::uuid[])
  union all
  select t.id, 'level-of-care', null, t.admitted_on, 'Admitted', '', null, t.program_id, null
  from programs.stay t where t.patient_id = any ((select ids from records)::uuid[])
  union all
  select t.id, 'level-of-care', null, t.ended_on, 'Discharged', '', null, t.program_id, null
  from programs.stay t where t.patient_id = any ((select ids from records)::uuid[]) and t.ended_on is not null`;

/** Which part of a story is wanted: what happened before a moment, with each of some words, so many entries. */
export interface EntriesWanted {
  readonly before: string | undefined;
  readonly words: string | undefined;
  readonly limit: number;
}

const printedEntry = printedObject(TimelineEntry, {
  id: printedCode('id'),
  kind: printedCode('kind'),
  at: printedMoment('moment'),
  title: printedText('title'),
  detail: printedText('detail'),
  who: printedAlready('who_json'),
  programId: printedCode('program_id'),
  programName: printedAlready('program_json'),
  noteId: printedOrNull(printedCode('note_id')),
});

/** A part of a story: its entries, printed, how many they are, and when the earliest of them happened. */
export interface PartOfStory {
  readonly entries: string;
  readonly count: number;
  readonly earliest: Temporal.Instant | null;
}

/** Each of some words somewhere in an entry. Without words there is nothing to compare: even with no pattern it would take half of the time. */
function eachOf(words: string): RawBuilder<unknown> {
  const patterns = words.split(/\s+/).flatMap((word) => (word === '' ? [] : [`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`]));
  return patterns.length === 0 ? sql`true` : sql`(t.title || ' ' || t.detail) ilike all (${patterns}::text[])`;
}

/**
 * What happened to a person, merged records included, the latest first. A day without an hour stands at the beginning of that day where the program is.
 * A long chart has a thousand entries: the database prints them, and names of people and programs once for all their entries.
 */
export async function entriesOf(tx: Tx, patientId: string, { before, words = '', limit }: EntriesWanted): Promise<PartOfStory> {
  const { rows } = await sql<PartOfStory>`
    with records as materialized (select array_agg(patient_id) as ids from patients.person_record where person_id = ${patientId}),
      place as materialized (select p.id, to_json(p.name)::text as json, coalesce(s.time_zone, 'UTC') as zone
        from programs.program_name p left join identity.site_name s on s.id = p.site_id),
      person as materialized (select id, to_json(display_name)::text as json from identity.staff_name),
      entry as (${clinical} union all ${observed} union all ${aroundCare}),
      timed as (select entry.*, coalesce(entry.at, entry.on_day::timestamp at time zone coalesce(place.zone, 'UTC')) as moment, coalesce(place.json, '""') as program_json
        from entry left join place on place.id = entry.program_id),
      told as (select t.*, coalesce(person.json, '""') as who_json from timed t left join person on person.id = t.who_id
        where (${before ?? null}::timestamptz is null or t.moment < ${before ?? null}::timestamptz) and ${eachOf(words)}
        order by t.moment desc, t.id desc limit ${limit})
    select coalesce(string_agg(${printedEntry}, ',' order by moment desc, id desc), '') as entries, count(*)::integer as count, min(moment) as earliest
    from told`.execute(tx.db);
  return rows[0] as PartOfStory;
}
