import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test as pure } from 'vitest';
import { clinicTest as test, type Client } from '#testing/clinic.ts';
import type { DraftReply } from '../drafts/drafts.contract.ts';
import type { NoteReply } from '../notes/notes.contract.ts';
import { exampleAnswers } from './example.rules.ts';
import { faultsOfForm } from './form-faults.rules.ts';
import { answerKeys, isUsedIn, lackingAnswers } from './form.rules.ts';
import { Questionnaire, questionnaireOf, templateOf } from './questionnaire.rules.ts';
import { renderedSections } from './rendering.rules.ts';
import type { Template } from './templates.contract.ts';
import { TemplateForm } from './template.ts';

interface Kinds {
  readonly types: readonly { readonly code: string; readonly noteTemplate: string; readonly noteTemplates?: Readonly<Record<string, string>> }[];
}
const kinds = JSON.parse(await readFile(join(import.meta.dirname, '..', '..', '..', 'content', 'appointment-types.json'), 'utf8')) as Kinds;
const folder = join(import.meta.dirname, '..', '..', '..', 'content', 'note-templates');
const shipped = await Promise.all(
  (await readdir(folder)).map(async (name) => ({ name, form: TemplateForm.parse((JSON.parse(await readFile(join(folder, name), 'utf8')) as { form: unknown }).form) })),
);

describe('each shipped template', () => {
  pure.each(shipped)('$name is whole, asks for something, and is complete once it is filled', ({ form }) => {
    expect(faultsOfForm(form)).toEqual([]);
    expect(lackingAnswers(form, {}).length).toBeGreaterThan(0);
    expect(lackingAnswers(form, exampleAnswers(form))).toEqual([]);
    expect(
      renderedSections(form, exampleAnswers(form))
        .flatMap((section) => section.text)
        .join(''),
    ).not.toContain('\u001f');
  });

  pure.each(shipped)('$name goes to a FHIR Questionnaire and back without loss', ({ form }) => {
    const sent = Questionnaire.parse(JSON.parse(JSON.stringify(questionnaireOf({ code: 'shipped', version: 1, name: 'Shipped', form }))));
    expect(templateOf(sent).form).toEqual(form);
  });
});

pure('each kind of appointment opens a shipped form, one that its program uses', () => {
  const opened = kinds.types.flatMap(({ code, noteTemplate, noteTemplates = {} }) => [
    { code, template: noteTemplate, kind: undefined },
    ...Object.entries(noteTemplates).map(([kind, template]) => ({ code, template, kind })),
  ]);
  const astray = opened.filter(({ template, kind }) => {
    const form = shipped.find(({ name }) => name === `${template}.json`)?.form;
    return !form || (kind ? !isUsedIn(form, { id: '', kind }) : form.programKinds !== undefined);
  });
  expect(astray).toEqual([]);
});

/** Opens, fills, signs and prints one template; answers what a reader then sees. */
async function written(client: Client, template: Template, at: { patientId: string; programId: string }): Promise<NoteReply> {
  const { body: draft } = await client.post<DraftReply>('/drafts', { ...at, templateCode: template.code });
  expect(
    draft.sections.map((section) => section.key),
    template.code,
  ).toEqual(answerKeys(template.form));
  const empty = await client.post<{ obstacles: { at: string; says: string }[] }>(`/drafts/${draft.id}/signature`);
  expect(empty.status, template.code).toBe(422);
  const { asksTimes, asksRisk } = template.form;
  const header = { ...(asksTimes ? { startedAt: '2026-11-20T17:00:00Z', endedAt: '2026-11-20T17:50:00Z' } : {}), ...(asksRisk ? { risk: 'denied' } : {}) };
  const sections = Object.fromEntries(Object.entries(exampleAnswers(template.form)).map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }]));
  await client.patch(`/drafts/${draft.id}`, { deviceId: 'laptop', sections, header });
  const signed = await client.post<NoteReply>(`/drafts/${draft.id}/signature`);
  expect(signed.status, `${template.code} ${JSON.stringify(signed.body)}`).toBe(200);
  return signed.body;
}

describe('every shipped template', () => {
  test('opens, is refused while empty, is filled, signed and read again by its form version', async ({ clinic }) => {
    const { ids } = clinic;
    const client = await clinic.as('therapist');
    const at = { patientId: ids.patients.outpatient, programId: ids.programs.outpatient };
    await client.post(`/patients/${at.patientId}/diagnoses`, { programId: at.programId, code: 'F41.1' });
    const { body } = await client.get<{ items: Template[] }>('/note-templates');
    expect(body.items.length).toBeGreaterThanOrEqual(27);
    for (const template of body.items) {
      const note = await written(client, template, at);
      expect(note).toMatchObject({ intact: true, template: { code: template.code, version: template.version } });
      expect(
        note.sections.some((section) => section.text !== ''),
        template.code,
      ).toBe(true);
    }
  });
});
