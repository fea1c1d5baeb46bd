import type { House } from './clinic-at-work.ts';
import type { KnownAppointment, KnownDraft, KnownPatient } from './memory.ts';
import type { Json } from './person.ts';

const atOnce = 6;

async function comparePatient({ desk, memory }: House, { id, facts, coverageId, episodeId, isAdmitted }: KnownPatient): Promise<void> {
  const found = await desk.get(`/patients/${id}`);
  for (const [field, value] of Object.entries(facts))
    if (found[field] !== value) memory.breach(`patient ${id}: ${field} is ${String(found[field])}, acknowledged was ${value}`);
  const coverages = (await desk.get(`/patients/${id}/coverages`))['items'] as Json[];
  if (coverageId && !coverages.some((one) => one['id'] === coverageId)) memory.breach(`patient ${id}: coverage ${coverageId} is gone`);
  const episodes = (await desk.get(`/patients/${id}/episodes`))['items'] as Json[];
  const episode = episodes.find((one) => one['id'] === episodeId);
  if (episodeId && !episode) memory.breach(`patient ${id}: episode ${episodeId} is gone`);
  if (isAdmitted && episode?.['state'] !== 'admitted') memory.breach(`patient ${id}: admission of episode ${episodeId} is gone`);
}

async function compareAppointment({ desk, memory }: House, { id, startsAt, isAcknowledged, possible }: KnownAppointment): Promise<void> {
  if (!isAcknowledged) return;
  const found = await desk.get(`/appointments/${id}`);
  if (!Temporal.Instant.from(found['startsAt'] as string).equals(startsAt)) memory.breach(`appointment ${id} is at ${found['startsAt']}, acknowledged was ${startsAt}`);
  if (!possible.includes(found['status'] as string)) memory.breach(`appointment ${id} is ${found['status']}, acknowledged was ${possible.join(' or ')}`);
}

async function compareDraft({ therapist, memory }: House, { id, sections, noteId, isSigning }: KnownDraft): Promise<void> {
  const draft = await therapist.get(`/drafts/${id}`);
  if (noteId && draft['noteId'] !== noteId) memory.breach(`draft ${id}: its note is ${String(draft['noteId'])}, acknowledged was ${noteId}`);
  if (!isSigning && draft['state'] !== 'open') memory.breach(`draft ${id} is ${draft['state']}, and nobody signed it`);
  const note = typeof draft['noteId'] === 'string' ? await therapist.get(`/notes/${draft['noteId']}`) : undefined;
  if (note && note['intact'] !== true) memory.breach(`the note of draft ${id} does not match its digest`);
  const words = new Map(((note ?? draft)['sections'] as { key: string; text: string }[]).map(({ key, text }) => [key, text]));
  for (const [key, { acknowledged, sent }] of sections) {
    const found = words.get(key) ?? '';
    if (found !== (acknowledged ?? '') && found !== sent) memory.breach(`draft ${id}, section ${key}: found "${found}", acknowledged was "${acknowledged ?? ''}"`);
  }
}

async function comparePayments({ biller, memory }: House, patientId: string): Promise<void> {
  const ledger = await biller.get(`/patients/${patientId}/ledger`);
  const posted = (ledger['items'] as Json[]).filter(({ kind }) => kind === 'patient-payment');
  const known = [...memory.payments.values()].filter((payment) => payment.patientId === patientId);
  for (const { id, amountCents, isAcknowledged } of known) {
    const found = posted.filter((posting) => posting['id'] === id);
    if (isAcknowledged && found.length === 0) memory.breach(`payment ${id} of ${amountCents} cents is gone`);
    if (found.length > 1) memory.breach(`payment ${id} is posted ${found.length} times`);
    for (const { paidCents } of found) if (paidCents !== amountCents) memory.breach(`payment ${id} is posted with ${String(paidCents)} cents instead of ${amountCents}`);
  }
  for (const { id } of posted) if (!known.some((payment) => payment.id === id)) memory.breach(`payment ${String(id)} was never taken`);
}

async function compareAllOf(house: House, patient: KnownPatient): Promise<void> {
  await comparePatient(house, patient);
  const { appointments, drafts } = house.memory;
  for (const appointment of appointments.values()) if (appointment.patientId === patient.id) await compareAppointment(house, appointment);
  for (const draft of drafts.values()) if (draft.patientId === patient.id) await compareDraft(house, draft);
  await comparePayments(house, patient.id);
}

/** Reads back, through the API and with sessions from before the kill, all that was acknowledged about these patients. */
export async function compareRecords(house: House, patientIds: Iterable<string>): Promise<number> {
  const left = [...patientIds].flatMap((id) => house.memory.patients.get(id) ?? []);
  const count = left.length;
  const reader = async () => {
    for (let patient = left.pop(); patient; patient = left.pop()) {
      const { id } = patient;
      await compareAllOf(house, patient).catch((error: unknown) =>
        house.memory.breach(`patient ${id} could not be read: ${error instanceof Error ? error.message : 'unknown'}`),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  return count;
}
