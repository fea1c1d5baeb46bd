import { sql } from 'kysely';
import { NotFound, type Tx } from '#server/platform/index.ts';
import type { OpenStay } from '../screenings/screenings.store.ts';
import type { ActKind, Waiting } from './wait.ts';
import type { DoForWaiting } from './waitlist.contract.ts';

/** An act with who did it. */
export interface ActRow {
  readonly kind: ActKind;
  readonly what: string;
  readonly note: string;
  readonly at: Temporal.Instant;
  readonly madeByName: string;
}

/** Somebody on the list, with all that was done in the order of its moments. */
export interface WaitRow extends Waiting {
  readonly patientId: string;
  readonly programId: string;
  readonly programName: string;
  readonly episodeId: string;
  readonly name: string;
  readonly mrn: string;
  readonly phone: string | null;
  readonly acts: readonly ActRow[];
}

type Told = Omit<WaitRow, 'acts'> & { readonly acts: readonly (Omit<ActRow, 'at'> & { readonly at: string })[] };

const wait = sql`select w.id, w.patient_id, w.program_id, coalesce(p.name, '') as program_name, w.episode_id, coalesce(n.display_name, '') as name, coalesce(n.mrn, '') as mrn,
    s.phone, w.priority, w.since, coalesce((select json_agg(json_build_object('kind', a.kind, 'what', a.what, 'note', a.note, 'at', a.at, 'madeByName', coalesce(m.display_name, ''))
      order by a.at, a.recorded_at) from intake.act a left join identity.staff_name m on m.id = a.made_by where a.wait_id = w.id), '[]') as acts
  from intake.wait w left join programs.program_name p on p.id = w.program_id left join patients.patient_name n on n.id = w.patient_id
    left join patients.claim_subject s on s.id = w.patient_id where w.ended_at is null`;

const read = (row: Told): WaitRow => ({ ...row, acts: row.acts.map((act) => ({ ...act, at: Temporal.Instant.from(act.at) })) });

/** Everybody who waits in a program, or in all within reach. */
export async function everybodyWaiting(tx: Tx, programId: string | undefined): Promise<readonly WaitRow[]> {
  const { rows } = await sql<Told>`${wait} and (${programId ?? null}::uuid is null or w.program_id = ${programId ?? null}::uuid)`.execute(tx.db);
  return rows.map(read);
}

/** One who waits, locked until the transaction ends. Throws NotFound for none within reach and for one who waits no more. */
export async function lockWait(tx: Tx, waitId: string): Promise<WaitRow> {
  const { rows } = await sql<Told>`${wait} and w.id = ${waitId} for update of w`.execute(tx.db);
  if (!rows[0]) throw new NotFound('Wait');
  return read(rows[0]);
}

/** Puts somebody on the list; nothing when they are on it. Tells whether they were put there. */
export async function insertWait(tx: Tx, of: OpenStay, put: { id: string; priority: string; since: Temporal.Instant }): Promise<boolean> {
  const { rows } = await sql`insert into intake.wait (id, patient_id, program_id, episode_id, priority, since, put_by)
    values (${put.id}, ${of.patientId}, ${of.programId}, ${of.id}, ${put.priority}, ${put.since}, ${tx.actor.id}::uuid) on conflict do nothing returning id`.execute(
    tx.db,
  );
  return rows.length > 0;
}

/** When the first call about a stay came; undefined when none is joined to it. */
export async function firstCallOf(tx: Tx, episodeId: string): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`select min(called_at) as at from intake.call where episode_id = ${episodeId}`.execute(tx.db);
  return rows[0]?.at ?? undefined;
}

/** Moves who waits to the class that later answers put them in. */
export async function reprioritise(tx: Tx, episodeId: string, priority: string): Promise<void> {
  await sql`update intake.wait set priority = ${priority} where episode_id = ${episodeId} and ended_at is null`.execute(tx.db);
}

/** Writes an act; nothing when it is there already. */
export async function insertAct(tx: Tx, of: WaitRow, act: DoForWaiting & { readonly moment: Temporal.Instant }): Promise<void> {
  await sql`insert into intake.act (id, patient_id, program_id, wait_id, kind, what, note, at, made_by, recorded_at)
    values (${act.id}, ${of.patientId}, ${of.programId}, ${of.id}, ${act.kind}, ${act.what}, ${act.note}, ${act.moment}, ${tx.actor.id}::uuid, ${tx.now})
    on conflict do nothing`.execute(tx.db);
}

/** Ends the wait of a stay, when somebody waits in it. */
export async function endWait(tx: Tx, of: { waitId: string } | { episodeId: string }, reason: string): Promise<void> {
  const which = 'waitId' in of ? sql`id = ${of.waitId}` : sql`episode_id = ${of.episodeId}`;
  await sql`update intake.wait set ended_at = ${tx.now}, end_reason = ${reason}, ended_by = ${tx.actor.id}::uuid where ${which} and ended_at is null`.execute(tx.db);
}
