import { askCosignature } from '#server/charting/index.ts';
import { action, newId, NotFound, type Tx } from '#server/platform/index.ts';
import { postCharge } from '../ledger/post-charge.action.ts';
import type { ChargeFacts } from './charge.ts';
import { assessed, type Assessed, type CoverageInForce } from './charging.rules.ts';
import { coverageOn, encountersToCharge, insertCharge, lockHeld, rejudge, standardFeesOn, type CoverageRow, type EncounterToCharge } from './charges.store.ts';
import { procedureTable } from './procedures.ts';

function inForce(row: CoverageRow | undefined): CoverageInForce | undefined {
  if (!row) return undefined;
  const { coverageId, payerId, payerActive, hasRule, videoModifier, audioModifier, credentialModifiers, traineePolicy } = row;
  return { coverageId, payerId, payerActive, rule: hasRule ? { videoModifier, audioModifier, credentialModifiers, traineePolicy } : undefined };
}

function factsOf({ service, minutes, modality, credential, supervisorId, siteId }: EncounterToCharge): ChargeFacts {
  return { service, minutes, modality, credential, supervisorId, siteId, contentVersion: procedureTable.version };
}

async function judge(tx: Tx, encounter: EncounterToCharge): Promise<{ judged: Assessed; coverage: CoverageRow | undefined }> {
  const coverage = await coverageOn(tx, encounter.patientId, encounter.servedOn);
  const fees = await standardFeesOn(tx, encounter.servedOn);
  return { coverage, judged: assessed(procedureTable, { ...encounter, coverage: inForce(coverage), fees }) };
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
  if (judged.state !== 'held')
    await postCharge.within(tx, {
      chargeId,
      patientId: encounter.patientId,
      programId: encounter.programId,
      amount: judged.amount,
      on: encounter.servedOn,
      owedBy: judged.state === 'ready' ? 'insurance' : 'patient',
    });
});

/** Judges a held charge anew, after somebody mended what it lacked. Throws `NotFound` when it is not held. */
export const recheckCharge = action(
  'charge.recheck',
  async (tx, { chargeId }: { chargeId: string }) => {
    const charge = await lockHeld(tx, chargeId);
    const [encounter] = charge ? await encountersToCharge(tx, [charge.noteId]) : [];
    if (!charge || !encounter) throw new NotFound('Charge');
    const { judged, coverage } = await judge(tx, encounter);
    await rejudge(tx, charge, judged, coverage);
    tx.touch({ kind: 'charge', id: charge.id, patientId: charge.patientId, programId: charge.programId, fields: ['state'] });
    if (judged.state !== 'held')
      await postCharge.within(tx, {
        chargeId,
        patientId: charge.patientId,
        programId: charge.programId,
        amount: judged.amount,
        on: encounter.servedOn,
        owedBy: judged.state === 'ready' ? 'insurance' : 'patient',
      });
    return { id: charge.id, state: judged.state, holds: [...judged.holds] };
  },
  { purpose: 'HPAYMT' },
);
