import { action, NotFound, printPdf, type Tx } from '#server/platform/index.ts';
import { accountingOf, readingToRelease, type DisclosureRow } from '#server/privacy/index.ts';
import { purposeNames } from '../packets/consent-scope.rules.ts';
import { coverOf } from '../packets/records.store.ts';
import { writtenDay } from '../packets/written-words.rules.ts';

const years = { hipaa: 6, part2: 3 };

function sinceOf(tx: Tx) {
  const before = (count: number) => tx.now.toZonedDateTimeISO('UTC').subtract({ years: count }).toInstant();
  return { hipaa: before(years.hipaa), part2: before(years.part2) };
}

const lineOf = ({ id, at, recipientName, recipientAddress, what, purpose, basis }: DisclosureRow) => ({ id, at, recipientName, recipientAddress, what, purpose, basis });

/** The accounting that a patient may ask for: six years by 45 CFR 164.528, three by 42 CFR 2.25. */
export const readAccounting = action('accounting.read', async (tx, { patientId }: { patientId: string }) => {
  const since = sinceOf(tx);
  tx.touch({ kind: 'disclosure', patientId });
  return { since, items: (await accountingOf(tx, patientId, since)).map(lineOf) };
});

/** The accounting as pages for the patient. */
export const printAccounting = action('accounting.print', async (tx, { patientId }: { patientId: string }) => {
  const rows = await accountingOf(tx, patientId, sinceOf(tx));
  const cover = await readingToRelease(tx, () => coverOf(tx, patientId));
  if (!cover) throw new NotFound('Patient');
  tx.touch({ kind: 'disclosure', patientId });
  const head = ['Date', 'To', 'What', 'Purpose and basis'].map((text) => ({ text, bold: true }));
  const lines = rows.map((row) => [
    writtenDay(row.at.toZonedDateTimeISO(cover.timeZone).toPlainDate().toString()),
    [row.recipientName, row.recipientAddress].filter(Boolean).join(', '),
    row.what,
    `${purposeNames[row.purpose] ?? row.purpose}, ${row.basis.replaceAll('-', ' ')}`,
  ]);
  const body = await printPdf({
    title: 'Accounting of disclosures',
    language: 'en',
    content: [
      { text: 'Accounting of disclosures', style: 'title' },
      {
        text: `${cover.patient}, born ${writtenDay(cover.birthDate.toString())}, record ${cover.mrn}. ${cover.organisation}, ${cover.organisationAddress}.`,
        margin: [0, 0, 0, 8],
      },
      { text: 'Six years by 45 CFR 164.528; disclosures on consent of three years by 42 CFR 2.25.', margin: [0, 0, 0, 8] },
      rows.length === 0
        ? { text: 'Nothing that belongs into this accounting left.' }
        : { table: { headerRows: 1, widths: [60, 130, '*', 110], body: [head, ...lines] }, fontSize: 9 },
    ],
    foot: (page, pages) => `Page ${page} of ${pages}`,
  });
  return { contentType: 'application/pdf', fileName: 'accounting.pdf', body, inline: true };
});
