import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test as pure } from 'vitest';
import { clinicTest as test, type Client } from '#testing/clinic.ts';
import type { DraftReply } from '../drafts/drafts.contract.ts';
import type { NoteReply } from '../notes/notes.contract.ts';
import { exampleAnswers } from '../templates/example.rules.ts';
import { answerKeys, lackingAnswers } from '../templates/form.rules.ts';
import { Questionnaire, questionnaireOf, templateOf } from '../templates/questionnaire.rules.ts';
import { renderedSections } from '../templates/rendering.rules.ts';
import { measures, pullSources, sensitivities, TemplateForm, type FieldKind, type TemplateField } from '../templates/template.ts';
import {
  askable,
  blankForm,
  countable,
  designOf,
  faultsOfDesign,
  nudged,
  withCopy,
  withFieldAt,
  withKind,
  without,
  withSection,
  withSectionAt,
  withSetting,
  type DesignedForm,
} from './design.rules.ts';
import type { DesignReply } from './designs.contract.ts';
import { fieldKinds, type Setting, type SettingType } from './field-kinds.ts';

const runs = Number(process.env['DESIGNS'] ?? 150);
const folder = join(import.meta.dirname, '..', '..', '..', 'content', 'note-templates');
const shipped = await Promise.all(
  (await readdir(folder)).map(async (name) => designOf(TemplateForm.parse((JSON.parse(await readFile(join(folder, name), 'utf8')) as { form: unknown }).form))),
);

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => text.toWellFormed().replaceAll('\0', '').trim() || 'x');
const code = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const option = fc.record({ code, label: words, score: fc.option(fc.integer({ min: -9, max: 9 }), { nil: undefined }) });
const options = fc.uniqueArray(option, { selector: (one) => one.code, minLength: 1, maxLength: 5 });
const keyed = <Part extends object>(part: fc.Arbitrary<Part>) =>
  fc.array(part, { minLength: 1, maxLength: 4 }).map((all) => all.map((one, at) => ({ key: `k${at}`, ...one })));
const column = fc.oneof(fc.record({ type: fc.constantFrom('text', 'number', 'date'), label: words }), fc.record({ type: fc.constant('choice'), label: words, options }));
const condition = fc.record({ aim: fc.nat(200), operator: fc.constantFrom('answered', 'equals', 'differs'), value: fc.option(words, { nil: undefined }) });

/** What a person may give a setting, by the editor that asks for it. References are aimed at what the form then holds. */
const values: { readonly [Type in SettingType]: fc.Arbitrary<unknown> } = {
  line: words,
  words,
  number: fc.integer({ min: -50, max: 300 }),
  integer: fc.integer({ min: 0, max: 40 }),
  switch: fc.boolean(),
  options,
  rows: keyed(fc.record({ label: words, options, required: fc.option(fc.boolean(), { nil: undefined }), askedAnew: fc.option(fc.boolean(), { nil: undefined }) })),
  columns: keyed(column),
  bands: fc.array(fc.record({ from: fc.integer({ max: 0 }), to: fc.integer({ min: 1 }), label: words }), { maxLength: 3 }),
  snippets: fc.array(fc.record({ trigger: code, text: words }), { maxLength: 2 }),
  measures: fc.subarray(Object.keys(measures), { minLength: 1 }),
  fields: fc.array(fc.nat(200), { minLength: 1, maxLength: 4 }),
  formula: fc.constantFrom('sum', 'mean', 'count'),
  source: fc.constantFrom(...Object.keys(pullSources)),
  sensitivity: fc.constantFrom(...Object.keys(sensitivities)),
  rule: fc.record({ match: fc.constantFrom('all', 'any'), conditions: fc.array(condition, { minLength: 1, maxLength: 3 }) }),
  default: fc.record({ aim: fc.nat(60), words }),
};

const at = fc.nat(300);
const settings = fc
  .constantFrom(...(Object.keys(values) as SettingType[]))
  .chain((type) =>
    fc.record({ does: fc.constant('set' as const), at, type: fc.constant(type), setting: fc.nat(9), value: fc.option(values[type], { nil: undefined, freq: 8 }) }),
  );

