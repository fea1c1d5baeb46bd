import { cents, type Tx } from '#server/platform/index.ts';
import type { ChargeFacts, ChargeState, Hold } from '../charges/charge.ts';
import type { Assessed } from '../charges/charging.rules.ts';
import { coverageInForce } from '../charges/coverage-in-force.rules.ts';
import { coverageOn, standardFeesOn, type CoverageRow } from '../charges/charges.store.ts';
import { postCharge } from '../ledger/post-charge.action.ts';
import { allowanceFor, assessedDay, diagnosesInOrder, type Allowance } from './day-charge.rules.ts';
import type { DayChargeRule } from './day-rule.ts';
import { allowancesOn, insertDayCharge, lockChargeOfDay, rewriteDayCharge, voidCharge, writeChangedSince, type ChargeOfDay, type KeptDay } from './days.store.ts';
import { rulesOfDay } from './payer-rule.ts';

/** What became of a charge that was looked at. */
export interface ChargeOutcome {
  readonly id: string;
  readonly state: ChargeState;
  readonly holds: readonly Hold[];
}

/** All that a day waits for: what is still to come, and what is missing. */
function waitsOf({ verdict, code, says, facts }: KeptDay): Hold[] {
  return [...(verdict === 'waiting' ? [{ code, says }] : []), ...facts.waits];
}

/** Why a day on a claim would not be billed so by now; null while both agree. */
function changedSince(day: KeptDay): string | null {
  if (day.verdict === 'not-billable') return day.says;
  return waitsOf(day)[0]?.says ?? null;
}

type BilledRule = DayChargeRule & { readonly procedure: string };

function billedRule({ facts, day }: KeptDay, coverage: CoverageRow | undefined): BilledRule | undefined {
  const payer = coverage && { name: '', electronicId: coverage.payerElectronicId, filingIndicator: coverage.payerKind };
  const { day: rule } = rulesOfDay(facts.levelOfCare, day.toString(), payer);
  return rule?.procedure ? { ...rule, procedure: rule.procedure } : undefined;
}

function factsOf({ facts }: KeptDay, { revenueCode, claim }: BilledRule, allowance: Allowance | undefined): ChargeFacts {
  return {
    service: 'day',
    minutes: facts.minutes ?? 0,
    modality: 'in-person',
    credential: null,
    supervisorId: null,
    siteId: facts.siteId,
    contentVersion: facts.contentVersion,
    day: { ...claim, revenueCode, authorization: allowance?.number ?? null },
  };
}

/** A day with who pays for it and the rule under which that is. */
interface PaidDay {
  readonly day: KeptDay;
  readonly rule: BilledRule;
  readonly coverage: CoverageRow | undefined;
}

async function assess(
  tx: Tx,
  { day, rule, coverage }: PaidDay,
  diagnoses: readonly string[],
): Promise<{ judged: Assessed; coverage: CoverageRow | undefined; facts: ChargeFacts }> {
  const fees = await standardFeesOn(tx, day.day);
  const allowances = coverage ? await allowancesOn(tx, day, coverage.payerId) : [];
  const judged = assessedDay({
    rule,
    waits: waitsOf(day),
    diagnoses,
    programPlaceOfService: day.placeOfService,
    coverage: coverageInForce(coverage),
    fees,
    allowances,
  });
  return { judged, coverage, facts: factsOf(day, rule, allowanceFor(allowances)) };
}

/** What a payer or the guide said against a claim stays until a person asks for another look. */
function keptHolds(judged: Assessed, charge: ChargeOfDay, isAnew: boolean): Assessed {
  const foreign = isAnew || charge.state !== 'held' ? [] : charge.holds.filter(({ code }) => !code.startsWith('charge.'));
  return foreign.length === 0 ? judged : { ...judged, state: 'held', holds: [...foreign, ...judged.holds] };
}

async function post(tx: Tx, { patientId, programId, day }: KeptDay, chargeId: string, { state, amount }: Pick<Assessed, 'state' | 'amount'>): Promise<void> {
  if (state === 'held') return;
  await postCharge.within(tx, { chargeId, patientId, programId, amount, on: day, owedBy: state === 'self-pay' ? 'patient' : 'insurance' });
}

async function takeBack(tx: Tx, day: KeptDay, charge: ChargeOfDay): Promise<ChargeOutcome> {
  const hold = { code: day.code, says: day.says };
  if (charge.state === 'void') return { id: charge.id, state: 'void', holds: [hold] };
  await voidCharge(tx, charge, hold);
  await post(tx, day, charge.id, { state: 'void', amount: cents(0) });
  return { id: charge.id, state: 'void', holds: [hold] };
}

/** The biller voided its claim for a reason that no rule of days knows: it stays so until a person bills it again. */
const isGivenUp = ({ state, holds }: ChargeOfDay) => state === 'void' && holds.some(({ code }) => code === 'claim.voided');

interface Asked {
  /** Those of the chart; without them the charge keeps its own, so that who sees no chart can have it judged again. */
  readonly diagnoses?: readonly string[];
  /** Lets what was said against an earlier claim go. */
  readonly isAnew: boolean;
}

async function written(tx: Tx, paid: PaidDay, charge: ChargeOfDay | undefined, asked: Asked): Promise<ChargeOutcome | undefined> {
  const { day, rule } = paid;
  const diagnoses = diagnosesInOrder(asked.diagnoses ?? charge?.diagnoses ?? [], rule);
  const assessed = await assess(tx, paid, diagnoses);
  const judged = charge ? keptHolds(assessed.judged, charge, asked.isAnew) : assessed.judged;
  const toWrite = { ...assessed, judged, diagnoses };
  if (charge) await rewriteDayCharge(tx, charge, toWrite);
  const id = charge ? charge.id : await insertDayCharge(tx, day, toWrite);
  if (id === undefined) return undefined;
  await post(tx, day, id, judged);
  return { id, state: judged.state, holds: judged.holds };
}

/**
 * Makes the charge of a day agree with what the day was judged to be: made, held, taken back, each with its posting. Doing it again changes nothing.
 * A charge on a claim is left as it is, and the day says why it would be otherwise by now.
 */
export async function chargeDay(tx: Tx, day: KeptDay, asked: Asked): Promise<ChargeOutcome | undefined> {
  const charge = await lockChargeOfDay(tx, day.id);
  const isClaimed = charge?.state === 'claimed';
  await writeChangedSince(tx, day.id, isClaimed ? changedSince(day) : null);
  if (isClaimed) return { id: charge.id, state: 'claimed', holds: [] };
  if (charge && isGivenUp(charge)) return { id: charge.id, state: 'void', holds: charge.holds };
  const coverage = await coverageOn(tx, day.patientId, day.day);
  const rule = billedRule(day, coverage);
  if (day.verdict !== 'not-billable' && rule) return written(tx, { day, rule, coverage }, charge, asked);
  return charge && takeBack(tx, day, charge);
}
