import { within, type Tx } from '#server/platform/index.ts';

/** A ground on which another may read a vault note without the patient's consent: 42 CFR 2.31(b)(1)(i), 45 CFR 164.508(a)(2). */
export type ShareGround = 'training' | 'own-defence' | 'oversight-of-originator';

/** One vault note opened to one colleague until a moment. */
export interface Share {
  readonly id: string;
  readonly noteId: string;
  readonly originatorId: string;
  readonly patientId: string;
  readonly programId: string;
  readonly labels: string[];
  readonly granteeStaffId: string;
  readonly ground: ShareGround;
  readonly reason: string;
  readonly validFrom: Temporal.Instant;
  readonly validTo: Temporal.Instant;
}

interface ShareTables {
  'privacy.vaultShare': Share;
}

const shares = (tx: Tx) => within<ShareTables>(tx);

/** Opens a note to a colleague. Row-level security refuses it to all but the originator. */
export async function share(tx: Tx, made: Share): Promise<void> {
  await shares(tx).insertInto('privacy.vaultShare').values(made).execute();
}

/** Shares of those notes that last, as far as the actor made or received them. */
export function liveShares(tx: Tx, noteIds: readonly string[]) {
  return shares(tx)
    .selectFrom('privacy.vaultShare')
    .selectAll()
    .where('noteId', 'in', [...noteIds])
    .where('validTo', '>', tx.now)
    .orderBy('validFrom')
    .execute();
}

/** One share that the actor made. */
export function ownShare(tx: Tx, shareId: string): Promise<Share | undefined> {
  return shares(tx)
    .selectFrom('privacy.vaultShare')
    .selectAll()
    .where('id', '=', shareId)
    .where('originatorId', '=', tx.actor.id ?? '')
    .executeTakeFirst();
}

/** Ends a share now. */
export async function endShare(tx: Tx, shareId: string): Promise<void> {
  await shares(tx).updateTable('privacy.vaultShare').set({ validTo: tx.now }).where('id', '=', shareId).where('validTo', '>', tx.now).execute();
}