/** One thing that a person does on the drawing board. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('add' as const), at, kind: fc.constantFrom(...(Object.keys(fieldKinds) as FieldKind[])) }) },
  { weight: 7, arbitrary: settings },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('section' as const, 'copy' as const, 'remove' as const), at }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('up' as const, 'down' as const), at }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('drag' as const, 'drag-section' as const), at, to: at, place: fc.nat(6) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('head' as const),
      at,
      head: fc.record({ asksTimes: fc.boolean(), asksRisk: fc.boolean(), dueHours: fc.integer({ min: 1, max: 99 }), disciplines: fc.subarray(['nurse', 'peer']) }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function pick<Item>(items: readonly Item[], at: number): Item | undefined {
  return items[at % Math.max(items.length, 1)];
}

function aimedValue(form: DesignedForm, field: TemplateField, { type, value }: Extract<Step, { does: 'set' }>): unknown {
  if (value === undefined) return undefined;
  const of = (aims: readonly number[], fields: readonly TemplateField[]) => [...new Set(aims.flatMap((aim) => pick(fields, aim)?.key ?? []))];
  if (type === 'fields') return of(value as number[], countable(form));
  if (type === 'rule') {
    const rule = value as { match: string; conditions: { aim: number; operator: string; value?: string }[] };
    const conditions = rule.conditions.flatMap(({ aim, ...rest }) => of([aim], askable(form, field.key)).map((key) => ({ field: key, ...rest })));
    return conditions.length > 0 ? { match: rule.match, conditions } : undefined;
  }
  if (type !== 'default') return value;
  const start = value as { aim: number; words: string };
  if (field.kind === 'choice') return pick(field.options, start.aim)?.code;
  return field.kind === 'number' || field.kind === 'scale' ? String(start.aim) : start.words;
}

function withSet(form: DesignedForm, one: Extract<Step, { does: 'set' }>): DesignedForm {
  const can = form.sections.flatMap(({ fields }) =>
    fields.flatMap((field) => fieldKinds[field.kind].settings.filter(({ type }) => type === one.type).map((setting) => ({ field, setting }))),
  );
  const chosen: { field: TemplateField; setting: Setting } | undefined = pick(can, one.at + one.setting);
  if (!chosen) return form;
  const value = aimedValue(form, chosen.field, one);
  return value === undefined && chosen.setting.needed ? form : withSetting(form, chosen.field.key, chosen.setting.name, value);
}

function withAdded(form: DesignedForm, section: string, kind: FieldKind, key: string): DesignedForm {
  const added = withKind(form, section, kind, key);
  return kind === 'score'
    ? withSetting(
        added,
        key,
        'of',
        countable(form)
          .slice(0, 3)
          .map((field) => field.key),
      )
    : added;
}

type Of<Does, One = Step> = One extends { readonly does: infer Each } ? (Does extends Each ? One : never) : never;
type Doing = { readonly [Does in Step['does']]: (form: DesignedForm, one: Of<Does>, fresh: () => string) => DesignedForm };

const sectionKeys = (form: DesignedForm) => form.sections.map(({ key }) => key);
const fieldKeys = (form: DesignedForm) => form.sections.flatMap(({ fields }) => fields.map(({ key }) => key));
const sectionAt = (form: DesignedForm, place: number) => pick(sectionKeys(form), place) ?? '';
const fieldAt = (form: DesignedForm, place: number) => pick(fieldKeys(form), place) ?? '';
const partAt = (form: DesignedForm, place: number) => pick([...sectionKeys(form), ...fieldKeys(form)], place) ?? '';

const doing: Doing = {
  add: (form, one, fresh) => withAdded(form, sectionAt(form, one.at), one.kind, fresh()),
  set: (form, one) => withSet(form, one),
  section: (form, one, fresh) => withSection(form, fresh(), one.at % 4),
  copy: (form, one, fresh) => withCopy(form, partAt(form, one.at), fresh),
  remove: (form, one) => without(form, partAt(form, one.at)),
  up: (form, one) => nudged(form, partAt(form, one.at), -1),
  down: (form, one) => nudged(form, partAt(form, one.at), 1),
  drag: (form, one) => withFieldAt(form, fieldAt(form, one.at), sectionAt(form, one.to), one.place),
  'drag-section': (form, one) => withSectionAt(form, sectionAt(form, one.at), one.place),
  head: (form, one) => ({ ...form, ...one.head }),
};

function after(form: DesignedForm, one: Step, fresh: () => string): DesignedForm {
  return (doing[one.does] as (form: DesignedForm, one: Step, fresh: () => string) => DesignedForm)(form, one, fresh);
}

/** Any template that the designer can make: what some steps from an empty board or a shipped template lead to. A step that leaves something in the way of publishing is undone. */
const design = fc
  .record({
    start: fc.oneof({ weight: 3, arbitrary: fc.constant(withKind(blankForm('s0'), 's0', 'narrative', 'n0')) }, { weight: 1, arbitrary: fc.constantFrom(...shipped) }),
    steps: fc.array(step, { maxLength: 24, size: 'max' }),
  })
  .map(({ start, steps }): TemplateForm => {
    let count = 0;
    const fresh = () => `x${(count += 1)}`;
    const drawn = steps.reduce((form, one) => {
      const next = after(form, one, fresh);
      return next.sections.length > 0 && faultsOfDesign(next).length === 0 ? next : form;
    }, start);
    return TemplateForm.parse(JSON.parse(JSON.stringify({ ...drawn, asksDiagnosis: false })));
  });

