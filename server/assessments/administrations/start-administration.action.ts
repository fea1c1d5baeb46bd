import type { z } from 'zod';
import { recordsOf } from '#server/patients/index.ts';
import { action, id, newId, NotFound, Refused } from '#server/platform/index.ts';
import type { Instrument } from '../instruments/instrument.contract.ts';
import { newestInstrument } from '../instruments/instruments.store.ts';
import { drawLink } from '../links/links.store.ts';
import { cadenceContent } from '../cadences/cadence-content.ts';
import type { StartAdministration } from './administrations.contract.ts';
import { insertAdministration, lastCompleted, sexOf } from './administrations.store.ts';

/** Asked again before its time, an instrument measures the same weeks twice: that needs a reason. `days` since the last answers; null for none. */
function refuseSoon({ abbreviation, administration, minimumDaysBetween }: Instrument, days: number | null, reason: string | undefined): void {
  if (days === null || minimumDaysBetween === undefined || days >= minimumDaysBetween || reason !== undefined) return;
  const says = `${abbreviation} was answered ${days === 0 ? 'today' : `${days} days ago`}; it looks back over ${administration.lookback}. Give a reason to ask again.`;
  throw new Refused('assessment.too-soon', { code: 'assessment.too-soon', says, at: 'reason' }, 409);
}

/** Begins an administration: on this screen, on a tablet handed over, or by a link to the person's own phone. */
export const startAdministration = action('assessment.start', async (tx, input: z.output<typeof StartAdministration> & { patientId: string }) => {
  const { programId, instrumentCode, mode, answeredBy, reason } = input;
  if (!tx.actor.programIds.includes(programId) || tx.actor.id === null) throw new NotFound('Program');
  const { personId } = await recordsOf(tx, input.patientId);
  const { definition, versionId } = await newestInstrument(tx, instrumentCode);
  if (mode !== 'staff' && !definition.administration.bySelf)
    throw new Refused('assessment.not-alone', {
      code: 'assessment.not-alone',
      says: `${definition.abbreviation} is asked by trained staff and not answered alone.`,
      at: 'mode',
    });
  const last = await lastCompleted(tx, personId, instrumentCode);
  refuseSoon(definition, last === null ? null : Math.floor(tx.now.since(last).total('days')), reason);
  const administrationId = newId<'Administration'>();
  await insertAdministration(tx, {
    id: administrationId,
    patientId: id('Patient', personId),
    programId: id('Program', programId),
    versionId,
    instrumentCode,
    mode,
    answeredBy,
    sex: await sexOf(tx, personId),
    repeatReason: reason ?? null,
    startedBy: tx.actor.id,
  });
  tx.touch({ kind: 'assessment', id: administrationId, patientId: personId, programId });
  if (mode === 'staff') return { id: administrationId, token: null, expiresAt: null };
  const expiresAt = tx.now.add(mode === 'link' ? { hours: cadenceContent.linkHours } : { minutes: cadenceContent.tabletMinutes });
  const token = await drawLink(tx, {
    administrationId,
    patientId: id('Patient', personId),
    programId: id('Program', programId),
    kind: mode,
    madeBy: tx.actor.id,
    expiresAt,
  });
  return { id: administrationId, token, expiresAt };
});
