import { printPdf } from '#server/platform/index.ts';
import type { Letterhead } from './letterhead.store.ts';
import type { SealedContent, SealedSection } from './note.ts';
import type { StoredNote } from './notes.store.ts';
import { isKeptWhole, printedSections } from './printed-sections.ts';

/** What a printed page says besides the note: who writes, two identifiers of the person with the record number, and the zone of the times. */
export interface PrintFacts {
  readonly letterhead: Letterhead;
  readonly patient: { readonly name: string; readonly birthDate: string | null; readonly mrn: string | null };
  readonly timeZone: string;
  /** The statement that a record under 42 CFR Part 2 carries; null for others. */
  readonly notice: string | null;
}

const riskWords = { denied: 'asked, denied', present: 'present', 'not-assessed': 'not assessed' } as const;
const modalityWords = { 'in-person': 'in person', video: 'video', audio: 'phone' } as const;
const quiet = '#4a5560';
const tint = '#eef2f5';

function zoned(at: Temporal.Instant | string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
}

function moment(at: Temporal.Instant | string, timeZone: string): string {
  return zoned(at, timeZone).toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' });
}

function clock(at: string, timeZone: string): string {
  return zoned(at, timeZone).toLocaleString('en-US', { timeStyle: 'short', dateStyle: undefined });
}

/** A calendar day as birth dates are read aloud to check them: MM/DD/YYYY. */
function day(date: string): string {
  return Temporal.PlainDate.from(date).toLocaleString('en-US', { year: 'numeric', month: '2-digit', day: '2-digit' });
}

/** Digits of a telephone number or a ZIP code, grouped; what is neither stands as it is. */
function grouped(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3').replace(/\b(\d{5})(\d{4})$/, '$1-$2');
}

/** The head of the first page. */
function letterhead({ organisation, site, address, phone }: Letterhead): object {
  const place = [site === organisation ? '' : site, grouped(address), phone ? `Telephone ${grouped(phone)}` : ''].filter(Boolean).join('  ·  ');
  return {
    stack: [
      { text: organisation, fontSize: 13, bold: true },
      { text: place, fontSize: 8.5, color: quiet },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 500, y2: 0, lineWidth: 1.2, lineColor: '#1f5f7a' }], margin: [0, 5, 0, 8] },
    ],
  };
}

const plain = { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 8, paddingRight: () => 8, paddingTop: () => 5, paddingBottom: () => 5 };

/** Whose record it is, in one box that nobody overlooks. */
function banner({ patient: { name, birthDate, mrn } }: PrintFacts): object {
  const fact = (label: string, value: string | null) => ({
    stack: [
      { text: label, fontSize: 7.5, color: quiet },
      { text: value ?? 'not known', bold: true },
    ],
    fillColor: tint,
  });
  return {
    table: { widths: ['*', 110, 110], body: [[fact('Patient', name), fact('Born', birthDate && day(birthDate)), fact('Record', mrn)]] },
    layout: plain,
    margin: [0, 0, 0, 8],
  };
}

type HeadLine = readonly [label: string, value: string];

function timeLines({ header, minutes }: SealedContent, timeZone: string): readonly HeadLine[] {
  if (!header?.startedAt || !header.endedAt) return [];
  const time = `${clock(header.startedAt, timeZone)} to ${clock(header.endedAt, timeZone)}, ${minutes ?? 0} minutes, ${modalityWords[header.modality]}`;
  return [
    ['Date', zoned(header.startedAt, timeZone).toLocaleString('en-US', { dateStyle: 'full' })],
    ['Time', time],
  ];
}

function nameOf({ name, credential }: SealedContent['signer']): string {
  return [name, credential].filter(Boolean).join(', ');
}

function encounterLines(content: SealedContent, programName: string, timeZone: string): readonly HeadLine[] {
  const { header, diagnoses, lateSince, signer } = content;
  const lines: readonly HeadLine[] = [
    ['Program', programName],
    ['Written by', nameOf(signer)],
    ...timeLines(content, timeZone),
    ['Patient was at', header?.patientLocation ?? ''],
    ['Took part', header?.participants ?? ''],
    ['Diagnoses', diagnoses.map(({ code, description }) => `${code} ${description}`).join('\n')],
    ['Risk', header?.risk ? riskWords[header.risk] : ''],
    ['Late entry', lateSince ? `due ${moment(lateSince, timeZone)}` : ''],
  ];
  return lines.filter(([, value]) => value !== '');
}