describe('any template that the designer can make', () => {
  pure('goes to FHIR Questionnaire and back without loss, is complete once everything is answered, and never shows how answers are kept', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(design, (form) => {
        const sent = Questionnaire.parse(JSON.parse(JSON.stringify(questionnaireOf({ code: 'any', version: 1, name: 'Any', form }))));
        expect(templateOf(sent).form).toEqual(form);
        const answers = exampleAnswers(form);
        expect(lackingAnswers(form, answers)).toEqual([]);
        const read = renderedSections(form, answers);
        expect(renderedSections(form, { ...answers })).toEqual(read);
        expect(JSON.stringify(read)).not.toContain('\\u001f');
        for (const { kind } of form.sections.flatMap(({ fields = [] }) => fields)) kinds.add(kind);
      }),
      { numRuns: runs },
    );
    expect([...kinds].toSorted()).toEqual(Object.keys(fieldKinds).toSorted());
  });

  test('is kept, published, opened, filled, signed and printed; its next version leaves the signed note as it was', { timeout: 60_000 }, async ({ clinic }) => {
    const [client, director] = [await clinic.as('therapist'), await clinic.as('clinical-director')];
    for (const [place, form] of fc.sample(design, { numRuns: 6, seed: 7 }).entries()) {
      const code = `any-${place}`;
      await published(director, code, form);
      const note = await signedWith(client, clinic.ids, code, form);
      const once = await client.get(`/notes/${note.id}/print`);
      expect(once.bytes.subarray(0, 5).toString()).toBe('%PDF-');
      const exported = await client.get<Questionnaire>(`/note-templates/${code}/questionnaire`);
      expect(templateOf(Questionnaire.parse(exported.body)).form).toEqual(form);
      await published(director, code, { ...form, sections: [{ key: 'other', label: 'Another form altogether' }] });
      expect((await client.get(`/notes/${note.id}/print`)).bytes.equals(once.bytes)).toBe(true);
      expect((await client.get<NoteReply>(`/notes/${note.id}`)).body).toMatchObject({ intact: true, sections: note.sections, template: { code, version: 1 } });
    }
  });
});

async function published(director: Client, code: string, form: TemplateForm): Promise<void> {
  const kept = await director.put<DesignReply>(`/note-designs/${code}`, { name: 'Any', form: designOf(form), basedOn: null, version: 0 });
  expect(kept.status, JSON.stringify(kept.body)).toBe(200);
  const example = await director.get(`/note-designs/${code}/print`);
  expect(example.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const reply = await director.post(`/note-designs/${code}/publication`, { version: kept.body.version });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
}

async function signedWith(
  client: Client,
  { patients, programs }: { patients: { outpatient: string }; programs: { outpatient: string } },
  templateCode: string,
  form: TemplateForm,
) {
  const { body: draft } = await client.post<DraftReply>('/drafts', { patientId: patients.outpatient, programId: programs.outpatient, templateCode });
  expect(draft.sections.map((one) => one.key)).toEqual(answerKeys(form));
  const sections = Object.fromEntries(Object.entries(exampleAnswers(form)).map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }]));
  const header = { startedAt: '2026-11-20T17:00:00Z', endedAt: '2026-11-20T17:50:00Z', risk: 'denied' };
  const saved = await client.patch(`/drafts/${draft.id}`, { deviceId: 'laptop', sections, header });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  const signed = await client.post<NoteReply>(`/drafts/${draft.id}/signature`);
  expect(signed.status, JSON.stringify(signed.body)).toBe(200);
  return signed.body;
}
