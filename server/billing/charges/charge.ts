import type { Cents } from '#server/platform/index.ts';

/** held: something is missing. ready: may become a claim. claimed: it has. self-pay: nobody but the patient is billed. */
export type ChargeState = 'held' | 'ready' | 'claimed' | 'self-pay';

/** What keeps a charge from becoming a claim, and what to do about it. */
export interface Hold {
  readonly code: string;
  readonly says: string;
}

/** One procedure of a charge. */
export interface ChargeLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly amount: Cents;
}

/** What a charge was made of; kept so that it can be explained years later. */
export interface ChargeFacts {
  readonly service: string;
  readonly minutes: number;
  readonly modality: 'in-person' | 'video' | 'audio';
  readonly credential: string | null;
  readonly supervisorId: string | null;
  readonly siteId: string | null;
  readonly contentVersion: string;
}
