import { sql } from 'kysely';
import type { Measurements, ResultValues } from '#server/observations/index.ts';
import type { Tx } from '#server/platform/index.ts';
import { resultWords, vitalWords } from './observed-words.rules.ts';
import type { PacketRecord } from './packet.ts';
import { factsOf, within, type Provenance, type Wanted } from './provenance.store.ts';
import { writtenDay, writtenMoment } from './written-words.rules.ts';

const section = (label: string, text: string) => (text === '' ? [] : [{ label, text }]);

interface ResultRow extends Provenance {
  readonly panel: string;
  readonly panelName: string;
  readonly values: ResultValues;
  readonly collectedAt: Temporal.Instant;
  readonly laboratory: string;
  readonly clia: string;
  readonly specimen: string;
  readonly method: string | null;
  readonly note: string;
  readonly writtenBy: string;
  readonly reviewer: string | null;
  readonly reviewedAt: Temporal.Instant | null;
  readonly reviewSays: string;
}

/** Results of laboratories and drug screens as they hold, by the day of their collection; those entered in error are none. */
export async function results(tx: Tx, wanted: Wanted): Promise<PacketRecord[]> {
  const { rows } = await sql<ResultRow>`
    select r.id, r.program_id, p.name as program_name, r.labels, o.time_zone, (r.collected_at at time zone o.time_zone)::date as day, r.panel, r.panel_name, r.values, r.collected_at, r.laboratory,
      r.clia, r.specimen, r.method, r.note, r.written_by, s.display_name as reviewer, r.reviewed_at, r.review_says
    from observations.result_now r join programs.program_name p on p.id = r.program_id cross join identity.billing_provider o left join identity.staff_name s on s.id = r.reviewed_by
    where r.state = 'recorded' and r.patient_id = ${wanted.patientId} and ${within(wanted, sql`(r.collected_at at time zone o.time_zone)::date`, sql`r.id`)}
    order by r.collected_at, r.id`.execute(tx.db);
  return rows.map((row) => ({
    facts: factsOf(row, 'laboratory', row.writtenBy, []),
    title: row.panelName,
    day: row.day?.toString() ?? '',
    about: [
      [`${row.programName}; collected ${writtenMoment(row.collectedAt, row.timeZone)}`, row.laboratory, row.clia && `CLIA ${row.clia}`, row.specimen, row.method]
        .filter(Boolean)
        .join(', '),
      ...(row.reviewedAt ? [`Reviewed by ${row.reviewer ?? 'staff'} on ${writtenMoment(row.reviewedAt, row.timeZone)}`] : ['Not reviewed yet']),
    ],
    sections: [...section('Found', resultWords(row.panel, row.values)), ...section('Remark', row.note), ...section('Review', row.reviewSays)],
    mentions: [],
  }));
}

/** Sets of vital signs as they hold; those entered in error are none. */
export async function vitalSets(tx: Tx, wanted: Wanted): Promise<PacketRecord[]> {
  const { rows } = await sql<
    Provenance & { takenAt: Temporal.Instant; measured: Measurements; position: string | null; note: string; writtenBy: string; writer: string | null }
  >`
    select v.id, v.program_id, p.name as program_name, v.labels, o.time_zone, (v.taken_at at time zone o.time_zone)::date as day, v.taken_at, v.measured, v.position, v.note, v.written_by,
      s.display_name as writer
    from observations.vital_set_now v join programs.program_name p on p.id = v.program_id cross join identity.billing_provider o left join identity.staff_name s on s.id = v.written_by
    where v.state = 'recorded' and v.patient_id = ${wanted.patientId} and ${within(wanted, sql`(v.taken_at at time zone o.time_zone)::date`, sql`v.id`)} order by v.taken_at, v.id`.execute(
    tx.db,
  );
  return rows.map((row) => ({
    facts: factsOf(row, 'vital-signs', row.writtenBy, []),
    title: 'Vital signs',
    day: row.day?.toString() ?? '',
    about: [[`${row.programName}; taken ${writtenMoment(row.takenAt, row.timeZone)} by ${row.writer ?? 'staff'}`, row.position].filter(Boolean).join(', ')],
    sections: [...section('Measured', vitalWords(row.measured)), ...section('Remark', row.note)],
    mentions: [],
  }));
}

