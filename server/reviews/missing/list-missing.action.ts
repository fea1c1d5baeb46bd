import { overdueAssessments } from '#server/assessments/index.ts';
import { overduePlans } from '#server/careplans/index.ts';
import { notesToCosign, notesToSign, visitsToWrite } from '#server/charting/index.ts';
import { action, type Tx } from '#server/platform/index.ts';
import { missingDocuments } from './missing-documents.action.ts';
import type { Missing } from './missing.ts';

// Further back a missing note is no longer to be written from memory; it stands in the quarterly review.
const daysBack = 90;

const endOf = (day: Temporal.PlainDate) => day.add({ days: 1 }).toZonedDateTime({ timeZone: 'UTC' }).toInstant();

type Where = Pick<Missing, 'patientId' | 'patientName' | 'programId' | 'programName'>;

const where = ({ patientId, patientName, programId, programName }: Where): Where => ({ patientId, patientName, programId, programName });

async function notesMissing(tx: Tx, staffId: string | null): Promise<Missing[]> {
  const unsigned = (await notesToSign(tx, staffId)).map(
    (draft): Missing => ({
      kind: 'unsigned-note',
      id: draft.draftId,
      what: draft.title,
      ...where(draft),
      staffId: draft.authorId,
      staffName: draft.author,
      since: draft.servedAt,
      due: draft.dueAt,
    }),
  );
  const unwritten = (await visitsToWrite(tx, tx.now.subtract({ hours: daysBack * 24 }), staffId)).map(
    (visit): Missing => ({
      kind: 'visit-without-note',
      id: visit.appointmentId,
      what: visit.title,
      ...where(visit),
      staffId: visit.clinicianId,
      staffName: visit.clinicianName,
      since: visit.startedAt,
      due: visit.dueAt,
    }),
  );
  const waiting = (await notesToCosign(tx, staffId === null ? 'all' : 'own')).map(
    (note): Missing => ({
      kind: 'awaiting-cosignature',
      id: note.noteId,
      what: `${note.title}, by ${note.author}`,
      ...where(note),
      staffId: note.askedOf,
      staffName: note.askedOfName,
      since: note.at,
      due: note.dueAt,
    }),
  );
  return [...unsigned, ...unwritten, ...waiting];
}

async function careMissing(tx: Tx, clinicianId: string | null): Promise<Missing[]> {
  const owed = (
    kind: Missing['kind'],
    what: string,
    stay: Where & { clinicianId: string | null; clinicianName: string | null; patientId: string },
    due: Temporal.PlainDate,
  ): Missing => ({
    kind,
    id: stay.patientId,
    what,
    ...where(stay),
    staffId: stay.clinicianId,
    staffName: stay.clinicianName,
    since: null,
    due: endOf(due),
  });
  const plans = (await overduePlans(tx, clinicianId)).map((stay) => owed('plan-overdue', stay.isSigned ? 'Review of the care plan' : 'First care plan', stay, stay.due));
  const assessments = (await overdueAssessments(tx, clinicianId)).map((stay) => owed('assessment-overdue', stay.abbreviation, stay, stay.dueOn));
  return [...plans, ...assessments];
}

const dayMs = 24 * 60 * 60 * 1000;

function lateness(due: Temporal.Instant | null, now: Temporal.Instant): { isOverdue: boolean; daysLate: number } {
  const lateMs = due ? now.epochMilliseconds - due.epochMilliseconds : 0;
  return { isOverdue: lateMs > 0, daysLate: Math.max(0, Math.floor(lateMs / dayMs)) };
}

/** What should be in charts and is not, as the parts that keep it say; of everybody for who reviews, else of oneself. What is latest stands first. */
export const listMissing = action('missing-documentation.list', async (tx) => {
  const staffId = tx.actor.permissions.has('review.write') ? null : tx.actor.id;
  const all = [...(await notesMissing(tx, staffId)), ...(await careMissing(tx, staffId)), ...(await missingDocuments(tx, staffId))];
  tx.touch({ kind: 'missing-documentation', patientId: [...new Set(all.map(({ patientId }) => patientId))] });
  const items = all.map((each) => ({ ...each, ...lateness(each.due, tx.now) }));
  return {
    isOfEverybody: staffId === null,
    items: items.toSorted((one, other) => (one.due?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER) - (other.due?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER)),
  };
});
