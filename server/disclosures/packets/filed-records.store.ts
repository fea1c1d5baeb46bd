import { sql } from 'kysely';
import { files, type Tx } from '#server/platform/index.ts';
import { documentOrigin } from './document-origin.rules.ts';
import type { PacketRecord } from './packet.ts';
import { factsOf, within, type Provenance, type Wanted } from './provenance.store.ts';
import { writtenDay, writtenMoment } from './written-words.rules.ts';

interface DocumentRow extends Provenance {
  readonly fileId: string;
  readonly sha256: string;
  readonly contentType: string;
  readonly title: string;
  readonly dated: Temporal.PlainDate | null;
  readonly receivedHow: string;
  readonly receiptBasis: string;
  readonly fromWhom: string;
  readonly receivedAt: Temporal.Instant;
  readonly writtenBy: string;
}

/** Documents filed in the chart, with their pages. What was misfiled or filed in error is none. */
export async function documents(tx: Tx, wanted: Wanted): Promise<PacketRecord[]> {
  const { rows } = await sql<DocumentRow>`
    select d.id, d.program_id, p.name as program_name, d.labels, o.time_zone, coalesce(d.dated, (d.received_at at time zone o.time_zone)::date) as day, d.file_id, d.sha256, d.content_type, d.title,
      d.dated, d.received_how, d.receipt_basis, d.from_whom, d.received_at, d.written_by
    from documents.document_now d join programs.program_name p on p.id = d.program_id cross join identity.billing_provider o
    where d.state = 'filed' and d.patient_id = ${wanted.patientId} and ${within(wanted, sql`coalesce(d.dated, (d.received_at at time zone o.time_zone)::date)`, sql`d.id`)}
    order by day, d.id`.execute(tx.db);
  const records: PacketRecord[] = [];
  for (const row of rows) {
    records.push({
      facts: { ...factsOf(row, 'document', row.writtenBy, []), origin: documentOrigin(row.receiptBasis) },
      title: row.title,
      day: row.day?.toString() ?? '',
      about: [
        [
          row.programName,
          row.dated && `dated ${writtenDay(row.dated.toString())}`,
          `received ${writtenMoment(row.receivedAt, row.timeZone)} by ${row.receivedHow}`,
          row.fromWhom && `from ${row.fromWhom}`,
        ]
          .filter(Boolean)
          .join(', '),
        `SHA-256 ${row.sha256}`,
        'Its pages follow at the end of this packet, in the order of the contents.',
      ],
      sections: [],
      mentions: [],
      pages: { contentType: row.contentType, title: row.title, bytes: (await files.get(tx, row.fileId)).bytes },
    });
  }
  return records;
}
