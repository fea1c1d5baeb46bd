import { Invalid, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { askedAnswers, faultsIn } from '../instruments/answers.rules.ts';
import type { Answers, Instrument } from '../instruments/instrument.contract.ts';
import type { Result } from '../instruments/scoring.ts';
import { criticalFindings } from '../instruments/scoring.rules.ts';
import { sealedResult } from '../instruments/sealed-result.rules.ts';
import { openPathway } from '../risk/keep-pathway.action.ts';
import { findingDue } from '../risk/risk-policy.ts';
import { keepFinding, seal, writeAnswers } from './administrations.store.ts';
import type { Administration } from './administration.ts';

/** Changes to answers: null takes one back. */
export type AnswerChanges = Readonly<Record<string, number | string | null>>;

function merged(before: Answers, changes: AnswerChanges): Answers {
  const after = { ...before, ...changes };
  return Object.fromEntries(Object.entries(after).filter((entry): entry is [string, number | string] => entry[1] !== null));
}

/** Keeps what is critical, and opens the pathway for what speaks of suicide: with the answers, or not at all. */
async function raise(tx: Tx, administration: Administration, instrument: Instrument, answers: Answers): Promise<void> {
  for (const finding of criticalFindings(instrument, answers)) {
    const isNew = await keepFinding(tx, administration, finding, findingDue(finding.concern, finding.level, tx.now));
    if (!isNew || finding.concern !== 'suicide') continue;
    const { patientId, programId, id } = administration;
    await openPathway(tx, { patientId, programId, administrationId: id, level: finding.level, says: `${instrument.abbreviation} ${finding.at}: ${finding.action}` });
  }
}

/** Keeps changed answers of an open administration; what is critical counts at once, finished or not. */
export async function keepAnswers(tx: Tx, administration: Administration, instrument: Instrument, changes: AnswerChanges): Promise<Answers> {
  if (administration.state !== 'open')
    throw new Refused('assessment.not-open', { code: 'assessment.not-open', says: 'These answers are sealed. Ask again instead of changing them.' }, 409);
  const all = merged(administration.answers, changes);
  const faults = faultsIn(instrument, all);
  if (faults.length > 0) throw new Invalid(faults);
  const answers = askedAnswers(instrument, all);
  await writeAnswers(tx, administration, answers);
  await raise(tx, administration, instrument, answers);
  return answers;
}

/** Scores and seals. Blank questions stand in the way unless whoever answers left them blank on purpose. */
export async function complete(tx: Tx, administration: Administration, instrument: Instrument, withBlanks: boolean): Promise<Result> {
  if (administration.result) return administration.result;
  const answers = await keepAnswers(tx, administration, instrument, {});
  const sealed = sealedResult(instrument, answers, administration.sex);
  const { result } = sealed;
  if (!withBlanks) refuseIf(result.blank.map((itemId) => ({ code: 'assessment.blank', says: 'This question has no answer yet.', at: `answers.${itemId}` })));
  await seal(tx, administration.id, { answers, ...sealed, completedBy: tx.actor.kind === 'staff' ? tx.actor.id : null });
  const { id: administrationId, patientId, programId, instrumentCode } = administration;
  await tx.record({ name: 'assessment.completed', payload: { administrationId, patientId, programId, instrumentCode } });
  return result;
}
