import { fieldsOf, isAsked } from '../templates/form.rules.ts';
import { faultsOfForm, type FormFault } from '../templates/form-faults.rules.ts';
import { TemplateForm, type FieldKind, type ShowIf, type TemplateField, type TemplateSection } from '../templates/template.ts';
import { blankField } from './field-kinds.ts';

/** A section as the designer holds it: its fields always spelled out. */
export type DesignedSection = TemplateSection & { readonly fields: TemplateField[] };
/** A form on the drawing board. It may still lack what publishing asks for. */
export type DesignedForm = Omit<TemplateForm, 'sections'> & { readonly sections: readonly DesignedSection[] };

/** An empty form with one section. */
export function blankForm(sectionKey: string): DesignedForm {
  return { loinc: '34904-3', asksTimes: true, asksRisk: true, asksDiagnosis: true, sections: [{ key: sectionKey, label: 'First section', fields: [] }] };
}

/** Any form for the drawing board: a section of running text becomes one with a narrative of the same key, so that words keep their place. */
export function designOf(form: TemplateForm): DesignedForm {
  const sections = form.sections.map((section): DesignedSection => {
    if (section.fields) return { ...section, fields: section.fields };
    const { key, label, showIf } = section;
    return { key: `s-${key}`.slice(0, 40), label, ...(showIf ? { showIf } : {}), fields: [...fieldsOf(section)] };
  });
  return { ...form, sections };
}

/** The keys of a section and of all its fields. */
function keysOf(section: DesignedSection): readonly string[] {
  return [section.key, ...section.fields.map(({ key }) => key)];
}

function inserted<Item>(items: readonly Item[], item: Item, at = items.length): Item[] {
  return items.toSpliced(Math.max(0, Math.min(at, items.length)), 0, item);
}

function withFields(form: DesignedForm, sectionKey: string, change: (fields: readonly TemplateField[]) => TemplateField[]): DesignedForm {
  return { ...form, sections: form.sections.map((section) => (section.key === sectionKey ? { ...section, fields: change(section.fields) } : section)) };
}

/** The form with a section more. */
export function withSection(form: DesignedForm, key: string, at?: number): DesignedForm {
  return { ...form, sections: inserted(form.sections, { key, label: 'New section', fields: [] }, at) };
}

/** The form with a field more, in a section. */
export function withField(form: DesignedForm, sectionKey: string, field: TemplateField, at?: number): DesignedForm {
  return withFields(form, sectionKey, (fields) => inserted(fields, field, at));
}

/** The form with a new field of a kind. */
export function withKind(form: DesignedForm, sectionKey: string, kind: FieldKind, key: string): DesignedForm {
  return withField(form, sectionKey, blankField(kind, key));
}

/** A part with a setting changed; without a value the setting goes. */
function set<Part extends object>(part: Part, name: string, value: unknown): Part {
  const { [name as keyof Part]: _before, ...rest } = part;
  return (value === undefined ? rest : { ...rest, [name]: value }) as Part;
}

/** The form with one setting of a section or field changed; `undefined` takes the setting away. */
export function withSetting(form: DesignedForm, key: string, name: string, value: unknown): DesignedForm {
  const sections = form.sections.map((section) =>
    section.key === key ? set(section, name, value) : { ...section, fields: section.fields.map((field) => (field.key === key ? set(field, name, value) : field)) },
  );
  return { ...form, sections };
}

/** Where a field stands; undefined when there is none of that key. */
export function placeOf(form: DesignedForm, key: string): { readonly section: DesignedSection; readonly at: number } | undefined {
  const section = form.sections.find(({ fields }) => fields.some((field) => field.key === key));
  return section && { section, at: section.fields.findIndex((field) => field.key === key) };
}

/** The form with a field moved to a place in a section; the place is counted without the field. */
export function withFieldAt(form: DesignedForm, key: string, sectionKey: string, at: number): DesignedForm {
  const place = placeOf(form, key);
  const field = place?.section.fields[place.at];
  if (!place || !field || !form.sections.some((section) => section.key === sectionKey)) return form;
  const lifted = withFields(form, place.section.key, (fields) => fields.filter((one) => one.key !== key));
  return withFields(lifted, sectionKey, (fields) => inserted(fields, field, at));
}

/** The form with a section moved; the place is counted without the section. */
export function withSectionAt(form: DesignedForm, key: string, at: number): DesignedForm {
  const section = form.sections.find((one) => one.key === key);
  if (!section) return form;
  const others = form.sections.filter((one) => one.key !== key);
  return { ...form, sections: inserted(others, section, at) };
}

/** The form with a section or field one step up or down; a field at the edge of its section goes into the next. */
export function nudged(form: DesignedForm, key: string, step: -1 | 1): DesignedForm {
  const at = form.sections.findIndex((section) => section.key === key);
  if (at >= 0) return withSectionAt(form, key, at + step);
  const place = placeOf(form, key);
  if (!place) return form;
  const next = place.at + step;
  if (next >= 0 && next < place.section.fields.length) return withFieldAt(form, key, place.section.key, next);
  const neighbour = form.sections[form.sections.indexOf(place.section) + step];
  return neighbour ? withFieldAt(form, key, neighbour.key, step > 0 ? 0 : neighbour.fields.length) : form;
}

