import { action } from '#server/platform/index.ts';
import type { InstrumentSummary } from './instrument.contract.ts';
import { newestInstrument, newestInstruments, type PublishedInstrument } from './instruments.store.ts';

function summary({ definition, origin, licenceStatement }: PublishedInstrument): InstrumentSummary {
  const { code, version, title, abbreviation, domain, source, validity, administration } = definition;
  const { minutes, by, bySelf, isProgressMeasure } = administration;
  return { code, version, title, abbreviation, domain, source, validity, minutes, by, bySelf, isProgressMeasure, origin, licence: licenceStatement };
}

/** What can be asked here, by its short name. */
export const listInstruments = action(
  'instrument.list',
  async (tx) => ({ items: (await newestInstruments(tx)).map(summary).toSorted((left, right) => left.abbreviation.localeCompare(right.abbreviation)) }),
  { audit: 'touched' },
);

/** One instrument with its questions and scoring, for reading and for taking along. */
export const showInstrument = action('instrument.show', async (tx, { code }: { code: string }) => (await newestInstrument(tx, code)).definition, { audit: 'touched' });
