import { paidOf, type AdjudicatedClaim } from '../adjudication/adjudicated.ts';
import { triggerOf } from '../adjudication/triggers.ts';
import { claimAcknowledgement, type AcknowledgedClaim, type AcknowledgementHeader } from '../answers/claim-acknowledgement.ts';
import { implementationAcknowledgement, implementationFindings, verdictOf, type JudgedSet } from '../answers/implementation-acknowledgement.ts';
import { interchangeAcknowledgement } from '../answers/interchange-acknowledgement.ts';
import { claimsIn } from '../submitted-claim.ts';
import { finding, printFinding, type Finding } from '../validation/finding.ts';
import { childOf, textIn } from '../validation/loop-instance.ts';
import { senderOf, validate837, type ValidatedGroup, type ValidatedInterchange, type ValidatedSet } from '../validation/validate.ts';
import { valueAt } from '../x12/segment.ts';
import { answer, clearinghouseId, enqueue, type Correspondent } from './answering.ts';
import { corrected, decide, takeBack } from './decide.ts';
import { judgeAtClearinghouse, judgeAtPayer } from './judge-claims.ts';
import type { Ledger } from './ledger.ts';
import { settle } from './settle.ts';

interface Work {
  readonly ledger: Ledger;
  readonly to: Correspondent;
  readonly sender: string;
}

function correspondentOf({ interchange: { isa } }: ValidatedInterchange): Correspondent {
  return { qualifier: valueAt(isa, 5), id: valueAt(isa, 6).trim(), usage: valueAt(isa, 15) === 'P' ? 'P' : 'T' };
}

function orderedFindings(ledger: Ledger, { set }: ValidatedSet): readonly Finding[] {
  const segment = set.segments[1] ?? set.st;
  const place = { segment, element: 1, value: valueAt(segment, 1) };
  if (ledger.take('reject-file') !== undefined) return [finding('element.code', 'Rejected because that was ordered.', place)];
  return ledger.take('accept-with-errors') === undefined ? [] : [finding('element.lower-case', 'Accepted with errors because that was ordered.', place)];
}

function judgeSet(ledger: Ledger, validated: ValidatedSet): JudgedSet {
  const findings = [...implementationFindings(validated.findings), ...orderedFindings(ledger, validated)];
  return { validated, findings, verdict: verdictOf(findings) };
}

function headerOf({ ledger }: Work, set: ValidatedSet, source: AcknowledgementHeader['source']): AcknowledgementHeader {
  const submitter = childOf(set.root, '1000A');
  return {
    source,
    submitter: { name: textIn(submitter, 'NM1', 3), id: textIn(submitter, 'NM1', 9) },
    fileReference: textIn(set.root, 'BHT', 3),
    trace: `ACK${ledger.nextSerial()}`,
    at: ledger.now(),
  };
}

function acknowledgeClaims(work: Work, header: AcknowledgementHeader, claims: readonly AcknowledgedClaim[]): void {
  answer(work.ledger, work.to, '277CA', { code: 'HN', version: '005010X214', sets: [claimAcknowledgement(header, claims)] });
}

function remember({ ledger, sender }: Work, { claim, isAccepted, statuses, payerNumber }: AcknowledgedClaim): void {
  const { memory } = ledger;
  // What was turned away was never received by a payer: its number may come again.
  if (isAccepted) memory.claimNumbers.push(`${sender}|${claim.number}`);
  memory.claims.push({
    number: claim.number,
    patient: `${claim.patient.family}, ${claim.patient.given}`,
    payerId: claim.payer.id,
    chargedCents: claim.chargedCents,
    state: isAccepted ? 'accepted' : `rejected ${statuses.join(' ')}`,
    ...(payerNumber !== undefined && { payerNumber }),
  });
}

/** Notes what was decided on claims already seen. */
export function noteDecisions({ memory }: Ledger, decided: readonly AdjudicatedClaim[]): void {
  const latest = new Map(decided.map((one) => [one.payerNumber, one]));
  memory.claims = memory.claims.map((seen) => {
    const one = latest.get(seen.payerNumber ?? '');
    return one === undefined ? seen : { ...seen, state: one.status === '4' ? 'denied' : one.status === '22' ? 'taken back' : 'decided', paidCents: paidOf(one) };
  });
}

