import { overdueAssessments } from '#server/assessments/index.ts';
import { overduePlans } from '#server/careplans/index.ts';
import { notesToCosign, notesToSign, visitsToWrite } from '#server/charting/index.ts';
import { action, type Tx } from '#server/platform/index.ts';
import { missingDocuments } from './missing-documents.action.ts';
import type { Missing } from './missing.ts';

// Further back a missing note is no longer to be written from memory; it stands in the quarterly review.
const daysBack = 90;

const endOf = (day: Temporal.PlainDate) => day.add({ days: 1 }).toZonedDateTime({ timeZone: 'UTC' }).toInstant();

async function notesMissing(tx: Tx, staffId: string | null): Promise<Missing[]> {
  const unsigned = (await notesToSign(tx, staffId)).map(
    ({ draftId, title, authorId, author, servedAt, dueAt, patientId, patientName, programId, programName }): Missing => ({
      ...{ kind: 'unsigned-note', id: draftId, what: title, patientId, patientName, programId, programName },
      ...{ staffId: authorId, staffName: author, since: servedAt, due: dueAt },
    }),
  );
  const unwritten = (await visitsToWrite(tx, tx.now.subtract({ hours: daysBack * 24 }), staffId)).map(
    ({ appointmentId, title, clinicianId, clinicianName, startedAt, dueAt, patientId, patientName, programId, programName }): Missing => ({
      ...{ kind: 'visit-without-note', id: appointmentId, what: title, patientId, patientName, programId, programName },
      ...{ staffId: clinicianId, staffName: clinicianName, since: startedAt, due: dueAt },
    }),
  );
  const waiting = (await notesToCosign(tx, staffId === null ? 'all' : 'own')).map(
    ({ noteId, title, author, askedOf, askedOfName, at, dueAt, patientId, patientName, programId, programName }): Missing => ({
      ...{ kind: 'awaiting-cosignature', id: noteId, what: `${title}, by ${author}`, patientId, patientName, programId, programName },
      ...{ staffId: askedOf, staffName: askedOfName, since: at, due: dueAt },
    }),
  );
  return [...unsigned, ...unwritten, ...waiting];
}

async function careMissing(tx: Tx, clinicianId: string | null): Promise<Missing[]> {
  const plans = (await overduePlans(tx, clinicianId)).map(
    ({ patientId, patientName, programId, programName, clinicianId: staffId, clinicianName: staffName, due, isSigned }): Missing => ({
      ...{ kind: 'plan-overdue', id: patientId, what: isSigned ? 'Review of the care plan' : 'First care plan', patientId, patientName, programId, programName },
      ...{ staffId, staffName, since: null, due: endOf(due) },
    }),
  );
  const assessments = (await overdueAssessments(tx, clinicianId)).map(
    ({ patientId, patientName, programId, programName, clinicianId: staffId, clinicianName: staffName, abbreviation, dueOn }): Missing => ({
      ...{ kind: 'assessment-overdue', id: patientId, what: abbreviation, patientId, patientName, programId, programName },
      ...{ staffId, staffName, since: null, due: endOf(dueOn) },
    }),
  );
  return [...plans, ...assessments];
}

/** What should be in charts and is not, as the parts that keep it say; of everybody for who reviews, else of oneself. What is latest stands first. */
export const listMissing = action('missing-documentation.list', async (tx) => {
  const staffId = tx.actor.permissions.has('review.write') ? null : tx.actor.id;
  const all = [...(await notesMissing(tx, staffId)), ...(await careMissing(tx, staffId)), ...(await missingDocuments(tx, staffId))];
  tx.touch({ kind: 'missing-documentation', patientId: [...new Set(all.map(({ patientId }) => patientId))] });
  const late = (due: Temporal.Instant | null) => (due ? Math.max(0, Math.floor(tx.now.since(due).total('days'))) : 0);
  const items = all.map((each) => ({ ...each, isOverdue: each.due !== null && Temporal.Instant.compare(each.due, tx.now) < 0, daysLate: late(each.due) }));
  return {
    isOfEverybody: staffId === null,
    items: items.toSorted((one, other) => (one.due?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER) - (other.due?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER)),
  };
});
