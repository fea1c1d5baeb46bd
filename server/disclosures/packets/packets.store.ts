import { sql, type Generated, type Updateable } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { PacketRow } from './packet.ts';

interface PacketTables {
  'disclosures.packet': Omit<PacketRow, 'facts'> & { facts: unknown; labels: Generated<string[]> };
}

const columns = [
  'id',
  'number',
  'patientId',
  'programId',
  'partyId',
  'lane',
  'facts',
  'classes',
  'periodFrom',
  'periodTo',
  'recordIds',
  'channel',
  'state',
  'says',
  'sha256',
  'pages',
  'fileId',
  'disclosureId',
  'preparedAt',
  'preparedBy',
  'releasedAt',
  'releasedBy',
] as const;

const tables = (tx: Tx) => within<PacketTables>(tx);

/** A number that no packet had and none will have. */
export async function nextNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ next: number }>`select nextval('disclosures.packet_number') as next`.execute(tx.db);
  return Number(rows[0]?.next);
}

/** Keeps a rehearsed packet. */
export async function insertPacket(tx: Tx, row: PacketRow & { labels: string[] }): Promise<void> {
  await tables(tx)
    .insertInto('disclosures.packet')
    .values({ ...row, facts: JSON.stringify(row.facts) })
    .execute();
}

/** One packet; locked until the transaction ends unless it is only looked at. Throws `NotFound`. */
export async function packetOf(tx: Tx, id: string, lock: 'change' | 'nothing' = 'change'): Promise<PacketRow> {
  const asked = tables(tx).selectFrom('disclosures.packet').select(columns).where('id', '=', id);
  const row = await (lock === 'change' ? asked.forUpdate() : asked).executeTakeFirst();
  if (!row) throw new NotFound('Packet');
  return row as PacketRow;
}

/** Moves a packet on. */
export async function updatePacket(tx: Tx, id: string, change: Updateable<Omit<PacketRow, 'facts'>>): Promise<void> {
  await tables(tx).updateTable('disclosures.packet').set(change).where('id', '=', id).execute();
}

/** Packets of a patient, the latest first. */
export async function packetsOf(tx: Tx, patientId: string): Promise<PacketRow[]> {
  return (await tables(tx)
    .selectFrom('disclosures.packet')
    .select(columns)
    .where('patientId', '=', patientId)
    .orderBy('preparedAt', 'desc')
    .limit(100)
    .execute()) as PacketRow[];
}

/** Packets that wait, were stopped or were left lying since a moment, with whose they are; the latest first. */
export async function packetsToWork(tx: Tx, since: Temporal.Instant): Promise<(PacketRow & { patientName: string })[]> {
  const { rows } = await sql<PacketRow & { patientName: string }>`
    select p.*, n.display_name as patient_name from disclosures.packet p join patients.patient_name n on n.id = p.patient_id
    where p.state = 'queued' or (p.state in ('prepared', 'stopped') and p.prepared_at >= ${since}) order by p.state = 'queued' desc, p.prepared_at desc limit 200`.execute(
    tx.db,
  );
  return rows;
}

/** Packets of a patient that wait to be sent, locked. */
export async function queuedOf(tx: Tx, patientId: string): Promise<{ id: string }[]> {
  return tables(tx).selectFrom('disclosures.packet').select('id').where('patientId', '=', patientId).where('state', '=', 'queued').execute();
}
