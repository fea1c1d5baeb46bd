import type { z } from 'zod';
import { action } from '#server/platform/index.ts';
import type { NewPolicy } from './policy.contract.ts';
import { decidePolicy, oversightPolicy } from './policy.store.ts';

/** What holds now. */
export const showPolicy = action('oversight-policy.show', (tx, _nothing: object) => oversightPolicy(tx), { audit: 'touched' });

/** Decides anew; which labels an emergency opens stays as it is. */
export const changePolicy = action(
  'oversight-policy.change',
  async (tx, decided: z.output<typeof NewPolicy>) => {
    const { emergencyLabels } = await oversightPolicy(tx);
    await decidePolicy(tx, { ...decided, emergencyLabels });
    tx.touch({ kind: 'oversight-policy', fields: Object.keys(decided) });
    return oversightPolicy(tx);
  },
  { purpose: 'HOPERAT' },
);