function decideClaims(work: Work, accepted: readonly AcknowledgedClaim[], today: string): void {
  const { ledger, to } = work;
  const decided = accepted.flatMap(({ claim, payerNumber = '' }) => decide(ledger, claim, payerNumber, today));
  settle(ledger, to, decided);
  const again = accepted
    .filter(({ claim }) => triggerOf(claim)?.then === 'reverse')
    .flatMap(({ payerNumber = '' }) => {
      const reversal = takeBack(ledger, payerNumber);
      return reversal === undefined ? [] : [reversal, corrected(ledger, reversal, 50)];
    });
  settle(ledger, to, again);
  noteDecisions(ledger, [...decided, ...again]);
}

function passOn(work: Work, { validated }: JudgedSet): void {
  const claims = claimsIn(validated.root).map((read) => judgeAtClearinghouse(work.ledger, read, validated.findings));
  acknowledgeClaims(work, headerOf(work, validated, { kind: 'AY', name: 'SANDBOX CLEARINGHOUSE', id: clearinghouseId }), claims);
  for (const claim of claims.filter(({ isAccepted }) => !isAccepted)) remember(work, claim);
  const passed = claims.filter(({ isAccepted }) => isAccepted).map(({ claim }) => judgeAtPayer(work.ledger, claim));
  for (const claim of passed) remember(work, claim);
  for (const group of Map.groupBy(passed, ({ claim }) => claim.payer.id).values()) {
    const payer = group[0]?.claim.payer;
    if (payer !== undefined) acknowledgeClaims(work, headerOf(work, validated, { kind: 'PR', name: payer.family, id: payer.id }), group);
  }
  decideClaims(
    work,
    passed.filter(({ isAccepted }) => isAccepted),
    textIn(validated.root, 'BHT', 4),
  );
}

function receiveGroup(work: Work, group: ValidatedGroup): string {
  const judged = group.sets.map((set) => judgeSet(work.ledger, set));
  const set = implementationAcknowledgement(group, judged);
  answer(work.ledger, work.to, '999', { code: 'FA', version: '005010X231A1', sets: [set] });
  if (group.findings.length === 0) for (const one of judged.filter(({ verdict }) => verdict !== 'R')) passOn(work, one);
  return `999 ${String(set.segments.at(-1)?.[1])}`;
}

function receiveInterchange(ledger: Ledger, validated: ValidatedInterchange): string {
  const { interchange } = validated;
  const work: Work = { ledger, to: correspondentOf(validated), sender: senderOf(interchange) };
  const order = ledger.take('reject-envelope');
  const findings =
    order === undefined ? validated.findings : [...validated.findings, finding('interchange.party', 'Refused because that was ordered.', { segment: interchange.isa })];
  const isRefused = findings.some(({ severity }) => severity === 'error');
  if (isRefused || valueAt(interchange.isa, 14) === '1') answer(ledger, work.to, 'TA1', [interchangeAcknowledgement(interchange, findings)]);
  if (isRefused) return 'TA1 R';
  ledger.memory.interchanges.push(`${work.sender}|${valueAt(interchange.isa, 13)}`);
  return validated.groups.map((group) => receiveGroup(work, group)).join(', ');
}

/** Judges a file and queues every answer to it. The same name with the same bytes is the same file and is not answered twice. */
export function receiveFile(ledger: Ledger, name: string, text: string, digest: string): void {
  const { memory } = ledger;
  if (memory.files.some((file) => file.name === name && file.digest === digest)) return;
  const validation = validate837(text, { interchanges: new Set(memory.interchanges), claims: new Set(memory.claimNumbers) });
  const verdicts = validation.interchanges.map((one) => receiveInterchange(ledger, one));
  const findings = validation.allFindings.map((found) => printFinding(name, found));
  if (validation.interchanges.length === 0) enqueue(ledger, 'report', `${name} was not read.\n${findings.join('\n')}\n`);
  memory.files.push({ name, digest, at: ledger.now().toInstant().toString(), verdict: verdicts.join(', ') || 'not read', findings });
  ledger.save();
}
