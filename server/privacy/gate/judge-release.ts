import { NotFound, type Tx } from '#server/platform/index.ts';
import { agreementFacts, isCurrent, type Agreement } from '../agreements/agreement.ts';
import { agreementsWith } from '../agreements/agreements.store.ts';
import { decide } from '../decision/decide.ts';
import type { ActorFacts, Facts, RecipientFacts } from '../decision/request.ts';
import { policyVersion } from '../jurisdictions/pack.ts';
import { rulesFor } from '../jurisdictions/rules-for.ts';
import { redisclosureNotice } from '../notices/redisclosure-notice.ts';
import { partiesOf, treatedBy } from '../parties/parties.store.ts';
import { postalLine, type Party } from '../parties/party.ts';
import { seeingAll } from './full-sight.store.ts';
import { patientsToRelease, placesOf, seat, type PatientToRelease, type Place } from './release-facts.store.ts';
import type { Judged, ReleaseRequest } from './release-request.ts';
import { standingOf, type Standing } from './standing.store.ts';

interface Outside {
  readonly party: Party;
  readonly agreements: readonly Agreement[];
  readonly treats: ReadonlySet<string>;
}

/** Everything that decisions on these requests need, read at once. */
interface Gathered {
  readonly patients: ReadonlyMap<string, PatientToRelease>;
  readonly parties: ReadonlyMap<string, Outside>;
  readonly standing: ReadonlyMap<string, Standing>;
  readonly places: ReadonlyMap<string, Place>;
  readonly seat: Place;
}

const distinct = (ids: readonly (string | null | undefined)[]): string[] => [...new Set(ids.filter((one) => one !== null && one !== undefined))];

async function outsiders(tx: Tx, requests: readonly ReleaseRequest[], patientIds: readonly string[]): Promise<ReadonlyMap<string, Outside>> {
  const found = new Map<string, Outside>();
  for (const party of await partiesOf(tx, distinct(requests.flatMap(({ partyId, viaPartyId }) => [partyId, viaPartyId]))))
    found.set(party.id, { party, agreements: await agreementsWith(tx, party.id), treats: await treatedBy(tx, party.id, patientIds) });
  return found;
}

async function gather(tx: Tx, requests: readonly ReleaseRequest[], hold: boolean): Promise<Gathered> {
  const patientIds = distinct(requests.map(({ patientId }) => patientId));
  // The consents first: what is read after the lock is what holds when this commits.
  const standing = await standingOf(tx, patientIds, hold);
  return {
    standing,
    patients: await patientsToRelease(tx, patientIds),
    parties: await outsiders(tx, requests, patientIds),
    places: await placesOf(tx, distinct(requests.flatMap(({ records }) => records.map(({ programId }) => programId)))),
    seat: await seat(tx),
  };
}

function actorFacts({ actor }: Tx): ActorFacts {
  return {
    kind: actor.kind === 'staff' ? 'staff' : actor.kind === 'patient' ? 'patient' : 'system',
    id: actor.id,
    roles: [...actor.roles],
    programs: [...actor.programIds],
    administers: [],
    treating: false,
    onCareTeam: false,
    supervises: [],
    identityVerified: false,
    relation: null,
    authorityInForce: false,
  };
}

function agreementOn({ agreements }: Outside, today: Temporal.PlainDate) {
  const current = agreements.find((agreement) => agreement.kind !== 'data-use' && isCurrent(agreement, today));
  return current ? agreementFacts(current) : null;
}

function viaFacts(outside: Outside | undefined, today: Temporal.PlainDate): RecipientFacts['via'] {
  if (!outside) return null;
  const kind = outside.party.legalStatus === 'business-associate' ? 'business-associate' : 'intermediary';
  return { partyId: outside.party.id, kind, agreement: agreementOn(outside, today) };
}

