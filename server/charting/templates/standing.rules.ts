import { broughtOver, type Brought } from './carried.rules.ts';
import { isAsked, visibleSections, type Answers } from './form.rules.ts';
import { renderedSections } from './rendering.rules.ts';
import type { TemplateForm } from './template.ts';

/** An answer that stands from visit to visit and came from the note before, ready to be taken over. */
export interface Standing extends Brought {
  readonly key: string;
  readonly label: string;
  /** The answer in the words of a reader. */
  readonly says: string;
}

/** All that usually stands from visit to visit and is open in this note, as the note before had it. */
export function standingAnswers(form: TemplateForm, answers: Answers, before: Answers): readonly Standing[] {
  const standing = form.sections
    .flatMap(({ fields = [] }) => fields)
    .flatMap((field) => {
      if (!isAsked(field) || !('stands' in field) || !field.stands) return [];
      const brought = broughtOver(field, answers[field.key] ?? '', before[field.key] ?? '');
      return brought ? [{ key: field.key, label: field.label, ...brought }] : [];
    });
  const filled = { ...answers, ...Object.fromEntries(standing.map(({ key, value }) => [key, value])) };
  const shown = new Set(visibleSections(form, filled).flatMap(({ fields }) => fields.map(({ key }) => key)));
  const said = new Map(renderedSections(form, filled).flatMap(({ parts }) => parts.map(({ key, text }) => [key, text])));
  return standing.filter(({ key }) => shown.has(key)).map((one) => ({ ...one, says: said.get(one.key) ?? '' }));
}
