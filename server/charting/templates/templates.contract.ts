import { z } from 'zod';
import { TemplateField, TemplateForm, TemplateSection } from './template.ts';

export { cellsOf, textOfCells, withCell, type Cells } from './answer.rules.ts';
export { exampleAnswers } from './example.rules.ts';
export { allFields, answerKeys, carriedKey, faultsOfForm, fieldsOf, isAnswered, isAsked, lackingAnswers, scoreOf, visibleSections, type Answers } from './form.rules.ts';
export { renderedSections, rowsOf, type RenderedPart, type RenderedSection } from './rendering.rules.ts';
export { measures, type FieldKind, type FieldOf } from './template.ts';
export { TemplateField, TemplateForm, TemplateSection };

export const Template = z.object({ id: z.uuid(), code: z.string(), version: z.int(), name: z.string(), form: TemplateForm });
export const TemplateList = z.object({ items: z.array(Template) });

export type Template = z.infer<typeof Template>;
