import type { BenchServer, Caller } from './bench-server.ts';
import { besideLimit, elapsed, percentile, row, type Row } from './measure.ts';

interface Opened {
  readonly id: string;
  readonly sections: readonly { key: string; version: number }[];
  readonly diagnoses: readonly { id: string }[];
}

const texts: Readonly<Record<string, string>> = {
  goal: 'Sleep through the night again.',
  data: 'Reported two calmer evenings and one difficult one; walked each morning.',
  assessment: 'Steady progress.',
  plan: 'Continue weekly.',
};

/** A patient whom the therapist treats, with a diagnosis to choose. */
async function patientWithDiagnosis({ raw }: BenchServer, therapist: Caller): Promise<{ patientId: string; programId: string }> {
  const { rows } = await raw.query<{ patientId: string; programId: string }>(
    `select d.patient_id as "patientId", d.program_id as "programId" from charting.diagnosis d
       join identity.program_membership m on m.program_id = d.program_id and m.staff_id = $1 and m.valid_to is null
     where d.resolved is null and exists (select from programs.episode e where e.patient_id = d.patient_id and e.program_id = d.program_id and e.ended_on is null)
     order by d.patient_id limit 1`,
    [therapist.staffId],
  );
  if (!rows[0]) throw new Error('No patient to write about');
  return rows[0];
}

function openDraft(therapist: Caller, about: { patientId: string; programId: string }, id: string): Promise<Opened> {
  return therapist.json('POST', '/drafts', { id, ...about, service: 'individual-psychotherapy' });
}

function save(therapist: Caller, draft: Opened, sequence: number, suffix: string): Promise<unknown> {
  const now = Temporal.Now.instant();
  const sections = Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      { text: `${text} ${suffix}`, baseVersion: draft.sections.find((section) => section.key === key)?.version ?? 0, sequence },
    ]),
  );
  const header = {
    startedAt: now.subtract({ minutes: 50 }).toString(),
    endedAt: now.subtract({ seconds: 1 }).toString(),
    risk: 'denied',
    diagnosisIds: draft.diagnoses.slice(0, 1).map(({ id }) => id),
  };
  return therapist.json('PATCH', `/drafts/${draft.id}`, { deviceId: 'bench', sections, header });
}

/** Limit of a write: one small row, committed to disk. */
async function prepareRawWrite({ raw }: BenchServer): Promise<() => Promise<unknown>> {
  await raw.query('create table if not exists public.bench_write (id uuid primary key default uuidv7(), text text not null)');
  return () => raw.query('insert into public.bench_write (text) values ($1)', [JSON.stringify(texts)]);
}

/** One pause of the typist: one section sent, merged, kept. Limit: one committed row. */
export async function noteAutosave(server: BenchServer): Promise<Row[]> {
  const therapist = await server.as('therapist');
  const write = await prepareRawWrite(server);
  const draft = await openDraft(therapist, await patientWithDiagnosis(server, therapist), crypto.randomUUID());
  const key = 'data';
  let version = draft.sections.find((section) => section.key === key)?.version ?? 0;
  let sequence = 0;
  const { value, limit } = await besideLimit(
    server.rounds,
    async () => {
      sequence += 1;
      const text = `${texts[key]} ${'And then a little more. '.repeat(sequence % 40)}`;
      const saved = await therapist.json<{ versions: Record<string, number> }>('PATCH', `/drafts/${draft.id}`, {
        deviceId: 'bench',
        sections: { [key]: { text, baseVersion: version, sequence } },
      });
      version = saved.versions[key] ?? version;
    },
    write,
  );
  return [row('note autosave p95', value, limit, { target: 15 })];
}

/** A whole note sealed, its encounter announced. Limit: one committed row. */
export async function noteSign(server: BenchServer): Promise<Row[]> {
  const therapist = await server.as('therapist');
  const write = await prepareRawWrite(server);
  const about = await patientWithDiagnosis(server, therapist);
  const measured: number[] = [];
  const limits: number[] = [];
  const opened: number[] = [];
  const rounds = Math.floor(server.rounds / 2) + 5;
  for (let round = 0; round < rounds; round += 1) {
    let draft: Opened | undefined;
    const openTime = await elapsed(async () => {
      draft = await openDraft(therapist, about, crypto.randomUUID());
    });
    if (!draft) throw new Error('The draft did not open');
    const { id } = draft;
    await save(therapist, draft, 1, String(round));
    const signTime = await elapsed(() => therapist.json('POST', `/drafts/${id}/signature`));
    const limit = await elapsed(write);
    // The first few warm up and are not counted.
    if (round >= 5) {
      opened.push(openTime);
      measured.push(signTime);
      limits.push(limit);
    }
  }
  const best = percentile(limits, 0.95);
  return [row('draft open p95', percentile(opened, 0.95), best), row('note sign p95', percentile(measured, 0.95), best, { target: 30 })];
}
