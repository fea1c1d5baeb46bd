import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, isReleased, redisclosureNotice, rule, type Facts, type Judged, type RecordFacts } from '#server/privacy/index.ts';
import { world } from '#testing/worlds.ts';
import type { PacketRecord } from './packet.ts';
import { documentOf, printPacket, type Gathered, type PacketAsked } from './rehearse.ts';

const words = fc.string({ minLength: 1, maxLength: 60 });

/** Records as they might be written: random words around random facts. */
const written = (facts: RecordFacts): fc.Arbitrary<PacketRecord> =>
  fc.record({
    facts: fc.constant(facts),
    title: words,
    day: fc.constant(facts.date?.toString() ?? ''),
    about: fc.array(words, { maxLength: 2 }),
    sections: fc.array(fc.record({ label: words, text: words }), { maxLength: 3 }),
    mentions: fc.constant(facts.references.map(({ recordId }) => ({ recordId, text: `tells of ${recordId}` }))),
  });

const cover = {
  organisation: 'Harbor',
  organisationAddress: '410 Harbor Street',
  phone: '2535550100',
  patient: 'Mara Lind',
  birthDate: Temporal.PlainDate.from('1990-02-03'),
  mrn: '100001',
  timeZone: 'America/Los_Angeles',
};

/** A decision on these facts with what goes along, as the gate answers it. */
function judgedOn(facts: Facts): Judged {
  const decision = decide(facts);
  const { recipient, records, patient, purpose, consents } = facts;
  return {
    request: { patientId: patient.id, partyId: recipient?.partyId ?? '', purpose, records, channel: 'print', what: 'records' },
    facts,
    decision,
    recipient: { partyId: recipient?.partyId ?? '', name: recipient?.name ?? '', address: null },
    consents: consents.filter(({ id }) => decision.restsOn.includes(id)),
    notice: decision.obligations.includes('notice') ? redisclosureNotice(Temporal.PlainDate.from('2026-11-23')) : null,
  };
}

interface Case {
  readonly asked: PacketAsked;
  readonly gathered: Gathered;
  readonly rehearsed: Judged;
  readonly released: Judged;
}

/** A packet rehearsed by somebody, and released by the queue some minutes later from the same facts. */
const rehearsals: fc.Arbitrary<Case> = world
  .filter((facts) => facts.recipient !== null && rule({ ...facts, actor: { ...facts.actor, kind: 'staff' } }).released.length > 0)
  .chain((facts) =>
    fc
      .record({
        number: fc.integer({ min: 1, max: 9_999_999 }),
        records: fc.tuple(...facts.records.map(written)),
        disagreements: fc.array(words, { maxLength: 1 }),
        minutes: fc.integer({ min: 0, max: 20 }),
      })
      .map(({ number, records, disagreements, minutes }) => ({
        asked: {
          number,
          patientId: facts.patient.id,
          partyId: facts.recipient?.partyId ?? '',
          lane: 'treatment',
          facts: {},
          classes: ['progress-note'],
          periodFrom: null,
          periodTo: null,
          preparedAt: facts.at,
        },
        gathered: { records, cover, disagreements },
        rehearsed: judgedOn({ ...facts, actor: { ...facts.actor, kind: 'staff' } }),
        released: judgedOn({ ...facts, actor: { ...facts.actor, kind: 'system', id: null, roles: [], programs: [] }, at: facts.at.add({ minutes }) }),
      })),
  );

const digest = ({ asked, gathered }: Case, judged: Judged): string => {
  const { foot, ...document } = documentOf(asked, gathered, judged);
  return createHash('sha256')
    .update(JSON.stringify([document, foot(1, 2)]))
    .digest('hex');
};

/** All of a decision that a packet shows. */
const shown = ({ decision: { released, redactions, says, citation, restsOn, obligations } }: Judged) =>
  JSON.stringify({ released, redactions, says, citation, restsOn, tells: obligations.filter((one) => one === 'notice' || one === 'consent-copy') });

// `npm run proofs` compares more than a thousand.
const runs = Number(process.env['REHEARSALS'] ?? 200);

test('what is released has the pages that were rehearsed, unless the decision became another', () => {
  let same = 0;
  fc.assert(
    fc.property(rehearsals, (one) => {
      if (!isReleased(one.released)) return;
      const isSame = shown(one.rehearsed) === shown(one.released);
      expect(digest(one, one.rehearsed) === digest(one, one.released)).toBe(isSame);
      same += isSame ? 1 : 0;
    }),
    { numRuns: runs },
  );
  expect(same).toBeGreaterThan(runs * 0.8);
});

test('the same pages are the same bytes', { timeout: 60_000 }, async () => {
  const going = rehearsals.filter(({ rehearsed, released }) => isReleased(rehearsed) && shown(rehearsed) === shown(released));
  for (const one of fc.sample(going, 12)) {
    const [first, second] = [await printPacket(one.asked, one.gathered, one.rehearsed), await printPacket(one.asked, one.gathered, one.released)];
    expect(second.sha256).toBe(first.sha256);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(first.pages).toBeGreaterThan(1);
  }
});
