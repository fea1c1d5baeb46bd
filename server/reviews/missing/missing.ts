import { z } from 'zod';
import content from '#content/reviews/evidence.json' with { type: 'json' };

/** What can be missing, in the order in which it is shown. */
export type MissingKind = 'unsigned-note' | 'visit-without-note' | 'awaiting-cosignature' | 'plan-overdue' | 'assessment-overdue' | 'document-missing';

/** One thing that should be in a chart and is not. */
export interface Missing {
  readonly kind: MissingKind;
  /** Of the draft, note or visit; of the patient where what is missing has no id yet. */
  readonly id: string;
  readonly what: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly programId: string;
  readonly programName: string;
  readonly staffId: string | null;
  readonly staffName: string | null;
  /** When it happened of which nothing is written; null where nothing happened. */
  readonly since: Temporal.Instant | null;
  readonly due: Temporal.Instant | null;
}

const Evidence = z.object({ forms: z.array(z.string()), documents: z.array(z.string()), panels: z.array(z.string()) });

/** What counts as a document that a level of care asks for: signed forms, filed documents, results. */
export type Evidence = z.infer<typeof Evidence>;

/** A document that a level of care asks for, with what counts as one. */
export interface AskedDocument {
  readonly levelOfCare: string;
  readonly says: string;
  readonly withinDays: number | null;
  readonly everyDays: number | null;
  readonly evidence: Evidence;
}

const parsed = z.object({ daysBeforeAdmission: z.int(), askedElsewhere: z.array(z.string()), evidence: z.record(z.string(), Evidence) }).parse(content);
export const { daysBeforeAdmission, askedElsewhere } = parsed;

/** What counts as this document; undefined where nothing is known to. */
export function evidenceFor(document: string): Evidence | undefined {
  return parsed.evidence[document];
}
