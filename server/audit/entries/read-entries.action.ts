import { action, type Tx } from '#server/platform/index.ts';
import { chainState, entriesWanted, type EntryFilter } from './entries.store.ts';
import type { EntryLine } from './entry-line.ts';

async function page(tx: Tx, filter: EntryFilter): Promise<{ items: EntryLine[]; next?: string }> {
  const found = await entriesWanted(tx, filter);
  const items = found.slice(0, filter.limit);
  const last = items.at(-1);
  return found.length > filter.limit && last ? { items, next: last.id } : { items };
}

/** Reads the audit; reading it leaves an entry too, 45 CFR 164.308(a)(1)(ii)(D). */
export const listEntries = action(
  'audit.read',
  (tx, filter: EntryFilter) => {
    tx.touch({ kind: 'audit', patientId: filter.patientId, details: { filters: Object.keys(filter).toSorted().join(' ') } });
    return page(tx, filter);
  },
  { purpose: 'HOPERAT' },
);

/** Who read or changed one person's record. */
export const listAccesses = action(
  'audit.read-accesses',
  (tx, filter: EntryFilter & { patientId: string }) => {
    tx.touch({ kind: 'audit', patientId: filter.patientId });
    return page(tx, filter);
  },
  { purpose: 'HOPERAT' },
);

/** How far the chain has come. */
export const readChain = action('audit.read-chain', (tx, _nothing: object) => chainState(tx), { purpose: 'HOPERAT', audit: 'touched' });
