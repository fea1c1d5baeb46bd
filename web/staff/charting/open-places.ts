import type { DraftHeaderWire } from '#server/charting/drafts/drafts.contract.ts';
import { allFields, lackingAnswers, type Answers, type TemplateForm } from '#server/charting/templates/templates.contract.ts';

/** What still has to be filled before the signature, as places on the screen from top to bottom. Whether times and texts are right the server says. */
export function openPlaces(form: TemplateForm, header: DraftHeaderWire, answers: Answers): readonly string[] {
  const wantsWords = form.asksRisk && header.risk !== null && header.risk !== 'denied' && !answers['risk']?.trim();
  const inHeader = [
    ['header.startedAt', form.asksTimes && header.startedAt === null],
    ['header.endedAt', form.asksTimes && header.endedAt === null],
    ['header.diagnosisIds', form.asksDiagnosis && header.diagnosisIds.length === 0],
    ['header.risk', form.asksRisk && header.risk === null],
  ] as const;
  const lacking = new Set(lackingAnswers(form, answers).map(({ field }) => field));
  if (wantsWords) lacking.add('risk');
  const inForm = allFields(form).filter(({ key }) => lacking.has(key));
  return [...inHeader.filter(([, isOpen]) => isOpen).map(([at]) => at), ...inForm.map(({ key }) => `sections.${key}`)];
}
