import { action } from '#server/platform/index.ts';
import { findingsOf, lockAdministration } from '../administrations/administrations.store.ts';
import { complete, keepAnswers, type AnswerChanges } from '../administrations/keep-answers.action.ts';
import { versionById } from '../instruments/instruments.store.ts';
import { riskPolicy } from '../risk/risk-policy.ts';
import { actAsHolder, closeLinks } from './links.store.ts';

/** Opens the questions of a link. */
export const openByLink = action(
  'assessment.open-by-link',
  async (tx, { token }: { token: string }) => {
    const administration = await lockAdministration(tx, await actAsHolder(tx, token));
    const { id, patientId, programId, versionId, answers, mode } = administration;
    tx.touch({ kind: 'assessment', id, patientId, programId, details: { by: 'link' } });
    const { schemaVersion, instruction, optionSets, items, language, administration: how, licence } = await versionById(tx, versionId);
    const instrument = { schemaVersion, instruction, optionSets, items: items.map(({ loinc: _loinc, ...item }) => item), language };
    return { instrument, minutes: how.minutes, answers, crisisWords: riskPolicy.crisisWords, isTablet: mode === 'tablet', notice: licence.statement };
  },
  { audit: 'touched' },
);

/** Keeps an answer as it is given. What is critical counts at once; the person is shown where to call. */
export const saveByLink = action(
  'assessment.save-by-link',
  async (tx, { token, answers }: { token: string; answers: AnswerChanges }) => {
    const administration = await lockAdministration(tx, await actAsHolder(tx, token));
    const { id, patientId, programId, versionId } = administration;
    tx.touch({ kind: 'assessment', id, patientId, programId, fields: Object.keys(answers), details: { by: 'link' } });
    const kept = await keepAnswers(tx, administration, await versionById(tx, versionId), answers);
    return { answers: kept, isCrisis: (await findingsOf(tx, [id])).some(({ concern }) => concern === 'suicide') };
  },
  { audit: 'touched' },
);

/** Seals the answers and ends the link. */
export const finishByLink = action(
  'assessment.finish-by-link',
  async (tx, { token, withBlanks }: { token: string; withBlanks: boolean }) => {
    const administration = await lockAdministration(tx, await actAsHolder(tx, token));
    const { id, patientId, programId, versionId } = administration;
    tx.touch({ kind: 'assessment', id, patientId, programId, details: { by: 'link' } });
    await complete(tx, administration, await versionById(tx, versionId), withBlanks);
    await closeLinks(tx, id);
  },
  { audit: 'touched' },
);
