import { Worker } from 'node:worker_threads';
import { newId } from '#server/platform/index.ts';
import type { BenchServer } from './bench-server.ts';
import { percentile, row, timesOf, type Row } from './measure.ts';

const documents = 10;
const editors = 50;

interface Item {
  readonly id: string;
}

/** Fifty people in ten documents for so many seconds, in a thread of their own: from a word typed to the answer that it is kept. Limit: the insert of one update alone. */
export function togetherSync(seconds: number) {
  return async ({ as, raw, url }: BenchServer): Promise<Row[]> => {
    const therapist = await as('therapist');
    const { rows } = await raw.query<{ patient_id: string; program_id: string }>(
      `select e.patient_id, e.program_id from programs.episode e join identity.program_membership m on m.program_id = e.program_id and m.staff_id = $1 and m.valid_to is null
       where e.ended_on is null order by e.patient_id limit $2`,
      [therapist.staffId, documents],
    );
    const sectionIds: string[] = [];
    for (const { patient_id: patientId, program_id: programId } of rows) {
      const made = await therapist.json<{ sections: Item[] }>('POST', `/patients/${patientId}/team-documents`, { id: newId(), programId, templateCode: 'team-meeting' });
      sectionIds.push(made.sections[0]?.id ?? '');
    }
    const worker = new Worker(new URL('./together-editors.ts', import.meta.url), {
      workerData: { url, cookie: therapist.cookie, sectionIds, editors, seconds },
    });
    const { promise, resolve, reject } = Promise.withResolvers<number[]>();
    worker.on('message', resolve);
    worker.on('error', reject);
    const measured = await promise;
    const limit = await timesOf(200, () =>
      raw.query(
        `insert into together.section_update (section_id, patient_id, program_id, content, author_id, at) select id, patient_id, program_id, $2, $3, now() from together.section where id = $1`,
        [sectionIds[0], Buffer.alloc(40), therapist.staffId],
      ),
    );
    return [row(`together sync p95, ${editors} editors`, percentile(measured, 0.95), percentile(limit, 0.95), { target: 50 })];
  };
}
