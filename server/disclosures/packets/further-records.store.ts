import { sql } from 'kysely';
import type { Tx } from '#server/platform/index.ts';
import type { PacketRecord } from './packet.ts';
import { factsOf, within, type Provenance, type Wanted } from './provenance.store.ts';
import { writtenMoment } from './written-words.rules.ts';

interface ResultRow extends Provenance {
  readonly title: string;
  readonly answeredBy: string;
  readonly score: number | null;
  readonly says: string | null;
  readonly completedAt: Temporal.Instant;
}

/** What assessments came to. Single answers are not part of a packet. */
export async function assessments(tx: Tx, wanted: Wanted): Promise<PacketRecord[]> {
  const { rows } = await sql<ResultRow>`
    select r.id, r.program_id, p.name as program_name, r.labels, o.time_zone, (r.completed_at at time zone o.time_zone)::date as day, r.title, r.answered_by, r.score::float8 as score, r.says, r.completed_at
    from assessments.result_to_release r join programs.program_name p on p.id = r.program_id cross join identity.billing_provider o
    where r.patient_id = ${wanted.patientId} and ${within(wanted, sql`(r.completed_at at time zone o.time_zone)::date`, sql`r.id`)} order by r.completed_at, r.id`.execute(
    tx.db,
  );
  return rows.map((row) => ({
    facts: factsOf(row, 'assessment', null, []),
    title: row.title,
    day: row.day?.toString() ?? '',
    about: [`${row.programName}, answered by the ${row.answeredBy}, ${writtenMoment(row.completedAt, row.timeZone)}`],
    sections: [{ label: 'Result', text: [row.score === null ? null : `Score ${row.score}`, row.says].filter((part) => part !== null).join(', ') || 'No score.' }],
    mentions: [],
  }));
}

interface PlanRow extends Provenance {
  readonly number: number;
  readonly content: readonly { readonly kind: string; readonly fields: Readonly<Record<string, string>> }[];
  readonly digest: string;
  readonly signedBy: string;
  readonly signedAt: Temporal.Instant;
}

const kindWords: Readonly<Record<string, string>> = { problem: 'Problem', goal: 'Goal', objective: 'Objective', intervention: 'Intervention' };

/** Signed versions of care plans. A problem that is a diagnosis tells of it: it stands among the mentions, and stays when the diagnosis does. */
export async function carePlans(tx: Tx, wanted: Wanted, listed: readonly (PacketRecord & { readonly code: string })[]): Promise<PacketRecord[]> {
  const { rows } = await sql<PlanRow>`
    select c.id, c.program_id, p.name as program_name, c.labels, o.time_zone, (c.signed_at at time zone o.time_zone)::date as day, c.number, c.content, c.digest, c.signed_by, c.signed_at
    from careplans.plan_to_release c join programs.program_name p on p.id = c.program_id cross join identity.billing_provider o
    where c.patient_id = ${wanted.patientId} and ${within(wanted, sql`(c.signed_at at time zone o.time_zone)::date`, sql`c.id`)} order by c.signed_at, c.id`.execute(
    tx.db,
  );
  return rows.map((row) => {
    const coded = row.content.filter(({ fields }) => fields['code']);
    const mentions = coded.map(({ fields }) => ({
      recordId: listed.find((one) => one.code === fields['code'] && one.facts.programId === row.programId)?.facts.id ?? row.id,
      text: [fields['code'], fields['statement']].filter(Boolean).join(' '),
    }));
    const told = mentions.filter(({ recordId }) => recordId !== row.id).map(({ recordId }) => ({ recordId, part: 'reference' as const }));
    return {
      facts: factsOf(row, 'care-plan', row.signedBy, told),
      title: `Care plan, version ${row.number}`,
      day: row.day?.toString() ?? '',
      about: [`${row.programName}, signed on ${writtenMoment(row.signedAt, row.timeZone)}`, `SHA-256 ${row.digest}`],
      sections: row.content
        .filter((entry) => !coded.includes(entry))
        .map(({ kind, fields }) => ({ label: kindWords[kind] ?? kind, text: Object.values(fields).filter(Boolean).join('; ') || 'Nothing written.' })),
      mentions,
    };
  });
}
