import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of documents that a team writes. */
export const documentTiles: readonly Tile[] = [
  {
    code: 'together.mentions',
    asks: 'For me from colleagues',
    means: 'Remarks in team documents that name me and that I have not marked as done.',
    may: 'chart.read',
    rows: (tx) =>
      tileRows(
        {
          id: sql`r.id`,
          patientId: sql`r.patient_id`,
          who: sql`p.display_name`,
          what: sql`r.says`,
          at: sql`r.at`,
          opens: sql`'/team-documents/' || r.document_id`,
        },
        sql`from together.mention m join together.remark r on r.id = m.remark_id left join patients.patient_name p on p.id = r.patient_id
        where m.staff_id = ${tx.actor.id}::uuid and m.done_at is null`,
      ),
  },
  {
    code: 'together.to-close',
    asks: 'Team documents that I lead',
    means: 'Intakes and team meetings that I lead and that are not closed. Late: open for more than a week.',
    may: 'chart.read',
    rows: (tx) =>
      tileRows(
        {
          id: sql`d.id`,
          patientId: sql`d.patient_id`,
          who: sql`p.display_name`,
          what: sql`d.name || ', ' || (select count(*) filter (where s.signed_at is not null) || ' of ' || count(*) || ' sections signed' from together.section s where s.document_id = d.id)`,
          at: sql`d.opened_at`,
          isLate: sql`d.opened_at < ${tx.now}::timestamptz - interval '7 days'`,
          opens: sql`'/team-documents/' || d.id`,
        },
        sql`from together.document d left join patients.patient_name p on p.id = d.patient_id where d.lead_id = ${tx.actor.id}::uuid and d.closed_at is null`,
      ),
  },
];
