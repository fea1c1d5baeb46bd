import type { Obstacle } from '#server/platform/index.ts';
import type { DraftHeader, DraftSection } from '../drafts/draft.ts';
import { unresolvedMark } from '../drafts/draft-merge.rules.ts';
import { answerKeys, lackingAnswers } from '../templates/form.rules.ts';
import type { TemplateForm } from '../templates/template.ts';

/** A draft with all that decides whether it can be signed. */
export interface Signable {
  readonly authorId: string;
  readonly header: DraftHeader;
  readonly sections: readonly DraftSection[];
  readonly form: TemplateForm;
  /** Entries of the problem list that still stand, of those that the header names. */
  readonly standingDiagnosisIds: readonly string[];
  readonly appointmentStatus: string | null;
}

const longestSessionHours = 12;

function textOf({ sections }: Signable, key: string): string {
  return sections.find((section) => section.key === key)?.text.trim() ?? '';
}

function obstaclesInTimes({ header: { startedAt, endedAt }, form }: Signable, now: Temporal.Instant): Obstacle[] {
  if (!form.asksTimes) return [];
  if (startedAt === null || endedAt === null) return [{ code: 'note.times-missing', says: 'Enter when the session began and ended.', at: 'header.startedAt' }];
  const [start, end] = [Temporal.Instant.from(startedAt), Temporal.Instant.from(endedAt)];
  if (Temporal.Instant.compare(start, end) >= 0) return [{ code: 'note.ends-before-start', says: 'The session must end after it began.', at: 'header.endedAt' }];
  if (Temporal.Instant.compare(end, now) > 0)
    return [{ code: 'note.ends-in-future', says: 'The session has not ended yet by these times. Enter the actual end.', at: 'header.endedAt' }];
  if (start.until(end).total('hours') > longestSessionHours)
    return [{ code: 'note.too-long', says: 'A session of more than twelve hours is surely a slip. Check both times.', at: 'header.endedAt' }];
  if (start.until(end).total('minutes') < 1) return [{ code: 'note.too-short', says: 'A session lasts a minute at least. Check both times.', at: 'header.endedAt' }];
  return [];
}

function obstaclesInRisk(draft: Signable): Obstacle[] {
  if (!draft.form.asksRisk) return [];
  if (draft.header.risk === null) return [{ code: 'note.risk-missing', says: 'Answer the question of risk.', at: 'header.risk' }];
  if (draft.header.risk === 'denied' || textOf(draft, 'risk') !== '') return [];
  const says = draft.header.risk === 'present' ? 'Risk is present: say what, since when, and what was done.' : 'Say why risk was not assessed.';
  return [{ code: 'note.risk-undescribed', says, at: 'sections.risk' }];
}

function obstaclesInDiagnoses({ form, header, standingDiagnosisIds }: Signable): Obstacle[] {
  if (!form.asksDiagnosis) return [];
  if (header.diagnosisIds.length === 0) return [{ code: 'note.diagnosis-missing', says: 'Choose the diagnosis that the session addressed.', at: 'header.diagnosisIds' }];
  const gone = header.diagnosisIds.some((diagnosisId) => !standingDiagnosisIds.includes(diagnosisId));
  return gone ? [{ code: 'note.diagnosis-gone', says: 'A diagnosis chosen here is no longer on the problem list. Choose again.', at: 'header.diagnosisIds' }] : [];
}

function obstaclesInText(draft: Signable): Obstacle[] {
  const answers = Object.fromEntries(draft.sections.map(({ key, text }) => [key, text]));
  const missing = lackingAnswers(draft.form, answers).map(({ field, says }) => ({ code: 'note.section-empty', says, at: `sections.${field}` }));
  const known = answerKeys(draft.form);
  const left = draft.sections
    .filter((section) => section.text.trim() !== '' && !known.includes(section.key))
    .map((section) => ({
      code: 'note.left-over',
      says: 'Words from the form before are in no section of this one. Move them or clear them.',
      at: `sections.${section.key}`,
    }));
  const unresolved = draft.sections
    .filter((section) => unresolvedMark.test(section.text))
    .map((section) => ({
      code: 'note.both-kept',
      says: 'Two people changed the same words. Decide between the ⟦marked⟧ texts and remove the marks.',
      at: `sections.${section.key}`,
    }));
  return [...missing, ...left, ...unresolved];
}

/**
 * What stands between a draft and its signature, all of it; empty when it can be signed. Start and stop, risk, diagnosis and
 * required sections: the common header of every clinical note.
 */
export function obstaclesToSigning(draft: Signable, signerId: string | null, now: Temporal.Instant): Obstacle[] {
  const found: Obstacle[] = [];
  if (draft.authorId !== signerId) found.push({ code: 'note.not-yours', says: 'Only the clinician whose note this is can sign it.', at: 'authorId' });
  if (!draft.form.aboutAbsence && (draft.appointmentStatus === 'cancelled' || draft.appointmentStatus === 'no-show')) {
    found.push({
      code: 'note.appointment-off',
      says: `The appointment is ${draft.appointmentStatus === 'cancelled' ? 'cancelled' : 'marked as not attended'}. Correct the schedule first.`,
      at: 'appointmentId',
    });
  }
  return [...found, ...obstaclesInTimes(draft, now), ...obstaclesInRisk(draft), ...obstaclesInDiagnoses(draft), ...obstaclesInText(draft)];
}

/** Whole minutes from start to end; a begun minute does not count. */
export function minutesBetween(startedAt: Temporal.Instant, endedAt: Temporal.Instant): number {
  return Math.floor(startedAt.until(endedAt).total('minutes'));
}

/** Sections with words that the signer was never shown. */
export function unreadSections(sections: readonly DraftSection[], seen: Readonly<Record<string, number>>): Obstacle[] {
  return sections
    .filter(({ key, text }) => text.trim() !== '' && seen[key] === undefined)
    .map(({ key }) => ({ code: 'note.unread', says: 'Open it and read it before you sign.', at: `sections.${key}` }))
    .slice(0, 1);
}

/** Sections whose words are no longer those on the signer's screen. */
export function changedSinceRead(sections: readonly DraftSection[], seen: Readonly<Record<string, number>>): Obstacle[] {
  return sections
    .filter((section) => seen[section.key] !== undefined && seen[section.key] !== section.version)
    .map((section) => ({ code: 'note.changed-since-read', says: 'Someone wrote here since you last looked. Read it, then sign.', at: `sections.${section.key}` }));
}
