import { askCosignature } from '#server/charting/index.ts';
import { action, newId, NotFound, type Tx } from '#server/platform/index.ts';
import { assessedWithinDay, isWithinDay } from '../days/within-day.rules.ts';
import { postCharge } from '../ledger/post-charge.action.ts';
import type { ChargeFacts } from './charge.ts';
import { assessed, placeOfServiceFor, type Assessed } from './charging.rules.ts';
import { coverageInForce } from './coverage-in-force.rules.ts';
import {
  coverageOn,
  encountersToCharge,
  insertCharge,
  lockServices,
  rejudge,
  standardFeesOn,
  type ChargeRow,
  type CoverageRow,
  type EncounterToCharge,
} from './charges.store.ts';
import { procedureTable } from './procedures.ts';

function factsOf({ service, minutes, modality, credential, supervisorId, siteId }: EncounterToCharge): ChargeFacts {
  return { service, minutes, modality, credential, supervisorId, siteId, contentVersion: procedureTable.version };
}

async function judge(tx: Tx, encounter: EncounterToCharge): Promise<{ judged: Assessed; coverage: CoverageRow | undefined }> {
  const coverage = await coverageOn(tx, encounter.patientId, encounter.servedOn);
  if (isWithinDay({ ...encounter, on: encounter.servedOn.toString() })) return { coverage, judged: assessedWithinDay(placeOfServiceFor(encounter)) };
  const fees = await standardFeesOn(tx, encounter.servedOn);
  return { coverage, judged: assessed(procedureTable, { ...encounter, coverage: coverageInForce(coverage), fees }) };
}

/** What a service is worth by now, posted; nothing while it is held, and nothing at first when it is paid with the day. */
async function post(tx: Tx, chargeId: string, { patientId, programId, servedOn }: EncounterToCharge, { state, amount }: Assessed): Promise<void> {
  if (state === 'held') return;
  await postCharge.within(tx, { chargeId, patientId, programId, amount, on: servedOn, owedBy: state === 'self-pay' ? 'patient' : 'insurance' });
}

/** Some payers ask for a second signature where the credential alone does not; who pays is known here first. */
async function askForPayer(tx: Tx, noteId: string): Promise<void> {
  const [encounter] = await encountersToCharge(tx, [noteId]);
  const coverage = encounter && (await coverageOn(tx, encounter.patientId, encounter.servedOn));
  if (coverage && encounter.standing === null) await askCosignature.within(tx, { noteId, payer: coverage.payerKind });
}

/** Makes the charge of a signed note and, unless it is held, posts it. Doing it again changes nothing. */
export const captureCharge = action('charge.capture', async (tx, { noteId }: { noteId: string }) => {
  await askForPayer(tx, noteId);
  const [encounter] = await encountersToCharge(tx, [noteId]);
  if (!encounter) throw new NotFound('Encounter');
  const { judged, coverage } = await judge(tx, encounter);
  const chargeId = await insertCharge(tx, newId<'Charge'>(), encounter, judged, { coverage, facts: factsOf(encounter) });
  if (!chargeId) return;
  tx.touch({ kind: 'charge', id: chargeId, patientId: encounter.patientId, programId: encounter.programId });
  await post(tx, chargeId, encounter, judged);
});

/** Judges the charge of a note anew with the record as it is now. Throws `NotFound` when there is no such encounter. */
export async function judgeAnew(tx: Tx, charge: ChargeRow): Promise<Assessed> {
  const [encounter] = charge.noteId === null ? [] : await encountersToCharge(tx, [charge.noteId]);
  if (!encounter) throw new NotFound('Charge');
  const { judged, coverage } = await judge(tx, encounter);
  await rejudge(tx, charge, judged, coverage);
  await post(tx, charge.id, encounter, judged);
  return judged;
}

/** Judges services anew that a stay takes in by now, or gives free again; those on claims and all others are left as they are. */
export async function judgeServices(tx: Tx, of: { patientId: string; programId: string; from: Temporal.PlainDate }): Promise<void> {
  for (const charge of await lockServices(tx, of)) {
    const [encounter] = charge.noteId === null ? [] : await encountersToCharge(tx, [charge.noteId]);
    if (encounter && isWithinDay({ ...encounter, on: encounter.servedOn.toString() }) !== (charge.state === 'included')) await judgeAnew(tx, charge);
  }
}
