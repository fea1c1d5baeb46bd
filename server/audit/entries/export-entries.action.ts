import { action } from '#server/platform/index.ts';
import { entriesAsCsv } from './csv.rules.ts';
import { entriesWanted, type EntryFilter } from './entries.store.ts';

const most = 50_000;

/** The entries that fit the filters as a file, the newest first; making the file leaves an entry too. */
export const exportEntries = action(
  'audit.export',
  async (tx, filter: Omit<EntryFilter, 'limit' | 'cursor'>) => {
    const entries = (await entriesWanted(tx, { ...filter, limit: most })).slice(0, most);
    tx.touch({ kind: 'audit', patientId: filter.patientId, details: { entries: entries.length, filters: Object.keys(filter).toSorted().join(' ') } });
    return {
      contentType: 'text/csv; charset=utf-8',
      fileName: `access-log-${tx.now.toString().slice(0, 10)}.csv`,
      body: new TextEncoder().encode(entriesAsCsv(entries)),
    };
  },
  { purpose: 'HOPERAT' },
);
