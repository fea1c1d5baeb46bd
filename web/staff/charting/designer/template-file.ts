import { designOf, type DesignedForm } from '#server/charting/designs/designs.contract.ts';
import { Questionnaire, questionnaireOf, TemplateForm, templateOf } from '#server/charting/templates/templates.contract.ts';

/** What a file brought. */
export interface BroughtTemplate {
  readonly code: string;
  readonly name: string;
  readonly form: DesignedForm;
  /** What was left out because it is not of this organisation. */
  readonly left: readonly string[];
}

function codeOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-$/g, '');
  return plain.slice(0, 40) || 'imported';
}

function ownPrograms({ programs, ...form }: DesignedForm, known: readonly string[]): { form: DesignedForm; left: readonly string[] } {
  const ours = programs?.filter((id) => known.includes(id)) ?? [];
  const left = ours.length < (programs?.length ?? 0) ? ['Programs of another organisation were left out.'] : [];
  return { form: ours.length > 0 ? { ...form, programs: ours } : form, left };
}

/** The template in a file: as Mooring writes it, or a FHIR R4 Questionnaire. Throws with words for the screen when it is neither. */
export function templateInFile(text: string, knownPrograms: readonly string[]): BroughtTemplate {
  let json: { readonly resourceType?: unknown; readonly code?: unknown; readonly name?: unknown; readonly title?: unknown; readonly form?: unknown };
  try {
    json = JSON.parse(text) as typeof json;
  } catch {
    throw new Error('This file is not JSON. Choose a template that was exported as a file, or a FHIR Questionnaire.');
  }
  if (json.resourceType === 'Questionnaire') {
    const questionnaire = Questionnaire.safeParse(json);
    if (!questionnaire.success) throw new Error('This Questionnaire lacks what FHIR R4 asks for: a title, a status and items.');
    const { name, form } = templateOf(questionnaire.data);
    return { code: codeOf(questionnaire.data.name ?? name), name, ...ownPrograms(designOf(form), knownPrograms) };
  }
  const form = TemplateForm.safeParse(json.form);
  if (!form.success) {
    const [issue] = form.error.issues;
    throw new Error(`This is no note template: ${issue ? `${issue.path.join('.')} ${issue.message}` : 'it has no form'}`);
  }
  const name = typeof json.name === 'string' ? json.name : 'Imported template';
  return { code: typeof json.code === 'string' ? codeOf(json.code) : codeOf(name), name, ...ownPrograms(designOf(form.data), knownPrograms) };
}

/** A template as a file to take along: Mooring's own, or a FHIR R4 Questionnaire. */
export function fileOf(kind: 'json' | 'questionnaire', template: { code: string; name: string; version: number; form: DesignedForm }): { name: string; text: string } {
  const { code, name, version } = template;
  const form = TemplateForm.parse(template.form);
  const content = kind === 'json' ? { code, name, version, form } : questionnaireOf({ code, name, version, form });
  return { name: `${code}.${kind === 'json' ? 'template' : 'questionnaire'}.json`, text: JSON.stringify(content, null, 2) };
}
