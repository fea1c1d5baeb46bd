import type pg from 'pg';
import { analytesOf, interpreted, panelOf, resultLine, reviewWithinHours, worstOf, type SaidValue } from '#server/observations/index.ts';
import { copyRows, type CopyValue } from './copy.ts';
import type { ProgramKey } from './organisation.ts';
import { Chance } from './random.ts';
import type { Story } from './story.ts';

type Said = Readonly<Record<string, SaidValue>>;

const laboratory = { laboratory: 'Tidewater Reference Laboratory', clia: '50D9999901' };
// Days between two collections: levels in psychiatry, drug screens where substance use is treated.
const every: Readonly<Partial<Record<ProgramKey, number>>> = { psychiatry: 84, otp: 30, iop: 14, residential: 10 };
const most = 10;

const number = (chance: Chance, from: number, to: number, decimals: number) => (from + chance.next() * (to - from)).toFixed(decimals);
const measured = (chance: Chance, from: number, to: number, decimals: number, range: { low?: string; high?: string }) => ({
  value: number(chance, from, to, decimals),
  low: range.low ?? null,
  high: range.high ?? null,
});

function psychiatryPanels(chance: Chance): readonly (readonly [panel: string, said: Said])[] {
  return [
    ['lithium', { lithium: measured(chance, 0.45, 1.25, 2, { low: '0.60', high: '1.20' }) }],
    ['a1c', { a1c: measured(chance, 5, 6.4, 1, { low: '4.0', high: '5.6' }) }],
    [
      'cmp',
      {
        glucose: measured(chance, 78, 128, 0, { low: '70', high: '99' }),
        creatinine: measured(chance, 0.7, 1.2, 2, { low: '0.60', high: '1.20' }),
        egfr: measured(chance, 72, 112, 0, { low: '60' }),
        sodium: measured(chance, 135, 144, 0, { low: '135', high: '145' }),
        potassium: measured(chance, 3.6, 4.9, 1, { low: '3.5', high: '5.1' }),
        calcium: measured(chance, 8.8, 10.2, 1, { low: '8.6', high: '10.3' }),
        alt: measured(chance, 12, 62, 0, { high: '49' }),
      },
    ],
  ];
}

function screen(chance: Chance, program: ProgramKey): Said {
  const slips = ['fentanyl', 'cocaine', 'methamphetamine', 'cannabinoids', 'benzodiazepines'] as const;
  const slip = chance.happens(0.22) ? chance.one(slips) : undefined;
  const negatives = ['amphetamines', ...slips, 'opiates', 'oxycodone', 'buprenorphine'];
  const findings = Object.fromEntries(
    negatives.map((code) => [code, code === slip ? { value: 'positive', isExpected: false } : { value: 'negative', isExpected: true }]),
  );
  const prescribed: Said = program === 'otp' ? { methadone: { value: 'positive', isExpected: true }, eddp: { value: 'positive', isExpected: true } } : {};
  return { ...findings, ...prescribed, 'urine-temperature': { value: String(chance.between(92, 98)) }, 'urine-creatinine': { value: String(chance.between(24, 190)) } };
}

/** Writes results of laboratories and drug screens; the last ones still wait for review. */
export async function writeResults(client: pg.Client, { cast, people, stays }: Pick<Story, 'cast' | 'people' | 'stays'>, today: Temporal.PlainDate): Promise<void> {
  const chance = new Chance(59);
  const rows: CopyValue[][] = [];
  const write = (panelCode: string, said: Said, at: Temporal.Instant, of: { patientId: string; programId: string; nurse: string; reviewer: string }) => {
    const panel = panelOf(panelCode);
    if (!panel) throw new RangeError(`No panel ${panelCode}`);
    const analytes = analytesOf(panel);
    const values = interpreted(analytes, said);
    const received = at.add({ hours: panel.kind === 'drug-screen' ? 0 : 26 });
    const worst = worstOf(values);
    const isWaiting = Temporal.PlainDate.compare(received.toZonedDateTimeISO('America/Los_Angeles').toPlainDate(), today.subtract({ days: 2 })) >= 0;
    const reviewed = isWaiting ? [null, null, ''] : [received.add({ hours: 3 }), of.reviewer, worst === 'normal' ? '' : 'Seen, and talked over at the next visit'];
    rows.push([
      chance.uuid(at),
      1,
      of.patientId,
      of.programId,
      panel.code,
      panel.name,
      at,
      received,
      ...(panel.kind === 'drug-screen'
        ? ['Tested here', '', panel.specimen, 'presumptive', chance.happens(0.5)]
        : [laboratory.laboratory, laboratory.clia, panel.specimen, null, null]),
      { json: values },
      worst,
      resultLine(analytes, values),
      'recorded',
      received,
      of.nurse,
      received.add({ hours: reviewWithinHours[worst] }),
      ...reviewed,
    ]);
  };
  for (const stay of stays) {
    const [patientId, days] = [people[stay.patient]?.id, every[stay.program]];
    if (patientId === undefined || days === undefined) continue;
    const inProgram = cast.staff.filter(({ programs }) => programs.includes(stay.program));
    const nurse = inProgram.find(({ role }) => role === 'nurse')?.id ?? inProgram.find(({ role }) => role === 'prescriber')?.id ?? stay.clinician;
    const reviewer = inProgram.find(({ role }) => role === 'prescriber')?.id ?? nurse;
    const last = stay.endedOn ?? today.subtract({ days: 2 });
    const collections = Array.from({ length: most }, (_unused, place) => last.subtract({ days: place * days + chance.between(0, days - 1) }));
    for (const day of collections.filter((each) => Temporal.PlainDate.compare(each, stay.admittedOn) >= 0)) {
      const at = day.toZonedDateTime({ timeZone: 'America/Los_Angeles', plainTime: { hour: chance.between(7, 11), minute: chance.between(0, 11) * 5 } }).toInstant();
      const panels = stay.program === 'psychiatry' ? psychiatryPanels(chance) : ([['urine-drug-screen', screen(chance, stay.program)]] as const);
      for (const [panel, said] of panels) write(panel, said, at, { patientId, programId: cast.programIds[stay.program], nurse, reviewer });
    }
  }
  await copyRows(
    client,
    'observations.result',
    `id version patient_id program_id panel panel_name collected_at received_at laboratory clia specimen method is_observed
      values worst says state written_at written_by review_due reviewed_at reviewed_by review_says`.split(/\s+/),
    rows,
  );
}
