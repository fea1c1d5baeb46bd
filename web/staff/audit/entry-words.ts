import type { z } from 'zod';
import type { Entry } from '#server/audit/entries/entries.contract.ts';

export type EntryReply = z.infer<typeof Entry>;

/** Purposes of use, HL7 v3 ActReason, in plain words. */
const purposes: Readonly<Record<string, string>> = {
  TREAT: 'treatment',
  HPAYMT: 'payment',
  HOPERAT: 'operations',
  PATRQT: 'patient asked',
  ETREAT: 'emergency',
  HLEGAL: 'legal',
  HRESCH: 'research',
  SYSADMIN: 'administration',
};

/** Purposes to choose from. */
export const purposeChoices = Object.entries(purposes).map(([value, label]) => ({ value, label }));

/** `note.sign` as "note: sign". */
export function actionWords(action: string): string {
  const [what = '', verb = ''] = action.split('.');
  return verb ? `${what.replaceAll('-', ' ')}: ${verb.replaceAll('-', ' ')}` : what;
}

/** Why it was done, and the reason given when one was asked for. */
export function whyWords({ purpose, reason }: Pick<EntryReply, 'purpose' | 'reason'>): string {
  const words = purposes[purpose] ?? purpose;
  return reason ? `${words}: ${reason}` : words;
}
