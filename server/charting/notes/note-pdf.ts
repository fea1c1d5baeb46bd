import { printPdf } from '#server/platform/index.ts';
import type { SealedSection } from './note.ts';
import type { StoredNote } from './notes.store.ts';

/** What a printed page says besides the note: two identifiers of the person (name and birth date, with the record number), and the zone of the times. */
export interface PrintFacts {
  readonly patient: string;
  readonly timeZone: string;
}

type Part = NonNullable<SealedSection['parts']>[number];

const riskWords = { denied: 'asked, denied', present: 'present', 'not-assessed': 'not assessed' } as const;

function moment(at: Temporal.Instant | string, timeZone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' });
}

function printedPart(part: Part, isAlone: boolean): object {
  const label = isAlone ? [] : [{ text: part.carried ? `${part.label} (carried forward)` : part.label, fontSize: 9, color: '#555555' }];
  if (!part.rows) return { stack: [...label, { text: part.text }], margin: [0, 0, 0, 4] };
  const width = Math.max(part.head?.length ?? 0, ...part.rows.map((row) => row.length));
  const filled = (row: readonly string[]) => Array.from({ length: width }, (_unused, place) => ({ text: row[place] ?? '', fontSize: 9 }));
  const head = part.head ? [filled(part.head).map((cell) => ({ ...cell, bold: true }))] : [];
  const table = { headerRows: head.length, dontBreakRows: true, widths: Array.from({ length: width }, () => '*'), body: [...head, ...part.rows.map(filled)] };
  return { stack: [...label, { table, layout: 'lightHorizontalLines' }], margin: [0, 0, 0, 6] };
}

function printedSection({ key, label, text, parts = [{ key, label, text }] }: SealedSection): object[] {
  if (text === '') return [];
  return [{ text: label, style: 'heading', margin: [0, 8, 0, 2] }, ...parts.map((part) => printedPart(part, parts.length === 1 && part.label === label))];
}

function headLines({ content, programName }: StoredNote, { patient, timeZone }: PrintFacts): string[] {
  const { header, minutes, diagnoses, lateSince } = content;
  return [
    patient,
    programName,
    ...(header?.startedAt && header.endedAt
      ? [`${moment(header.startedAt, timeZone)} to ${moment(header.endedAt, timeZone)}, ${minutes ?? 0} minutes, ${header.modality}`]
      : []),
    ...(header?.participants ? [`Took part: ${header.participants}`] : []),
    ...(header?.risk ? [`Risk: ${riskWords[header.risk]}`] : []),
    ...(diagnoses.length > 0 ? [`Diagnoses: ${diagnoses.map(({ code, description }) => `${code} ${description}`).join('; ')}`] : []),
    ...(lateSince ? [`Late entry: due ${moment(lateSince, timeZone)}`] : []),
  ];
}

function signedLine({ content, signedAt }: StoredNote, timeZone: string): object {
  const { signer, supervisor } = content;
  const by = [signer.name, signer.credential].filter(Boolean).join(', ');
  return { text: `Signed by ${by}${supervisor ? `, supervised by ${supervisor.name}` : ''} on ${moment(signedAt, timeZone)}`, margin: [0, 10, 0, 2] };
}

function laterLayer(one: StoredNote, timeZone: string): object[] {
  const { reason, sections } = one.content;
  const heading = { text: `${one.kind === 'amendment' ? 'Amendment' : 'Addendum'} of ${moment(one.signedAt, timeZone)}`, style: 'heading', margin: [0, 14, 0, 2] };
  const text =
    one.kind === 'amendment'
      ? [{ text: `Corrected because: ${reason ?? ''}` }, ...sections.flatMap(printedSection)]
      : sections.map(({ text: words }) => ({ text: words }));
  return [heading, ...text, signedLine(one, timeZone), { text: `Seal SHA-256 ${one.digest}`, fontSize: 7, color: '#555555' }];
}

/** A signed note as PDF, from what was sealed: the note as it was signed first, then each layer over it. The same record gives the same bytes. */
export function notePdf(note: StoredNote, layers: readonly StoredNote[], facts: PrintFacts): Promise<Buffer> {
  const { timeZone } = facts;
  const error = layers.find(({ kind }) => kind === 'error');
  const later = layers.filter(({ kind }) => kind !== 'error').flatMap((one) => laterLayer(one, timeZone));
  const mark = error
    ? [{ text: `ENTERED IN ERROR on ${moment(error.signedAt, timeZone)}: ${error.content.sections[0]?.text ?? ''}`, bold: true, color: '#b00020', margin: [0, 0, 0, 8] }]
    : [];
  return printPdf({
    title: note.title,
    language: 'en',
    content: [
      { text: note.title, style: 'title' },
      ...mark,
      ...headLines(note, facts).map((text) => ({ text, fontSize: 10 })),
      ...note.content.sections.flatMap(printedSection),
      signedLine(note, timeZone),
      { text: `Seal SHA-256 ${note.digest}`, fontSize: 7, color: '#555555' },
      ...later,
    ],
    foot: (page, pages) => `${facts.patient} · page ${page} of ${pages} · ${note.digest.slice(0, 16)}`,
  });
}