interface AllergyRow extends Provenance {
  readonly substance: string;
  readonly kind: string;
  readonly reaction: string;
  readonly severity: string | null;
  readonly onset: Temporal.PlainDate | null;
  readonly state: string;
  readonly writtenBy: string;
  readonly verifiedAt: Temporal.Instant | null;
}

async function listed(tx: Tx, wanted: Wanted): Promise<PacketRecord[]> {
  const { rows } = await sql<AllergyRow>`
    select a.id, a.program_id, p.name as program_name, a.labels, o.time_zone, (a.written_at at time zone o.time_zone)::date as day, a.substance, a.kind, a.reaction, a.severity, a.onset, a.state,
      a.written_by, a.verified_at
    from observations.allergy_now a join programs.program_name p on p.id = a.program_id cross join identity.billing_provider o
    where a.state <> 'entered-in-error' and a.patient_id = ${wanted.patientId} and ${within(wanted, sql`(a.written_at at time zone o.time_zone)::date`, sql`a.id`)}
    order by lower(a.substance), a.id`.execute(tx.db);
  return rows.map((row) => ({
    facts: factsOf(row, 'allergy', row.writtenBy, []),
    title: `${row.kind === 'intolerance' ? 'Intolerance' : 'Allergy'}: ${row.substance}${row.state === 'resolved' ? ' (resolved)' : ''}`,
    day: row.day?.toString() ?? '',
    about: [
      [
        row.programName,
        row.onset && `since ${writtenDay(row.onset.toString())}`,
        row.verifiedAt ? `checked ${writtenMoment(row.verifiedAt, row.timeZone)}` : 'not checked',
      ]
        .filter(Boolean)
        .join(', '),
    ],
    sections: section('Reaction', [row.reaction, row.severity].filter(Boolean).join(', ')),
    mentions: [],
  }));
}

/** The last statement that no allergy is known, of each program in which none was listed or withdrawn since. */
async function noneKnown(tx: Tx, wanted: Wanted): Promise<PacketRecord[]> {
  const { rows } = await sql<Provenance & { statedAt: Temporal.Instant; statedBy: string }>`
    select t.id, t.program_id, p.name as program_name, t.labels, o.time_zone, (t.stated_at at time zone o.time_zone)::date as day, t.stated_at, t.stated_by
    from (select distinct on (program_id) * from observations.allergy_statement_made where patient_id = ${wanted.patientId} order by program_id, stated_at desc, id) t
      join programs.program_name p on p.id = t.program_id cross join identity.billing_provider o
    where t.says = 'none-known' and ${within(wanted, sql`(t.stated_at at time zone o.time_zone)::date`, sql`t.id`)}
      and not exists (select from observations.allergy_now a where a.patient_id = ${wanted.patientId} and a.program_id = t.program_id and a.state = 'active' and a.written_at > t.stated_at)
    order by t.stated_at, t.id`.execute(tx.db);
  return rows.map((row) => ({
    facts: factsOf(row, 'allergy', row.statedBy, []),
    title: 'No known allergies',
    day: row.day?.toString() ?? '',
    about: [`${row.programName}, asked ${writtenMoment(row.statedAt, row.timeZone)}`],
    sections: [],
    mentions: [],
  }));
}

/** Allergies and intolerances as they hold, and that none is known where somebody asked. */
export async function allergies(tx: Tx, wanted: Wanted): Promise<PacketRecord[]> {
  return [...(await listed(tx, wanted)), ...(await noneKnown(tx, wanted))];
}
