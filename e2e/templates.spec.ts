import { randomInt, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { allFields, type Template } from '#server/charting/templates/templates.contract.ts';
import { fillForm, unanswered } from './form-driver.ts';
import { become, choose, expect, type Page, test } from './persona.ts';
import { clinicNow, program as outpatient, therapist } from './story.ts';

interface Items<Item> {
  readonly items: readonly Item[];
}

const director = 'Ruth Weber';
const givenName = 'Ilse';
const therapistHere = { name: therapist, program: outpatient };
const nurse = { name: 'Grace Kim', program: 'Cedar House Residential' };
/** Who writes the forms of a discipline or a kind of program, and where; the therapist all others. */
const writers: Readonly<Record<string, typeof nurse>> = {
  therapist: therapistHere,
  prescriber: { name: 'Naomi Okafor', program: outpatient },
  nurse,
  'case-manager': { ...nurse, name: 'Marcus Bell' },
  peer: { ...nurse, name: 'Tyrone Brooks' },
  residential: nurse,
  otp: { name: 'Grace Kim', program: 'Bridge Opioid Treatment Program' },
};

async function asked<Reply>(page: Page, path: string, data?: object): Promise<Reply> {
  const reply = data ? await page.request.post(`/api${path}`, { data }) : await page.request.get(`/api${path}`);
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
  return (await reply.json()) as Reply;
}

/** Somebody new in each program, with a diagnosis on the list; by the name of the program. */
async function register(page: Page, programs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { items } = await asked<Items<{ id: string; name: string }>>(page, '/programs');
  const patients = new Map<string, string>();
  for (const name of programs) {
    const programId = items.find((one) => one.name === name)?.id;
    const birthDate = Temporal.PlainDate.from('1950-01-01')
      .add({ days: randomInt(15_000) })
      .toString();
    const familyName = `Quill${randomUUID().replaceAll(/[^a-f]/g, '')}`;
    const { id } = await asked<{ id: string }>(page, '/patients', { givenName, familyName, birthDate, programId });
    await asked(page, `/patients/${id}/diagnoses`, { programId, code: 'F41.1' });
    patients.set(name, id);
  }
  return patients;
}

function writerOf({ form: { disciplines = [], programKinds = [] } }: Template): typeof nurse {
  return writers[[...programKinds, ...disciplines].find((one) => one in writers) ?? ''] ?? therapistHere;
}

async function open(page: Page, program: string, { name }: Template): Promise<void> {
  await page.getByRole('button', { name: 'Write a note' }).click();
  const dialog = page.getByRole('dialog', { name: 'Write a note' });
  // With the form stands the program, where there is more than one.
  await dialog.getByRole('combobox', { name: 'Form' }).waitFor();
  const at = dialog.getByRole('combobox', { name: 'Program' });
  if ((await at.count()) > 0 && (await at.inputValue()) !== program) await choose(dialog, 'Program', program);
  await dialog.getByRole('combobox', { name: 'Form' }).fill(name);
  await page.getByRole('option', { name, exact: true }).click();
  await dialog.getByRole('button', { name: 'Open the note' }).click();
}

const clock = (minutesAgo: number) => clinicNow().subtract({ minutes: minutesAgo }).toPlainTime().toString({ smallestUnit: 'minute' });

async function fillHeader(page: Page, { form: { asksTimes, asksRisk } }: Template): Promise<void> {
  const header = page.locator('#at-header');
  await header.waitFor();
  await expect(header.getByLabel('Who took part')).toHaveValue(new RegExp(givenName));
  if (asksTimes) {
    await header.getByLabel('Started').fill(clock(40));
    await header.getByLabel(/^Ended/).fill(clock(5));
  }
  if (asksRisk) await header.getByText('Asked: denied').click();
}

interface Signed {
  readonly answers?: Readonly<Record<string, string>>;
  readonly sections: readonly { readonly key: string; readonly text: string }[];
  readonly intact: boolean;
}

/** Opens a form in the chart, fills it whole, signs it; answers the words that must be found again. */
async function write(page: Page, program: string, template: Template): Promise<readonly string[]> {
  await open(page, program, template);
  await fillHeader(page, template);
  const words = await fillForm(page, allFields(template.form));
  await page.keyboard.press('Control+Enter');
  await page.getByText('Seal SHA-256').waitFor({ timeout: 60_000 });
  const noteId = page.url().split('/').at(-1) ?? '';
  const note = await asked<Signed>(page, `/notes/${noteId}`);
  const answers = note.answers ?? Object.fromEntries(note.sections.map(({ key, text }) => [key, text]));
  const pulls = allFields(template.form).filter(({ kind }) => kind === 'pull');
  expect(
    unanswered(template, answers).filter((key) => !pulls.some((pull) => pull.key === key)),
    `${template.code}: fields without an answer`,
  ).toEqual([]);
  expect(note.intact).toBe(true);
  return words;
}

async function textOf(pdf: Uint8Array): Promise<readonly string[]> {
  const file = await getDocument({ data: pdf, verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: file.numPages }, async (_unused, place) => {
      const { items } = await (await file.getPage(place + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
}

/** What is wrong with the page's own print: every word written is to be on it, under the name of the form, signed, each page counted. */
async function faultsOfPrint(page: Page, href: string | null, template: Template, words: readonly string[]): Promise<readonly string[]> {
  const pdf = await (await page.request.get(href ?? '')).body();
  if (process.env['TEMPLATE_PAGES']) await writeFile(join(process.env['TEMPLATE_PAGES'], `${template.code}.pdf`), pdf);
  const pages = await textOf(new Uint8Array(pdf));
  const all = pages.join(' ');
  const said = [...words, template.name, `Form ${template.code}, version ${template.version}`, 'Signed electronically by', givenName];
  return [
    ...said.filter((one) => !all.includes(one)).map((one) => `${template.code}: "${one}" is not in print`),
    ...(pages.length > 1 + Math.ceil(allFields(template.form).length / 8) ? [`${template.code}: ${pages.length} pages`] : []),
    ...pages.flatMap((text, place) => (text.includes(`page ${place + 1} of ${pages.length}`) ? [] : [`${template.code}: page ${place + 1} is not counted`])),
  ];
}

/** The fewest forms, the shortest first, in which every kind of field stands that a shipped form has. */
function fewest(templates: readonly Template[]): readonly Template[] {
  const seen = new Set<string>();
  return templates
    .toSorted((one, other) => allFields(one.form).length - allFields(other.form).length)
    .filter(({ form }) => {
      const fresh = allFields(form).filter(({ kind }) => !seen.has(kind));
      for (const { kind } of fresh) seen.add(kind);
      return fresh.length > 0;
    });
}

// All shipped forms have some four hundred fields: TEMPLATES=all plays them all in one story, without it those with every kind of field.
test.describe.configure({ timeout: 480_000 });

test('shipped forms are opened, filled field by field, signed and printed', async ({ page }) => {
  if (process.env['TEMPLATE_PAGES']) await mkdir(process.env['TEMPLATE_PAGES'], { recursive: true });
  await become(page, director);
  const { items } = await asked<Items<Template>>(page, '/note-templates');
  const byWriter = Map.groupBy(process.env['TEMPLATES'] === 'all' ? items : fewest(items), writerOf);
  const patients = await register(page, [...new Set([...byWriter.keys()].map(({ program }) => program))]);
  const prints: Promise<readonly string[]>[] = [];
  for (const [writer, templates] of byWriter) {
    await become(page, writer.name);
    await page.goto(`/patients/${patients.get(writer.program)}/notes`);
    for (const template of templates) {
      const words = await write(page, writer.program, template);
      expect(words.length, template.code).toBeGreaterThan(0);
      // Printed while the next form is being filled.
      prints.push(faultsOfPrint(page, await page.getByRole('link', { name: 'Print (PDF)' }).getAttribute('href'), template, words));
      await page.goBack();
    }
    expect((await Promise.all(prints)).flat()).toEqual([]);
  }
});
