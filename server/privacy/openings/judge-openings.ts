import type { Tx } from '#server/platform/index.ts';
import type { Decision } from '../decision/decision.ts';
import type { ConsentFacts } from '../decision/facts.ts';
import { decide } from '../decision/decide.ts';
import type { Facts, RecordFacts } from '../decision/request.ts';
import { seeingAll } from '../gate/full-sight.store.ts';
import { patientsToRelease, placesOf, seat, type Place } from '../gate/release-facts.store.ts';
import { standingOf, type Standing } from '../gate/standing.store.ts';
import { policyVersion } from '../jurisdictions/pack.ts';
import { rulesFor } from '../jurisdictions/rules-for.ts';
import { openingOf, partOfChart } from './opening.rules.ts';
import type { Opening, PartInCare } from './opening.ts';
import { kindsOfRecords, namesOfPrograms, partInCare } from './openings.store.ts';

/** A program's part of a chart that may be opened, with the decision that says so. */
export interface JudgedOpening {
  readonly opening: Opening;
  readonly programName: string;
  readonly place: Place;
  readonly facts: Facts;
  readonly decision: Decision;
  readonly consent: ConsentFacts;
  readonly records: readonly RecordFacts[];
}

const nothingElse = {
  recipient: null,
  orders: [],
  legal: null,
  emergency: null,
  research: null,
  audit: null,
  report: null,
  registry: null,
  stateStatementOnFile: false,
} as const;

interface Asked {
  readonly patient: Facts['patient'];
  readonly standing: Standing;
  readonly care: PartInCare;
  readonly place: Place;
  readonly records: readonly RecordFacts[];
}

function factsOf({ actor, now }: Tx, { patient, standing, care, place, records }: Asked): Facts {
  return {
    policyVersion,
    at: now,
    timeZone: place.timeZone,
    purpose: 'TREAT',
    actor: {
      kind: 'staff',
      id: actor.id,
      roles: [...actor.roles],
      programs: [...actor.programIds],
      administers: [],
      treating: care.isOwn || care.isOfUnit,
      onCareTeam: care.isOwn,
      supervises: [],
      identityVerified: true,
      relation: null,
      authorityInForce: false,
    },
    holder: 'covered-entity',
    patient,
    records,
    ...standing,
    ...nothingElse,
    rules: rulesFor(place.state),
  };
}

/**
 * What of a patient's chart in other programs the actor may open on signed consents, for treatment. Empty for nobody, for no consent and for nothing to
 * open: whoever may not know cannot tell these apart (42 CFR 2.13(c)). With `hold` the consents stay as they are until the transaction ends.
 */
export async function judgeOpenings(tx: Tx, patientId: string, { hold }: { readonly hold: boolean }): Promise<readonly JudgedOpening[]> {
  if (tx.actor.kind !== 'staff') return [];
  return seeingAll(tx, async () => {
    const standing = (await standingOf(tx, [patientId], hold)).get(patientId);
    const person = (await patientsToRelease(tx, [patientId])).get(patientId);
    if (!standing || !person || standing.consents.length === 0) return [];
    const { name: _name, ...patient } = person;
    const held = (await kindsOfRecords(tx, patientId)).filter(({ programId }) => !tx.actor.programIds.includes(programId));
    const programIds = [...new Set(held.map(({ programId }) => programId))];
    const [care, names, places, otherwise] = [await partInCare(tx, patientId), await namesOfPrograms(tx, programIds), await placesOf(tx, programIds), await seat(tx)];
    return programIds.flatMap((programId) => {
      const place = places.get(programId) ?? otherwise;
      const records = partOfChart(programId, held);
      const facts = factsOf(tx, { patient, standing, care, place, records });
      const decision = decide(facts);
      const opening = openingOf(programId, records, decision, standing.consents);
      const consent = standing.consents.find(({ id }) => id === opening?.consentId);
      return opening && consent ? [{ opening, consent, decision, facts, place, records, programName: names.get(programId) ?? '' }] : [];
    });
  });
}
