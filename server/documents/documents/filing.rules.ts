import type { Obstacle } from '#server/platform/index.ts';
import { categories, receiptBases, type Access, type Document, type DocumentFacts } from './document.ts';

/** What stands against filing a document with these facts. */
export function obstaclesToFiling({ category, receiptBasis, dated }: DocumentFacts, today: Temporal.PlainDate): Obstacle[] {
  const found: Obstacle[] = [];
  if (!categories.some(({ code }) => code === category)) found.push({ code: 'document.unknown-category', says: 'Choose what kind of document it is.', at: 'category' });
  if (!receiptBases.some(({ code }) => code === receiptBasis))
    found.push({ code: 'document.unknown-basis', says: 'Choose on what basis it was received.', at: 'receiptBasis' });
  if (dated && Temporal.PlainDate.compare(dated, today) > 0)
    found.push({ code: 'document.dated-in-future', says: 'It cannot have been written after today.', at: 'dated' });
  return found;
}

/** Who may read documents of a category. What is unknown counts as clinical. */
export function accessOf(category: string): Access {
  return categories.find(({ code }) => code === category)?.access ?? 'clinical';
}

/** The permission that reading the bytes takes. */
export function permissionFor(access: Access): string {
  return access === 'clinical' ? 'chart.read' : 'document.read';
}

/** Labels that the way of receipt adds: a record of a Part 2 program stays one in the hands of its lawful holder (42 CFR 2.12(d)(2)). */
export function labelsOfReceipt(receiptBasis: string): string[] {
  return receiptBases.some(({ code, part2 }) => code === receiptBasis && part2) ? ['part2'] : [];
}

/** The same bytes in the same chart, unless that was meant. */
export function obstaclesToDouble(same: Pick<Document, 'title' | 'writtenAt'> | undefined, isMeant: boolean): Obstacle[] {
  if (!same || isMeant) return [];
  return [
    {
      code: 'document.is-double',
      says: `The same file is in this chart already, as “${same.title}”, filed ${same.writtenAt.toString().slice(0, 10)}. File it again only if that is meant.`,
      at: 'isMeant',
    },
  ];
}