function encounter(lines: readonly HeadLine[]): object {
  const body = lines.map(([label, value]) => [
    { text: label, style: 'quiet' },
    { text: value, fontSize: 10 },
  ]);
  return { table: { widths: [84, '*'], body }, layout: { ...plain, paddingTop: () => 0.5, paddingBottom: () => 0.5, paddingLeft: () => 0 }, margin: [0, 0, 0, 2] };
}

/** Who signed, with the seal over what was signed. */
function signature({ content, signedAt, digest }: StoredNote, timeZone: string): object {
  const { signer, supervisor, form } = content;
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    table: {
      widths: ['*'],
      body: [
        [
          {
            fillColor: tint,
            stack: [
              {
                text: [
                  { text: 'Signed electronically by ', color: quiet },
                  { text: nameOf(signer), bold: true },
                  ...(supervisor ? [`, supervised by ${supervisor.name}`] : []),
                ],
              },
              { text: `${moment(signedAt, timeZone)} (${timeZone})` },
              { text: `${form ? `Form ${form.code}, version ${form.version}  ·  ` : ''}Seal SHA-256 ${digest}`, fontSize: 7, color: quiet, margin: [0, 3, 0, 0] },
            ],
          },
        ],
      ],
    },
    layout: plain,
  };
}

/** What was signed with the signature under it. Where the last part is short the two stay together, so that no page holds a signature alone. */
function signed(parts: readonly object[], one: StoredNote, timeZone: string): object[] {
  const last = parts.at(-1);
  return last ? [...parts.slice(0, -1), { stack: [last, signature(one, timeZone)], unbreakable: isKeptWhole(last) }] : [signature(one, timeZone)];
}

function laterLayer(one: StoredNote, timeZone: string): object[] {
  const { reason, sections } = one.content;
  const heading = { text: `${one.kind === 'amendment' ? 'Amendment' : 'Addendum'} of ${moment(one.signedAt, timeZone)}`, style: 'heading', margin: [0, 14, 0, 2] };
  const text =
    one.kind === 'amendment' ? [{ text: `Corrected because: ${reason ?? ''}` }, ...printedSections(sections)] : sections.map(({ text: words }) => ({ text: words }));
  return [heading, ...signed(text, one, timeZone)];
}

/** A signed note as PDF, from what was sealed: the note as it was signed first, then each layer over it. The same record gives the same bytes. */
export function notePdf(note: StoredNote, layers: readonly StoredNote[], facts: PrintFacts): Promise<Buffer> {
  const { timeZone, patient, notice } = facts;
  const error = layers.find(({ kind }) => kind === 'error');
  const later = layers.filter(({ kind }) => kind !== 'error').flatMap((one) => laterLayer(one, timeZone));
  const mark = error
    ? [{ text: `ENTERED IN ERROR on ${moment(error.signedAt, timeZone)}: ${error.content.sections[0]?.text ?? ''}`, bold: true, color: '#b00020', margin: [0, 0, 0, 8] }]
    : [];
  const whose = [patient.name, patient.birthDate && `born ${day(patient.birthDate)}`, patient.mrn && `record ${patient.mrn}`].filter(Boolean).join(', ');
  return printPdf({
    title: note.title,
    language: 'en',
    content: [
      letterhead(facts.letterhead),
      banner(facts),
      ...(notice ? [{ text: notice, style: 'quiet', italics: true, margin: [0, 0, 0, 4] }] : []),
      { text: note.title, style: 'title', margin: [0, 2, 0, 6] },
      ...mark,
      encounter(encounterLines(note.content, note.programName, timeZone)),
      ...signed(printedSections(note.content.sections), note, timeZone),
      ...later,
    ],
    foot: (page, pages) => [`${whose}  ·  ${note.title}  ·  page ${page} of ${pages}  ·  ${note.digest.slice(0, 16)}`, notice].filter(Boolean).join('\n'),
  });
}

/** How a form prints, filled with invented answers: for its designer, with no patient in it. */
export function examplePdf(title: string, sections: readonly SealedSection[], head: Letterhead): Promise<Buffer> {
  const patient = { name: 'Example Person', birthDate: '1990-01-31', mrn: '000000' };
  return printPdf({
    title,
    language: 'en',
    content: [
      letterhead(head),
      banner({ letterhead: head, patient, timeZone: 'UTC', notice: null }),
      { text: title, style: 'title', margin: [0, 2, 0, 6] },
      { text: 'An example, filled with invented answers. It is nobody’s record.', style: 'quiet' },
      ...printedSections(sections),
    ],
    foot: (page, pages) => `${title}  ·  example  ·  page ${page} of ${pages}`,
  });
}
