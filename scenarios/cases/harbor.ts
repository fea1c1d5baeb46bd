import { done, recordsOfIop } from '#testing/released-records.ts';
import type { Client, Clinic } from '#testing/clinic.ts';

/** The world of the cases in a real clinic: P is the Recovery IOP, under Part 2; G is the psychiatry clinic; John is the patient of P. */
export interface Harbor {
  readonly clinic: Clinic;
  readonly john: string;
  readonly programP: string;
  readonly programG: string;
  /** What P keeps of John: the chart is a diagnosis and a signed note; apart from it a counseling note. */
  readonly diagnosisId: string;
  readonly noteId: string;
  readonly counselingNoteId: string;
  readonly appointmentId: string;
}

/** Records of P by the hand of counselor A. Without `tpo` the consent that John signed on arrival is taken off the file. */
export async function harborOf(clinic: Clinic, { tpo = false } = {}): Promise<Harbor> {
  const { patientId: john, programId: programP, diagnosisId, noteId } = await recordsOfIop(clinic);
  const counselor = await clinic.as('therapist');
  const counselingNote = await done(counselor.post<{ id: string }>(`/patients/${john}/vault-notes`, { programId: programP, text: 'Apart from the chart' }));
  const [appointment] = await clinic.sql('owner', 'select id from scheduling.appointment where patient_id = $1', [john]);
  if (!tpo) await clinic.sql('owner', 'delete from privacy.consent where patient_id = $1', [john]);
  return {
    clinic,
    john,
    programP,
    programG: clinic.ids.programs.psychiatry,
    diagnosisId,
    noteId,
    counselingNoteId: counselingNote.id,
    appointmentId: String(appointment?.['id']),
  };
}

/** What a case asks for, as kinds of the case file. */
export type Asked = 'CHART' | 'CN' | 'SCHED';

/** Ids that are asked for. */
export function idsOf(harbor: Harbor, asked: readonly Asked[]): readonly string[] {
  const { diagnosisId, noteId, counselingNoteId, appointmentId } = harbor;
  const ids = { CHART: [diagnosisId, noteId], CN: [counselingNoteId], SCHED: [appointmentId] };
  return asked.flatMap((kind) => ids[kind]);
}

/** Permit when all is seen, deny when nothing is, redact between. */
export function outcomeOf(asked: readonly string[], seen: ReadonlySet<string>): string {
  const found = asked.filter((id) => seen.has(id)).length;
  return found === 0 ? 'deny' : found === asked.length ? 'permit' : 'redact';
}

/** Ids that routes show to this person, among those of the world. */
export async function seenByRoutes(harbor: Harbor, client: Client): Promise<ReadonlySet<string>> {
  const { john, noteId, appointmentId } = harbor;
  const listed = async (path: string) => {
    const { status, body } = await client.get<{ items?: { id: string }[] }>(path);
    return status === 200 ? (body.items ?? []).map(({ id }) => id) : [];
  };
  const opens = async (path: string, id: string) => ((await client.get(path)).status === 200 ? [id] : []);
  return new Set([
    ...(await listed(`/patients/${john}/diagnoses`)),
    ...(await listed(`/patients/${john}/vault-notes`)),
    ...(await opens(`/notes/${noteId}`, noteId)),
    ...(await opens(`/appointments/${appointmentId}`, appointmentId)),
  ]);
}

const tables = ['charting.diagnosis', 'charting.note', 'charting.vault_note', 'scheduling.appointment'];

interface Me {
  readonly staff: { readonly id: string };
  readonly permissions: readonly string[];
  readonly programIds: readonly string[];
}

/** Ids that the database shows to a query of the application role that says of itself what this person's session would. */
export async function seenBySql(harbor: Harbor, client: Client, purpose: string): Promise<ReadonlySet<string>> {
  const { clinic, john } = harbor;
  const me = (await client.get<Me>('/me')).body;
  const settings = {
    actor_kind: 'staff',
    actor_id: me.staff.id,
    programs: `{${me.programIds.join(',')}}`,
    permissions: me.permissions.join(','),
    purpose,
    now: clinic.clock.now().toString(),
  };
  const connection = await clinic.product.workshop.database.pool.connect();
  try {
    await connection.query('begin');
    for (const [name, value] of Object.entries(settings)) await connection.query('select set_config($1, $2, true)', [`mooring.${name}`, value]);
    const seen: string[] = [];
    for (const table of tables) seen.push(...(await connection.query<{ id: string }>(`select id from ${table} where patient_id = $1`, [john])).rows.map(({ id }) => id));
    return new Set(seen);
  } finally {
    await connection.query('rollback');
    connection.release();
  }
}

/** John is taken in by G and has an appointment with its psychiatrist. */
export async function takenInByG({ clinic, john, programG }: Harbor, { treated = true } = {}): Promise<void> {
  const desk = await clinic.as('front-desk');
  await done(desk.post('/episodes', { patientId: john, programId: programG, referredOn: '2026-11-20', source: 'self' }));
  const visit = { patientId: john, programId: programG, clinicianId: clinic.ids.staff.prescriber, typeCode: 'medication', startsAt: '2026-11-24T18:00:00Z' };
  if (treated) await done(desk.post('/appointments', visit));
}