function withoutReferences(rule: ShowIf | undefined, gone: ReadonlySet<string>): ShowIf | undefined {
  const conditions = rule?.conditions.filter(({ field }) => !gone.has(field)) ?? [];
  return rule && conditions.length > 0 ? { ...rule, conditions } : undefined;
}

/** The form without a section or field. Rules that asked for it no longer do, and scores no longer count it. */
export function without(form: DesignedForm, key: string): DesignedForm {
  const section = form.sections.find((one) => one.key === key);
  const gone = new Set(section ? keysOf(section) : [key]);
  const cleaned = (field: TemplateField): TemplateField => {
    const counted = field.kind === 'score' ? { ...field, of: field.of.filter((one) => !gone.has(one)) } : field;
    return 'showIf' in counted && counted.showIf ? set(counted, 'showIf', withoutReferences(counted.showIf, gone)) : counted;
  };
  const sections = form.sections
    .filter((one) => one.key !== key)
    .map((one) => ({
      ...(one.showIf ? set(one, 'showIf', withoutReferences(one.showIf, gone)) : one),
      fields: one.fields.filter((field) => field.key !== key).map(cleaned),
    }));
  return { ...form, sections };
}

function renamed(field: TemplateField, names: ReadonlyMap<string, string>): TemplateField {
  const name = (key: string) => names.get(key) ?? key;
  const moved = { ...field, key: name(field.key), ...(field.kind === 'score' ? { of: field.of.map(name) } : {}) };
  return 'showIf' in moved && moved.showIf
    ? { ...moved, showIf: { ...moved.showIf, conditions: moved.showIf.conditions.map((one) => ({ ...one, field: name(one.field) })) } }
    : moved;
}

/** The form with a copy of a section or field after it. Rules inside a copied section ask its own fields. `fresh` makes a key that is not yet used. */
export function withCopy(form: DesignedForm, key: string, fresh: () => string): DesignedForm {
  const at = form.sections.findIndex((one) => one.key === key);
  const section = form.sections[at];
  if (section) {
    const names = new Map(section.fields.map((field) => [field.key, fresh()]));
    const copy = { ...section, key: fresh(), label: copyOf(section.label), fields: section.fields.map((field) => renamed(field, names)) };
    return { ...form, sections: inserted(form.sections, copy, at + 1) };
  }
  const place = placeOf(form, key);
  const field = place?.section.fields[place.at];
  if (!place || !field) return form;
  return withField(form, place.section.key, { ...field, key: fresh(), label: copyOf(field.label) }, place.at + 1);
}

function copyOf(label: string): string {
  return `${label.slice(0, 190)} (copy)`;
}

/** Fields that a rule or a score may ask about: those that are answered, itself left out. */
export function askable(form: DesignedForm, key: string): readonly TemplateField[] {
  return form.sections.flatMap(({ fields }) => fields.filter((field) => isAsked(field) && field.key !== key));
}

/** Fields that have points: what a score can count. */
export function countable(form: DesignedForm): readonly TemplateField[] {
  const scored: readonly FieldKind[] = ['number', 'scale', 'choice', 'checklist'];
  return form.sections.flatMap(({ fields }) => fields.filter((field) => scored.includes(field.kind)));
}

function keyAt(form: DesignedForm, path: readonly PropertyKey[]): { readonly key: string; readonly label: string } | undefined {
  const section = path[0] === 'sections' ? form.sections[Number(path[1])] : undefined;
  return (path[2] === 'fields' ? section?.fields[Number(path[3])] : undefined) ?? section;
}

/** All that keeps a form from being published, each at the key of its section or field. */
export function faultsOfDesign(form: DesignedForm): readonly FormFault[] {
  const parsed = TemplateForm.safeParse(form);
  const shape = (parsed.error?.issues ?? []).map(({ path, message }) => {
    const part = keyAt(form, path);
    return { at: part?.key ?? String(path[0] ?? ''), says: part ? `${part.label.trim() || 'A field without a question'}: ${message}` : message };
  });
  const empty = form.sections.some(({ fields }) => fields.some(isAsked)) ? [] : [{ at: 'sections', says: 'Nothing is asked yet: add a field.' }];
  return [...shape, ...empty, ...(parsed.success ? faultsOfForm(parsed.data) : [])];
}

/** A code for an answer, line or column, from its words: the first that is not taken. */
export function codeFor(label: string, taken: readonly string[]): string {
  const plain = label
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-$/g, '')
    .slice(0, 34);
  const wanted = plain || 'answer';
  let code = wanted;
  for (let count = 2; taken.includes(code); count += 1) code = `${wanted}-${count}`;
  return code;
}
