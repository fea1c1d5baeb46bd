import fc from 'fast-check';
import { describe, expect, test as pure } from 'vitest';
import { clinicTest as test } from '#testing/clinic.ts';
import type { DraftReply } from '../drafts/drafts.contract.ts';
import type { NoteReply } from '../notes/notes.contract.ts';
import { exampleAnswers } from './example.rules.ts';
import { allFields, answerKeys, faultsOfForm, fieldsOf, isAsked, lackingAnswers } from './form.rules.ts';
import { Questionnaire, questionnaireOf, templateOf } from './questionnaire.rules.ts';
import { renderedSections } from './rendering.rules.ts';
import { measures, TemplateForm } from './template.ts';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => text.toWellFormed().replaceAll('\0', '').trim() || 'x');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const code = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const options = fc.uniqueArray(fc.record({ code, label: words, score: maybe(fc.integer({ min: -9, max: 9 })) }), {
  selector: (one) => one.code,
  minLength: 1,
  maxLength: 5,
});
const column = fc.oneof(fc.record({ type: fc.constantFrom('text', 'number', 'date'), label: words }), fc.record({ type: fc.constant('choice'), label: words, options }));
const numbered = <Part extends object>(parts: readonly Part[]) => parts.map((part, place) => ({ key: `k${place}`, ...part }));
const several = <Part extends object>(part: fc.Arbitrary<Part>) => fc.array(part, { minLength: 1, maxLength: 4 }).map(numbered);

const kinds: readonly fc.Arbitrary<object>[] = [
  fc.record({
    kind: fc.constant('narrative'),
    default: maybe(words),
    snippets: maybe(fc.array(fc.record({ trigger: fc.constantFrom('si', 'next'), text: words }), { maxLength: 2 })),
  }),
  fc.record({ kind: fc.constant('text'), default: maybe(words) }),
  fc.record({ kind: fc.constant('number'), unit: maybe(words), min: maybe(fc.integer({ min: 0, max: 5 })), max: maybe(fc.integer({ min: 6, max: 90 })) }),
  fc.record({ kind: fc.constantFrom('date', 'time') }),
  fc.record({ kind: fc.constant('choice'), options, many: maybe(fc.boolean()), other: maybe(fc.boolean()) }),
  fc.record({ kind: fc.constant('checklist'), options }),
  fc.record({ kind: fc.constant('scale'), min: fc.integer({ min: 0, max: 3 }), max: fc.integer({ min: 4, max: 10 }), low: maybe(words) }),
  fc.record({ kind: fc.constant('grid'), rows: several(fc.record({ label: words, options, required: maybe(fc.boolean()) })) }),
  fc.record({ kind: fc.constant('table'), columns: several(column) }),
  fc.record({ kind: fc.constant('vitals'), measures: fc.subarray(Object.keys(measures), { minLength: 1 }) }),
  fc.record({ kind: fc.constant('pull'), source: fc.constantFrom('diagnoses', 'medications') }),
  fc.record({ kind: fc.constant('signature'), who: maybe(words) }),
  fc.record({ kind: fc.constant('statement'), text: words }),
  fc.record({
    kind: fc.constant('score'),
    formula: fc.constantFrom('sum', 'mean', 'count'),
    bands: maybe(fc.array(fc.record({ from: fc.integer(), to: fc.integer(), label: words }), { maxLength: 2 })),
  }),
];
const rule = fc.record({ match: fc.constantFrom('all', 'any'), operator: fc.constantFrom('answered', 'equals', 'differs'), value: maybe(words), aim: fc.nat(200) });
const field = fc.tuple(
  fc.oneof(...kinds),
  fc.record({
    label: words,
    hint: maybe(words),
    required: maybe(fc.boolean()),
    carry: maybe(fc.boolean()),
    privacy: maybe(fc.constantFrom('sensitive', 'sud')),
    rule: fc.option(rule, { nil: undefined, freq: 4 }),
  }),
);
type Planned = { readonly rule: { match: 'all' | 'any'; operator: 'answered' | 'equals' | 'differs'; value: string | undefined; aim: number } | undefined };
const section = fc.record({
  label: words,
  hint: maybe(words),
  required: maybe(fc.boolean()),
  fields: maybe(fc.array(field, { maxLength: 5 })),
  rule: fc.option(rule, { nil: undefined, freq: 6 }),
});

/** A rule points at something typed or chosen before it; the first field has none. */
function aimed({ rule: planned }: Planned, before: readonly string[]) {
  if (!planned || before.length === 0) return {};
  const { match, operator, value, aim } = planned;
  return { showIf: { match, conditions: [{ field: before[aim % before.length], operator, ...(value === undefined ? {} : { value }) }] } };
}

