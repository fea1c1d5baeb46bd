import { within, type Tx } from '#server/platform/index.ts';

/** What the organisation decided about emergencies and reviews. */
export interface OversightPolicy {
  readonly emergencyMinutes: number;
  readonly emergencyLabels: string[];
  readonly reviewHours: number;
  readonly namesStaffToPatients: boolean;
  /** Who decided it, and where. */
  readonly source: string;
}

interface PolicyTables {
  'privacy.oversightPolicy': OversightPolicy & { validFrom: Temporal.Instant };
}

/** The policy that holds at this moment. */
export function oversightPolicy(tx: Tx): Promise<OversightPolicy> {
  return within<PolicyTables>(tx)
    .selectFrom('privacy.oversightPolicy')
    .select(['emergencyMinutes', 'emergencyLabels', 'reviewHours', 'namesStaffToPatients', 'source'])
    .where('validFrom', '<=', tx.now)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** Decides anew, from now on; what held before stays on record. */
export async function decidePolicy(tx: Tx, policy: OversightPolicy): Promise<void> {
  await within<PolicyTables>(tx)
    .insertInto('privacy.oversightPolicy')
    .values({ ...policy, validFrom: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
