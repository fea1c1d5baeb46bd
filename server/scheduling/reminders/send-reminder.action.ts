import { action, id, mail, newId, Unavailable, type Tx } from '#server/platform/index.ts';
import { person, waysToPatient } from '#server/patients/index.ts';
import { isReleased, part2Among, release, requireAgreement, type ReleaseRequest } from '#server/privacy/index.ts';
import { leadDue, messageOf, tellsToArrive, whenWords } from './reminder.rules.ts';
import { ways, type Remindable, type Way } from './reminder.ts';
import { drawSecrets, insertReminder, isDecided, lockRemindable } from './reminders.store.ts';

interface OpenWay {
  readonly way: Way;
  readonly to: string;
}

/** Whether an agreement binds the service that carries such messages (42 CFR 2.11; 45 CFR 164.502(e)). A call is made by the same service as a text. */
async function isBound(tx: Tx, way: Way): Promise<boolean> {
  try {
    await requireAgreement(tx, way === 'email' ? 'mail' : 'text-messages');
    return true;
  } catch (error) {
    if (error instanceof Unavailable) return false;
    throw error;
  }
}

/** The first way that the patient allows, that leads somewhere, and whose carrier is bound; undefined when there is none. */
async function openWay(tx: Tx, patientId: string, email: string | null): Promise<OpenWay | undefined> {
  for (const { channel, phone } of await waysToPatient(tx, patientId, ways)) {
    const way = ways.find((one) => one === channel);
    const domain = way === 'text' ? tx.config.MOORING_TEXT_DOMAIN : tx.config.MOORING_VOICE_DOMAIN;
    const to = way === 'email' ? email : phone && `${phone.replaceAll(/\D/g, '')}@${domain}`;
    if (way && to && (await isBound(tx, way))) return { way, to };
  }
  return undefined;
}

async function requestOf(tx: Tx, { appointmentId, patientId, programId, startsAt, timeZone }: Remindable): Promise<ReleaseRequest> {
  const isPart2 = (await part2Among(tx, [programId])).has(programId);
  const record = {
    id: appointmentId,
    class: 'schedule' as const,
    programId,
    part2: isPart2 ? ('yes' as const) : ('no' as const),
    labels: [],
    originatorId: null,
    date: startsAt.toZonedDateTimeISO(timeZone).toPlainDate(),
    origin: { kind: 'made-here' as const },
    encounterId: null,
    deidentified: false,
    minorConsentedAlone: false,
    references: [],
  };
  return { patientId, partyId: patientId, purpose: 'PATRQT', records: [record], channel: 'patient-mail', what: 'Reminder of an appointment: day and time' };
}

type Secrets = ReturnType<typeof drawSecrets>;

function keep(tx: Tx, due: Remindable, lead: string, sent: { way: Way; secrets: Secrets } | null): Promise<void> {
  const { appointmentId, patientId, programId, startsAt } = due;
  return insertReminder(tx, {
    id: newId<'Reminder'>(),
    appointmentId,
    patientId,
    programId,
    startsAt,
    lead,
    channel: sent?.way ?? null,
    decidedAt: tx.now,
    expiresAt: startsAt,
    confirmHash: sent?.secrets.confirm.hash ?? null,
    cancelHash: sent?.secrets.cancel.hash ?? null,
    arriveHash: sent?.secrets.arrive?.hash ?? null,
  });
}

/** Reminds of one appointment, once for each lead, by a way that the patient allows. Where there is none that is kept too, so that the desk can call. */
export const sendReminder = action('reminder.send', async (tx, { appointmentId }: { appointmentId: string }): Promise<void> => {
  const due = await lockRemindable(tx, id('Appointment', appointmentId));
  const lead = due && leadDue(due, tx.now);
  if (!due || !lead || (await isDecided(tx, due, lead.code))) return;
  const { patientId, programId, startsAt, timeZone } = due;
  tx.touch({ kind: 'reminder', id: due.appointmentId, patientId, programId });
  const { email, language } = await person(tx, patientId);
  const open = await openWay(tx, patientId, email);
  if (!open || !isReleased(await release(tx, await requestOf(tx, due)))) return keep(tx, due, lead.code, null);
  const secrets = drawSecrets(tellsToArrive(lead, due));
  await keep(tx, due, lead.code, { way: open.way, secrets });
  // After #: what stands there is in no log and no history of a server.
  const link = (secret: string) => `${tx.config.publicUrl}/answer#${secret}`;
  const links = { confirm: link(secrets.confirm.secret), cancel: link(secrets.cancel.secret), arrive: secrets.arrive && link(secrets.arrive.secret) };
  await mail.send(tx, { to: open.to, ...messageOf(open.way, whenWords(startsAt, timeZone, language), language, links) });
});
