import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { demoAccess, type Clearinghouse } from '../clearinghouse.ts';
import type { Answer, ClaimSeen, Memory, ReceivedFile } from '../desk/ledger.ts';
import type { Order } from '../desk/orders.ts';

/** Everything that GET /clearinghouse tells. */
export interface ClearinghouseState {
  readonly sftp: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
    readonly isUp: boolean;
    readonly hostKey: string;
    readonly hostKeyFingerprint: string;
    readonly clientKeyPath: string;
  };
  readonly now: string;
  readonly delays: Memory['delays'];
  readonly received: readonly ReceivedFile[];
  readonly outbound: readonly string[];
  readonly pending: readonly Omit<Answer, 'text'>[];
  readonly claims: readonly ClaimSeen[];
  readonly orders: readonly Order[];
}

/** The state of a clearinghouse that listens on a host. */
export function stateOf(house: Clearinghouse, host: string): ClearinghouseState {
  house.deliver();
  const { memory } = house.ledger;
  return {
    sftp: {
      host,
      port: house.sftp.port,
      ...demoAccess,
      isUp: house.sftp.isUp,
      hostKey: house.hostKey.publicKey,
      hostKeyFingerprint: house.hostKey.fingerprint,
      clientKeyPath: join(house.folder, 'client-key'),
    },
    now: house.ledger.now().toInstant().toString(),
    delays: memory.delays,
    received: memory.files,
    outbound: readdirSync(join(house.folder, 'outbound')).toSorted(),
    pending: memory.pending.map(({ name, kind, readyAt }) => ({ name, kind, readyAt })),
    claims: memory.claims,
    orders: memory.orders,
  };
}
