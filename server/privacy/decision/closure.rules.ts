import type { Redaction } from './decision.ts';
import type { RecordFacts } from './request.ts';

/** What released records still tell of withheld ones, or of others that nobody judged: each such part is taken out. */
export function redactionsOf(records: readonly RecordFacts[], released: ReadonlySet<string>): readonly Redaction[] {
  return records.flatMap(({ id, references }) =>
    released.has(id) ? references.filter(({ recordId }) => !released.has(recordId)).map(({ recordId, part }) => ({ recordId: id, part, of: recordId })) : [],
  );
}
