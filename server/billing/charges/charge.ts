import type { Cents } from '#server/platform/index.ts';

/**
 * held: something is missing. ready: may become a claim. claimed: it has. self-pay: nobody but the patient is billed.
 * included: a service that is paid with the day on which it was given. void: a day that turned out not to be billed.
 */
export type ChargeState = 'held' | 'ready' | 'claimed' | 'self-pay' | 'included' | 'void';

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
  /** Of a day: which days go together on a claim and how they stand there, and the authorization that it uses. */
  readonly day?: { readonly per: 'month' | 'week'; readonly lines: 'day' | 'span'; readonly revenueCode: string | null; readonly authorization: string | null };
}
