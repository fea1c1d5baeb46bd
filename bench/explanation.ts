import type { BenchServer, Caller } from './bench-server.ts';
import { row, timesOf, type Row } from './measure.ts';

interface Subject {
  readonly patientId: string;
  readonly kind: string;
  readonly recordId: string;
}

/** People and records of all kinds that can be asked about, drawn from everywhere. */
async function subjects({ raw }: BenchServer): Promise<Subject[]> {
  const { rows } = await raw.query<Subject>(
    `(select id as "patientId", 'person' as kind, id as "recordId" from patients.patient order by id limit 40)
     union all (select patient_id, 'episode', id from programs.episode order by id desc limit 40)
     union all (select patient_id, 'appointment', id from scheduling.appointment where patient_id is not null order by id limit 40)
     union all (select patient_id, 'diagnosis', id from charting.diagnosis order by id limit 40)
     union all (select patient_id, 'note', id from charting.note order by id limit 40)`,
  );
  return rows;
}

/** The slowest of many calls, one after the other. */
async function slowest(officer: Caller, rounds: number, path: (round: number) => string): Promise<number> {
  return Math.max(...(await timesOf(rounds, (round) => officer.json('GET', path(round)))));
}

/** "Why can they (not) see this" and "who can see this", asked by the privacy officer about any record. Each, not only most, is promised within 200 ms. */
export async function explanation(server: BenchServer): Promise<Row[]> {
  const officer = await server.as('privacy-officer');
  const [about, { rows: staff }] = [await subjects(server), await server.raw.query<{ id: string }>('select id from identity.staff where active order by id')];
  const asked = (round: number) => about[(round * 7) % about.length];
  const query = (round: number) => {
    const subject = asked(round);
    if (!subject) throw new Error('Nothing to explain');
    return { path: `/patients/${subject.patientId}`, query: `kind=${subject.kind}&recordId=${subject.recordId}&purpose=${round % 2 === 0 ? 'TREAT' : 'HPAYMT'}` };
  };
  const why = await slowest(officer, server.rounds, (round) => `${query(round).path}/why?${query(round).query}&staffId=${staff[round % staff.length]?.id}`);
  const who = await slowest(officer, server.rounds, (round) => `${query(round).path}/who-can-see?${query(round).query}`);
  return [row('explanation why, slowest', why, null, { target: 200 }), row('explanation who, slowest', who, null, { target: 200 })];
}
