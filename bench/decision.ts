import { hash } from 'node:crypto';
import { decide, readFacts } from '#server/privacy/index.ts';
import { percentile, row, type Row } from './measure.ts';

const facts = readFacts({
  jurisdiction: 'ca',
  at: '2026-11-23T18:00:00Z',
  timeZone: 'America/Los_Angeles',
  purpose: 'TREAT',
  actor: { kind: 'outside', id: null },
  recipient: { partyId: 'pcp', name: 'Primary care', kind: 'provider', status: 'covered-entity', treatingVerified: true },
  patient: { id: 'john', birthDate: '1990-05-05' },
  records: [{ id: 'note', class: 'progress-note', programId: 'P', part2: 'yes', labels: ['part2'], date: '2026-11-20' }],
  consents: [
    {
      id: 'tpo',
      kind: 'tpo',
      disclosers: ['P'],
      recipients: [{ kind: 'class', class: 'treating-providers' }],
      purposes: ['TREAT', 'HPAYMT', 'HOPERAT'],
      scope: { classes: 'all' },
      expiry: { kind: 'date', lastDay: '2027-01-31' },
      signedAt: '2026-10-01T17:00:00Z',
      signer: 'patient',
    },
  ],
});

const text = JSON.stringify(facts);

/** Microseconds that one call took, in the middle of many rounds of `each` calls, once the engine knows the code as a server that runs for minutes does. */
function microseconds(each: number, run: () => unknown): number {
  const rounds = Array.from({ length: 160 }, () => {
    const start = performance.now();
    for (let call = 0; call < each; call += 1) run();
    return ((performance.now() - start) * 1000) / each;
  });
  return percentile(rounds.slice(100), 0.5);
}

/** One decision about one record on one consent, its input hash included, beside the hash of as much text alone. */
export function oneDecision(): Promise<Row[]> {
  const value = microseconds(200, () => decide(facts));
  const limit = microseconds(200, () => hash('sha256', text));
  return Promise.resolve([row('one decision', value, limit, { unit: 'µs', target: 50 })]);
}
