import { action, Invalid, NotFound } from '#server/platform/index.ts';
import { digestOf } from '../signatures/digest.ts';
import { canonicalJson } from '../signatures/seal.rules.ts';
import { faultsOfForm } from './form-faults.rules.ts';
import { questionnaireOf, templateOf, type Questionnaire } from './questionnaire.rules.ts';
import type { TemplateForm } from './template.ts';
import { insertVersion, newestTemplate } from './templates.store.ts';

interface PublishInput {
  readonly code: string;
  readonly name: string;
  readonly form?: TemplateForm | undefined;
  readonly questionnaire?: Questionnaire | undefined;
}

function formOf({ form, questionnaire }: PublishInput): TemplateForm {
  if (form) return form;
  try {
    if (questionnaire) return templateOf(questionnaire).form;
  } catch (error) {
    throw new Invalid([
      { at: 'questionnaire', says: `This Questionnaire does not make a note template: ${error instanceof Error ? error.message.slice(0, 300) : 'it cannot be read'}` },
    ]);
  }
  throw new Invalid([{ at: 'form', says: 'Send the form, or a Questionnaire that holds it.' }]);
}

/** Publishes a form as the next version of its template. Notes and drafts that were begun keep theirs; the same form again is no new version. */
export const publishTemplate = action('template.publish', async (tx, input: PublishInput) => {
  const form = formOf(input);
  const faults = faultsOfForm(form);
  if (faults.length > 0) throw new Invalid(faults.map(({ at, says }) => ({ at: `form.${at}`, says })));
  const digest = digestOf(canonicalJson(form));
  const standing = await newestTemplate(tx, input.code);
  if (standing?.digest === digest && standing.name === input.name) return standing;
  await insertVersion(tx, { code: input.code, version: (standing?.version ?? 0) + 1, name: input.name, form, digest, publishedBy: tx.actor.id });
  const published = await newestTemplate(tx, input.code);
  if (!published) throw new NotFound('Template');
  tx.touch({ kind: 'template', id: published.id });
  return published;
});

/** A template as FHIR R4 Questionnaire. */
export const exportTemplate = action(
  'template.export',
  async (tx, { code }: { code: string }) => {
    const template = await newestTemplate(tx, code);
    if (!template) throw new NotFound('Template');
    return questionnaireOf(template);
  },
  { audit: 'touched' },
);
