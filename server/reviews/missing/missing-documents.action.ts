import type { Tx } from '#server/platform/index.ts';
import { neededDocuments } from '#server/programs/index.ts';
import { askedElsewhere, daysBeforeAdmission, evidenceFor, type Missing } from './missing.ts';
import { documentsMissing } from './missing.store.ts';

const nothing = { forms: [], documents: [], panels: [] };
const asked = neededDocuments.filter(({ says }) => !askedElsewhere.includes(says)).map((needed) => ({ ...needed, evidence: evidenceFor(needed.says) ?? nothing }));

/** Documents that the level of care of a stay asks for and that are not there by their day. */
export async function missingDocuments(tx: Tx, clinicianId: string | null): Promise<Missing[]> {
  return (await documentsMissing(tx, clinicianId, asked, daysBeforeAdmission)).map((missing) => ({
    kind: 'document-missing',
    id: missing.patientId,
    since: null,
    ...missing,
  }));
}