function recipientFacts(request: ReleaseRequest, { parties, patients }: Gathered, today: Temporal.PlainDate): RecipientFacts {
  const bare = { treatingVerified: false, via: null, agreement: null, licences: [] };
  if (request.partyId === request.patientId) {
    return { ...bare, partyId: request.partyId, name: patients.get(request.patientId)?.name ?? '', kind: 'patient', status: 'neither' };
  }
  const outside = parties.get(request.partyId);
  if (!outside?.party.active) throw new NotFound('Recipient');
  if (outside.party.patientId !== null && outside.party.patientId !== request.patientId) throw new NotFound('Recipient');
  const { party } = outside;
  return {
    partyId: party.id,
    name: party.name,
    kind: party.kind,
    status: party.legalStatus,
    treatingVerified: outside.treats.has(request.patientId),
    via: request.viaPartyId ? viaFacts(parties.get(request.viaPartyId), today) : null,
    agreement: agreementOn(outside, today),
    licences: party.licences,
  };
}

const nothingElse = { orders: [], legal: null, emergency: null, research: null, audit: null, report: null, registry: null, stateStatementOnFile: false };
const nothingSigned: Standing = { consents: [], restrictions: [] };

/** The moment of the decision: never before the end of a consent that was read under the lock, though its transaction began later than this one. */
function momentOf(tx: Tx, { consents }: Standing): Temporal.Instant {
  const ends = consents.map(({ expiry }) => (expiry.kind === 'event' ? expiry.happenedAt : expiry.kind === 'end-of-treatment' ? expiry.endedAt : null));
  return ends.reduce<Temporal.Instant>((latest, end) => (end && Temporal.Instant.compare(end, latest) > 0 ? end : latest), tx.now);
}

/** The law of the place that made the strictest records: those under Part 2 first. */
function placeOf({ records }: ReleaseRequest, { places, seat: otherwise }: Gathered): Place {
  const telling = records.find(({ part2 }) => part2 !== 'no') ?? records[0];
  return places.get(telling?.programId ?? '') ?? otherwise;
}

/** Whom to take for the actor and when, where it is not the one who asks, now: for supposing. */
export type AsIf = Pick<Facts, 'at' | 'actor'>;

function judged(tx: Tx, request: ReleaseRequest, gathered: Gathered, asIf: AsIf | undefined): Judged {
  const patient = gathered.patients.get(request.patientId);
  if (!patient) throw new NotFound('Patient');
  const { name: _name, ...patientFacts } = patient;
  const place = placeOf(request, gathered);
  const today = (asIf?.at ?? tx.now).toZonedDateTimeISO(place.timeZone).toPlainDate();
  const recipient = recipientFacts(request, gathered, today);
  const standing = gathered.standing.get(request.patientId) ?? nothingSigned;
  const facts: Facts = {
    policyVersion,
    at: asIf?.at ?? momentOf(tx, standing),
    timeZone: place.timeZone,
    purpose: request.purpose,
    actor: asIf?.actor ?? actorFacts(tx),
    recipient,
    holder: 'covered-entity',
    patient: patientFacts,
    records: request.records,
    ...standing,
    ...nothingElse,
    ...request.circumstances,
    rules: rulesFor(place.state),
  };
  const decision = decide(facts);
  const party = gathered.parties.get(request.partyId)?.party;
  return {
    request,
    facts,
    decision,
    recipient: { partyId: recipient.partyId, name: recipient.name, address: party ? postalLine(party) : null },
    consents: standing.consents.filter(({ id }) => decision.restsOn.includes(id)),
    notice: decision.obligations.includes('notice') ? redisclosureNotice(today) : null,
  };
}

/**
 * Decides on requests to release, without releasing: the same facts and the same decision as a release at this moment. With `hold` the consents stay as
 * they are until the transaction ends. Throws `NotFound` for a recipient or patient that is not there.
 */
export async function judgeReleases(tx: Tx, requests: readonly ReleaseRequest[], { hold, asIf }: { readonly hold: boolean; readonly asIf?: AsIf }): Promise<Judged[]> {
  if (requests.length === 0) return [];
  const gathered = await seeingAll(tx, () => gather(tx, requests, hold));
  return requests.map((request) => judged(tx, request, gathered, asIf));
}
