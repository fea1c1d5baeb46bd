import type { Tx } from '#server/platform/index.ts';
import { neededDocuments } from '#server/programs/index.ts';
import { documentDue, type Needed } from './due-documents.rules.ts';
import { askedElsewhere, daysBeforeAdmission, evidenceFor, type Missing } from './missing.ts';
import { lastWritten, staysGoingOn, type Stay, type Written } from './missing.store.ts';

function countsAs(document: string, { source, code }: Written): boolean {
  const evidence = evidenceFor(document);
  const codes = { form: evidence?.forms, document: evidence?.documents, panel: evidence?.panels }[source];
  return codes?.includes(code) ?? false;
}

async function standardsOf(tx: Tx, stays: readonly Stay[]) {
  const found = new Map<string, readonly Needed[]>();
  for (const programId of new Set(stays.map((stay) => stay.programId))) found.set(programId, await neededDocuments(tx, programId));
  return found;
}

/** Documents that the level of care of a stay asks for and that are not there by their day. */
export async function missingDocuments(tx: Tx, clinicianId: string | null): Promise<Missing[]> {
  const stays = await staysGoingOn(tx, clinicianId);
  const asked = await standardsOf(tx, stays);
  const written = Map.groupBy(await lastWritten(tx, [...new Set(stays.map(({ patientId }) => patientId))]), ({ patientId, programId }) => `${patientId} ${programId}`);
  return stays.flatMap(({ admittedOn, timeZone, clinicianId: staffId, clinicianName: staffName, ...stay }) => {
    const today = tx.now.toZonedDateTimeISO(timeZone).toPlainDate();
    const own = written.get(`${stay.patientId} ${stay.programId}`) ?? [];
    return (asked.get(stay.programId) ?? []).flatMap((needed): Missing[] => {
      if (askedElsewhere.includes(needed.says)) return [];
      const done = own.filter((each) => countsAs(needed.says, each)).map(({ at }) => at.toZonedDateTimeISO(timeZone).toPlainDate());
      const due = documentDue(needed, admittedOn, done, daysBeforeAdmission);
      if (due === null || Temporal.PlainDate.compare(due, today) >= 0) return [];
      const ended = due.add({ days: 1 }).toZonedDateTime({ timeZone }).toInstant();
      return [{ kind: 'document-missing', id: stay.patientId, what: needed.says, ...stay, staffId, staffName, since: null, due: ended }];
    });
  });
}
