import type { Obstacle } from '#server/platform/index.ts';
import type { Vault } from './vault.ts';

interface Excluded {
  readonly code: string;
  readonly finds: RegExp;
  readonly says: string;
}

// 45 CFR 164.501 and 42 CFR 2.11 list what can never be part of these notes, because care and payment need it in the chart.
const excluded: readonly Excluded[] = [
  {
    code: 'vault.holds-diagnosis',
    finds: /\b[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}\b/,
    says: 'is a diagnosis code. Diagnoses belong in the problem list and the progress note',
  },
  {
    code: 'vault.holds-medication',
    finds: /\b\d+(?:[.,]\d+)?\s?(?:mg|mcg|µg|ml|milligrams?)\b/i,
    says: 'is a dose. Medication belongs in the chart, where prescribers look for it',
  },
  {
    code: 'vault.holds-times',
    finds: /\b(?:session|start(?:ed)?|stop(?:ped)?|end(?:ed)?|time in|time out)\b[^.\n]{0,20}\b\d{1,2}:\d{2}\b/i,
    says: 'is the time of the session. Times belong in the header of the progress note',
  },
  {
    code: 'vault.holds-service',
    finds: /\b(?:CPT\s*)?(?:9083[2-9]|90791|90792|90846|90847|90853)\b/,
    says: 'is a procedure code. Modality and frequency belong in the progress note',
  },
];

/** What in the text of a vault note belongs in the chart instead, each with where it goes; empty when nothing does. */
export function excludedFromVault(text: string): Obstacle[] {
  return excluded.flatMap(({ code, finds, says }) => {
    const found = finds.exec(text);
    return found ? [{ code, says: `“${found[0]}” ${says} (45 CFR 164.501, 42 CFR 2.11). Write it there, then save this note without it.`, at: 'text' }] : [];
  });
}

/** Which of the two vaults a note of this program stands in. */
export function vaultOf(isPart2: boolean): Vault {
  return isPart2 ? 'sud-counseling-note' : 'psychotherapy-note';
}
