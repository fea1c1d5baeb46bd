import { recordsOf } from '#server/patients/index.ts';
import { action, newId, Refused, refuseIf, type Tx } from '#server/platform/index.ts';
import { consentsOf } from '#server/privacy/index.ts';
import { levelOfCare, programName, standardOf, timeZoneOfProgram } from '#server/programs/index.ts';
import { tedsCompletedAt } from '#server/stays/index.ts';
import { openStay, type OpenStay } from '../screenings/screenings.store.ts';
import type { Found, Point } from './checklist.ts';
import { obstaclesToTick, pointsFor, standingOf } from './checklist.rules.ts';
import { evidenceFor, insertTick, ticksOf } from './checklists.store.ts';

async function pointsOf(tx: Tx, { programId }: OpenStay): Promise<{ points: readonly Point[]; programName: string; source: string }> {
  const program = await programName(tx, programId);
  const level = levelOfCare(program.levelOfCare);
  const { documents, source } = await standardOf(tx, programId);
  return { points: pointsFor({ substanceUse: level?.substanceUse ?? false, setting: level?.setting ?? '', documents }), programName: program.name, source };
}

async function signedConsents(tx: Tx, { patientId, programId }: OpenStay, timeZone: string): Promise<readonly Found[]> {
  const { personId } = await recordsOf(tx, patientId);
  const signed = (await consentsOf(tx, [personId])).get(personId) ?? [];
  return signed
    .filter(({ disclosers, revokedAt }) => revokedAt === null && disclosers.includes(programId))
    .map(({ signedAt }) => ({ by: 'consent', code: '', id: null, on: signedAt.toZonedDateTimeISO(timeZone).toPlainDate() }));
}

async function reported(tx: Tx, { id }: OpenStay, timeZone: string): Promise<readonly Found[]> {
  const at = await tedsCompletedAt(tx, id, 'admission');
  return at === null ? [] : [{ by: 'teds', code: '', id: null, on: at.toZonedDateTimeISO(timeZone).toPlainDate() }];
}

/** What an admission asks for: what is there, what is missing, and by when. Before the admission nothing has a day yet. */
export const showChecklist = action('checklist.show', async (tx, { episodeId }: { episodeId: string }) => {
  const stay = await openStay(tx, episodeId);
  const { points, programName: name, source } = await pointsOf(tx, stay);
  const timeZone = await timeZoneOfProgram(tx, stay.programId);
  const consents = tx.actor.permissions.has('consent.read') ? await signedConsents(tx, stay, timeZone) : [];
  const found = [...(await evidenceFor(tx, stay, timeZone)), ...consents, ...(await reported(tx, stay, timeZone))];
  const ticks = await ticksOf(tx, episodeId, timeZone);
  const today = tx.now.toZonedDateTimeISO(timeZone).toPlainDate();
  tx.touch({ kind: 'checklist', id: episodeId, patientId: stay.patientId, programId: stay.programId });
  const facts = { patientId: stay.patientId, admittedOn: stay.admittedOn, today, found, ticks, permissions: tx.actor.permissions };
  return { programName: name, admittedOn: stay.admittedOn, source, items: points.map((point) => standingOf(point, facts)) };
});

/** Says that a point is done, on paper or elsewhere; or takes that back. */
export const tickPoint = action(
  'checklist.tick',
  async (tx, { episodeId, code, done, note }: { episodeId: string; code: string; done: boolean; note: string }): Promise<void> => {
    const stay = await openStay(tx, episodeId);
    const { points } = await pointsOf(tx, stay);
    const point = points.find((one) => one.code === code);
    if (!point)
      throw new Refused('checklist.not-asked', { code: 'checklist.not-asked', says: 'This admission does not ask for that. Look at its list again.', at: 'code' });
    refuseIf(obstaclesToTick(point, { done, note }));
    await insertTick(tx, stay, { id: newId<'Tick'>(), code, done, note });
    tx.touch({ kind: 'checklist', id: episodeId, patientId: stay.patientId, programId: stay.programId, fields: [code] });
  },
);
