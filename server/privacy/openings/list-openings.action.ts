import { action, type Tx } from '#server/platform/index.ts';
import { lockConsent } from '../consents/consents.store.ts';
import { inOneSentence } from '../consents/form-text.rules.ts';
import { seeingAll } from '../gate/full-sight.store.ts';
import { redisclosureNotice } from '../notices/redisclosure-notice.ts';
import { judgeOpenings, type JudgedOpening } from './judge-openings.ts';
import { heldOpen } from './openings.store.ts';

/** The consent in one sentence, as it accompanies what is opened (42 CFR 2.32(b)). */
export async function scopeOf(tx: Tx, consentId: string): Promise<string> {
  return inOneSentence((await seeingAll(tx, () => lockConsent(tx, consentId, 'nothing'))).form);
}

/** The statement that goes along; null where none must. */
export function noticeFor({ now }: Tx, { decision, place }: JudgedOpening): string | null {
  return decision.obligations.includes('notice') ? redisclosureNotice(now.toZonedDateTimeISO(place.timeZone).toPlainDate()).text : null;
}

/** What the actor may open, or holds open, of a chart on the patient's consents. */
export const listOpenings = action('opening.list', async (tx, { patientId }: { patientId: string }) => {
  const judged = await judgeOpenings(tx, patientId, { hold: false });
  const open = new Map((await heldOpen(tx, patientId)).map((one) => [one.programId, one]));
  const items = [];
  for (const one of judged) {
    const { programId, consentId } = one.opening;
    const [scope, held] = [await scopeOf(tx, consentId), open.get(programId)];
    items.push({ programId, programName: one.programName, scope, open: held ? { endsAt: held.endsAt, scope, notice: noticeFor(tx, one) } : null });
  }
  tx.touch({ kind: 'opening', patientId, details: { offered: items.length } });
  return { items };
});
