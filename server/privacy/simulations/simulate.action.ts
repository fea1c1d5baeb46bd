import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { decide } from '../decision/decide.ts';
import { explain } from '../decision/explain.rules.ts';
import type { PurposeOfUse } from '../decision/facts.ts';
import type { Facts } from '../decision/request.ts';
import { seeingAll } from '../gate/full-sight.store.ts';
import { judgeReleases } from '../gate/judge-release.ts';
import { chainOf, plainActor, rulingOn } from './simulation.rules.ts';
import { recordsOf, staffAbout, type KnownRecord, type KnownStaff } from './simulations.store.ts';

/** A question of "what if". */
export interface Supposed {
  readonly patientId: string;
  readonly actor: { readonly kind: 'staff'; readonly staffId: string } | { readonly kind: 'patient' | 'outside' };
  readonly partyId: string | null;
  readonly purpose: PurposeOfUse;
  readonly at?: string | undefined;
}

async function whoAsks(tx: Tx, { actor, patientId }: Supposed, at: Temporal.Instant): Promise<KnownStaff> {
  if (actor.kind !== 'staff') return { name: actor.kind === 'patient' ? 'The patient' : 'Somebody outside', programNames: [], facts: plainActor(actor.kind, patientId) };
  const found = await seeingAll(tx, () => staffAbout(tx, actor.staffId, patientId, at));
  if (!found) throw new NotFound('Staff');
  return found;
}

/** The facts as the gate gathers them for a release; for a use inside, the same without a recipient. */
async function factsFor(tx: Tx, supposed: Supposed, records: readonly KnownRecord[], asIf: Pick<Facts, 'at' | 'actor'>): Promise<Facts> {
  const { patientId, partyId, purpose } = supposed;
  const request = { patientId, partyId: partyId ?? patientId, purpose, records: records.map(({ facts }) => facts), channel: 'in-person', what: 'Simulation' } as const;
  const [judged] = await judgeReleases(tx, [request], { hold: false, asIf });
  if (!judged) throw new Error('A request was not judged');
  return partyId === null ? { ...judged.facts, recipient: null } : judged.facts;
}

/** What would be decided on all records of a patient, for any actor, recipient, purpose and moment: over the facts that a release would rest on. Nothing is kept but the entry of the audit. */
export const simulate = action(
  'decision.simulate',
  async (tx, supposed: Supposed) => {
    const at = supposed.at ? Temporal.Instant.from(supposed.at) : tx.now;
    const asking = await whoAsks(tx, supposed, at);
    const records = await seeingAll(tx, () => recordsOf(tx, supposed.patientId));
    const facts = await factsFor(tx, supposed, records, { at, actor: asking.facts });
    const decision = decide(facts);
    const { patientId, purpose, partyId, actor } = supposed;
    tx.touch({
      kind: 'simulation',
      patientId,
      details: { purpose, partyId: partyId ?? 'inside', actor: actor.kind === 'staff' ? actor.staffId : actor.kind, outcome: decision.outcome },
    });
    return {
      decision,
      explanation: explain(facts, decision),
      chain: chainOf(facts, decision, asking),
      records: records.map(({ facts: { id, class: recordClass, labels, date }, programName }) => ({
        id,
        class: recordClass,
        programName,
        labels,
        day: date,
        ...rulingOn(decision, id),
      })),
    };
  },
  { purpose: 'HOPERAT' },
);