/** Any template that the model can make. */
const anyForm = fc
  .record({
    head: fc.record({
      asksTimes: fc.boolean(),
      asksRisk: fc.boolean(),
      dueHours: maybe(fc.integer({ min: 1, max: 99 })),
      disciplines: maybe(fc.array(fc.constantFrom('nurse', 'peer'))),
    }),
    sections: fc.array(section, { minLength: 1, maxLength: 5 }),
  })
  .map(({ head, sections }): TemplateForm => {
    const before: string[] = [];
    const whole = sections.map(({ fields, rule: planned, ...rest }, place) => {
      const opened = { ...rest, key: `s${place}`, ...aimed({ rule: planned }, before) };
      if (!fields) before.push(`s${place}`);
      const filled = fields?.map(([kind, { rule: own, ...common }], at) => {
        const key = `s${place}-f${at}`;
        const made = { ...common, ...kind, key, ...('formula' in kind ? { of: before.length > 0 ? before.slice(0, 3) : [key] } : {}), ...aimed({ rule: own }, before) };
        if (!('formula' in kind) && (kind as { kind: string }).kind !== 'statement') before.push(key);
        return made;
      });
      return { ...opened, ...(filled ? { fields: filled } : {}) };
    });
    return TemplateForm.parse(JSON.parse(JSON.stringify({ ...head, asksDiagnosis: false, loinc: '34904-3', sections: whole })));
  });

describe('any template that can be made', () => {
  pure('goes to FHIR Questionnaire and back without loss', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(faultsOfForm(form)).toEqual([]);
        const sent = Questionnaire.parse(JSON.parse(JSON.stringify(questionnaireOf({ code: 'any', version: 1, name: 'Any', form }))));
        expect(templateOf(sent).form).toEqual(form);
      }),
      { numRuns: 1500 },
    );
  });

  pure('is complete once everything is answered, and reads the same each time without a trace of how answers are kept', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const answers = exampleAnswers(form);
        expect(lackingAnswers(form, answers)).toEqual([]);
        const read = renderedSections(form, answers);
        expect(renderedSections(form, { ...answers })).toEqual(read);
        expect(JSON.stringify(read)).not.toContain('\\u001f');
      }),
      { numRuns: 1500 },
    );
  });

  test('is published, opened, filled, signed and printed', async ({ clinic }) => {
    const { ids } = clinic;
    const [client, director] = [await clinic.as('therapist'), await clinic.as('clinical-director')];
    for (const [place, form] of fc.sample(anyForm, { numRuns: 12, seed: 7 }).entries()) {
      const published = await director.post<{ version: number }>('/note-templates', { code: `any-${place}`, name: `Any ${place}`, form });
      expect(published.status, JSON.stringify(published.body)).toBe(200);
      const { body: draft } = await client.post<DraftReply>('/drafts', {
        patientId: ids.patients.outpatient,
        programId: ids.programs.outpatient,
        templateCode: `any-${place}`,
      });
      expect(draft.sections.map((one) => one.key)).toEqual(answerKeys(form));
      const sections = Object.fromEntries(Object.entries(exampleAnswers(form)).map(([key, text]) => [key, { text, baseVersion: 1, sequence: 1 }]));
      const header = { startedAt: '2026-11-20T17:00:00Z', endedAt: '2026-11-20T17:50:00Z', risk: 'denied' };
      await client.patch(`/drafts/${draft.id}`, { deviceId: 'laptop', sections, header });
      const signed = await client.post<NoteReply>(`/drafts/${draft.id}/signature`);
      expect(signed.status, JSON.stringify(signed.body)).toBe(200);
      const [once, again] = [await client.get(`/notes/${signed.body.id}/print`), await client.get(`/notes/${signed.body.id}/print`)];
      expect(once.bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(once.bytes.equals(again.bytes)).toBe(true);
      const exported = await client.get<Questionnaire>(`/note-templates/any-${place}/questionnaire`);
      expect(templateOf(Questionnaire.parse(exported.body)).form).toEqual(form);
    }
  });
});

pure('a Questionnaire of another system comes in as far as its items go', () => {
  const foreign = Questionnaire.parse({
    resourceType: 'Questionnaire',
    title: 'Intake',
    status: 'active',
    item: [
      {
        linkId: 'a',
        text: 'Sleep',
        type: 'group',
        item: [
          { linkId: 'b', text: 'Hours', type: 'decimal', required: true },
          { linkId: 'c', text: 'Trouble', type: 'boolean' },
        ],
      },
    ],
  });
  const { form } = templateOf(foreign);
  expect(
    allFields(form)
      .filter(isAsked)
      .map(({ kind, key }) => [kind, key]),
  ).toEqual([
    ['number', 'b'],
    ['choice', 'c'],
  ]);
  expect(form.sections.flatMap(fieldsOf)).toHaveLength(2);
});
