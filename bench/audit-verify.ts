import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { anchorFile, sealEntries, verifyChain } from '#server/audit/index.ts';
import type { BenchServer } from './bench-server.ts';
import { row, type Row } from './measure.ts';

const wanted = 1_000_000;
const batch = 20_000;

/** Writes entries as actions write them, until there are so many. */
async function fill(raw: pg.Client): Promise<void> {
  const { rows } = await raw.query<{ count: number }>('select count(*)::int as count from audit.entry');
  for (let count = rows[0]?.count ?? 0; count < wanted; count += batch) {
    await raw.query(
      `select count(audit.write(jsonb_build_object('at', now() - make_interval(secs => n), 'action', 'note.read', 'purpose', 'TREAT', 'actorKind', 'staff', 'actorId', uuidv7(),
         'actorName', 'Ana Rivera', 'actorRoles', '["therapist"]'::jsonb, 'patientIds', jsonb_build_array(uuidv7()), 'subjectKind', 'note', 'subjectId', uuidv7(), 'programId', uuidv7(),
         'fields', '["text"]'::jsonb, 'details', jsonb_build_object('n', n), 'sessionId', uuidv7(), 'address', '10.0.0.1', 'device', 'Mozilla/5.0 Firefox', 'traceId', uuidv7())))
       from generate_series(1, $1::int) n`,
      [Math.min(batch, wanted - count)],
    );
  }
}

/** Seconds to read the same rows from first to last and hash them, without a chain: what the machine can do at best. */
async function plainRead(raw: pg.Client): Promise<number> {
  const start = performance.now();
  const hash = createHash('sha256');
  await pipeline(raw.query(copyTo('copy audit.entry to stdout')), hash);
  hash.digest();
  return (performance.now() - start) / 1000;
}

/** Verifying the chain of a million audit entries, beside a plain sequential read of the same rows with SHA-256. */
export async function auditVerify({ product, raw }: BenchServer): Promise<Row[]> {
  const { workshop } = product;
  await fill(raw);
  await sealEntries(workshop);
  await raw.query('vacuum analyze audit.entry');
  const limit = await plainRead(raw);
  const start = performance.now();
  const { faults } = await verifyChain(workshop.database, anchorFile(workshop.config.dataDirectory));
  const seconds = (performance.now() - start) / 1000;
  if (faults[0]) throw new Error(`The chain of the bench does not hold: ${faults[0].says}`);
  return [row('audit verify 1M', seconds, limit, { unit: 's', target: 20 })];
}
