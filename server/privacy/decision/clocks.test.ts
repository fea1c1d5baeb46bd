import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consent as anyConsent, world } from '#testing/worlds.ts';
import { rulesFor } from '../jurisdictions/rules-for.ts';
import { rule } from './decide.ts';
import type { Facts, RecordFacts } from './request.ts';

const runs = { numRuns: Number(process.env['WORLDS'] ?? 1000) };
const lasting = { timeout: 900_000 };
const zones = ['America/Los_Angeles', 'America/New_York', 'Pacific/Honolulu', 'America/Phoenix'] as const;
const gates = { ca: 12, wa: 13, il: 12, tx: 0 } as const;
const states = Object.keys(gates) as (keyof typeof gates)[];

const protectedNote: RecordFacts = {
  id: 'note',
  class: 'progress-note',
  programId: 'P',
  part2: 'yes',
  labels: ['part2'],
  originatorId: 'ann',
  date: null,
  origin: { kind: 'made-here' },
  encounterId: null,
  deidentified: false,
  minorConsentedAlone: false,
  references: [],
};

/** Somebody outside whom the only consent names, at a moment. */
function asked(facts: Facts, consent: Facts['consents'][number], at: Temporal.Instant, timeZone: string): Facts {
  const holds = { ...consent, kind: 'tpo' as const, disclosers: ['P'], recipients: [{ kind: 'named' as const, partyId: 'H', name: 'H' }], purposes: ['TREAT' as const] };
  const scope = { classes: 'all' as const, excludedLabels: [], from: null, to: null };
  return {
    ...facts,
    at,
    timeZone,
    purpose: 'TREAT',
    actor: { ...facts.actor, kind: 'outside', id: null },
    recipient: { partyId: 'H', name: 'H', kind: 'provider', status: 'covered-entity', treatingVerified: true, via: null, agreement: null, licences: [] },
    patient: { ...facts.patient, birthDate: Temporal.PlainDate.from('1990-05-05'), deceased: false, capacity: 'capable' },
    records: [protectedNote],
    consents: [{ ...holds, scope, id: 'tpo', revokedAt: null, missingElements: [], supersedes: null, signer: 'patient' }],
    restrictions: [],
  };
}

test('13: a consent holds to the last nanosecond of its day in the time zone of the program, and an event ends it when it is recorded', lasting, () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }));
  fc.assert(
    fc.property(world, anyConsent, day, fc.constantFrom(...zones), (facts, consent, lastDay, zone) => {
      const signedAt = Temporal.Instant.from('2025-06-01T12:00:00Z');
      const ended = lastDay.add({ days: 1 }).toZonedDateTime(zone).toInstant();
      const goes = (at: Temporal.Instant, expiry: Facts['consents'][number]['expiry']) =>
        rule(asked(facts, { ...consent, id: 'tpo', signedAt, expiry }, at, zone)).reason;
      expect(goes(ended.subtract({ nanoseconds: 1 }), { kind: 'date', lastDay })).toBe('TPO_OK');
      expect(goes(ended, { kind: 'date', lastDay })).toBe('EXPIRED');
      expect(goes(ended, { kind: 'event', event: 'discharge', happenedAt: null })).toBe('TPO_OK');
      expect(goes(ended, { kind: 'event', event: 'discharge', happenedAt: ended })).toBe('EXPIRED');
    }),
    runs,
  );
});

test('12: on the birthday that crosses a gate the parent’s sight ends, and what a parent alone signed carries nothing', lasting, () => {
  const born = fc.integer({ min: 0, max: 600 }).map((days) => Temporal.PlainDate.from('2013-06-01').add({ days }));
  fc.assert(
    fc.property(world, anyConsent, born, fc.constantFrom(...states), fc.boolean(), (facts, consent, birthDate, state, labelled) => {
      const gate = gates[state];
      const at = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: 'America/Los_Angeles', plainTime: '00:00:01' }).toInstant();
      const record = labelled ? protectedNote : { ...protectedNote, part2: 'no' as const, labels: [], minorConsentedAlone: true };
      const child = { ...facts.patient, birthDate, deceased: false, emancipated: false, threatJudged: false, capacity: 'capable' as const };
      const seenByParent = (day: Temporal.PlainDate) => ({
        ...asked(facts, { ...consent, id: 'x', signedAt: Temporal.Instant.from('2025-01-01T00:00:00Z') }, at(day), 'America/Los_Angeles'),
        purpose: 'FAMRQT' as const,
        recipient: null,
        consents: [],
        patient: child,
        records: [record],
        rules: rulesFor(state),
        actor: { ...facts.actor, kind: 'representative' as const, id: 'mother', relation: 'parent' as const, identityVerified: true, authorityInForce: true },
      });
      const adult = birthDate.add({ years: 18 });
      expect(rule(seenByParent(adult)).released).toEqual([]);
      expect(rule(seenByParent(adult)).reason).toBe('PROXY_ENDED');
      expect(rule(seenByParent(birthDate.add({ years: Math.max(gate, 12) }))).reason).toBe('MINOR_CONTROLS');
      const signedByParent = (day: Temporal.PlainDate, cosigners: readonly 'minor-patient'[]) => {
        const world = asked(facts, { ...consent, id: 'x', signedAt: at(birthDate.add({ days: 1 })), expiry: { kind: 'none' } }, at(day), 'America/Los_Angeles');
        return rule({ ...world, patient: child, rules: rulesFor(state), consents: world.consents.map((one) => ({ ...one, signer: 'parent' as const, cosigners })) });
      };
      if (gate > 0) expect(signedByParent(birthDate.add({ years: gate }).subtract({ days: 1 }), ['minor-patient']).reason).toBe('TPO_OK');
      expect(signedByParent(birthDate.add({ years: Math.max(gate, 12) }), []).reason).toBe('MINOR_CONTROLS');
      // Signed by the minor too, but before the minor could.
      if (gate > 0) expect(signedByParent(birthDate.add({ years: gate }), ['minor-patient']).reason).toBe('MINOR_CONTROLS');
      expect(signedByParent(adult, ['minor-patient']).reason).toBe('PROXY_ENDED');
    }),
    runs,
  );
});
