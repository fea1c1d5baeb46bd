import { z } from 'zod';
import { Questionnaire } from './questionnaire.rules.ts';
import { TemplateForm, type TemplateField } from './template.ts';

export { cellsOf, textOfCells, withCell, type Cells } from './answer.rules.ts';
export { broughtOver, openRows, standsAsItCame } from './carried.rules.ts';
export { exampleAnswers, openingAnswers } from './example.rules.ts';
export { allFields, carriedKey, isAsked, isUsedIn, lackingAnswers, mayCarry, scoreOf, visibleSections, type Answers } from './form.rules.ts';
export { formattedLines } from './formatted.rules.ts';
export { diagnosisLine, staleLines, takenOver, type KnownLine, type StaleLine } from './pulled.rules.ts';
export { questionnaireOf, templateOf } from './questionnaire.rules.ts';
export { renderedSections, rowsOf, type RenderedPart } from './rendering.rules.ts';
export { standingAnswers, type Standing } from './standing.rules.ts';
export { measures, pullSources, sensitivities, TemplateForm, type FieldKind, type FieldOf, type Option, type ShowIf, type Snippet } from './template.ts';
export { Questionnaire };
export type { TemplateField };

export const Template = z.object({ id: z.uuid(), code: z.string(), version: z.int(), name: z.string(), form: TemplateForm });
/** A form to publish as the next version of a template: as it is, or in a FHIR R4 Questionnaire. */
export const PublishTemplate = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'A code is small letters, digits and hyphens, a letter first.'),
  name: z.string().trim().min(1, 'Give the form a name.').max(120),
  form: TemplateForm.optional(),
  questionnaire: Questionnaire.optional(),
});
export const TemplatePath = z.object({ code: z.string() });
export const TemplateList = z.object({ items: z.array(Template) });

export type Template = z.infer<typeof Template>;
