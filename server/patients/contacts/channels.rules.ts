import type { Obstacle } from '#server/platform/index.ts';
import type { PostalAddress } from '../demographics/person.ts';
import type { ChannelName } from './contacts.contract.ts';

/** What the patient allows; undefined when nobody has asked yet. */
export interface Allowed {
  readonly allowed: readonly ChannelName[];
  readonly preferred: ChannelName | null;
}

/** Until the patient has been asked: nothing that others could see or hear. */
export const unasked: Allowed = { allowed: ['portal', 'phone'], preferred: null };

/**
 * The channels that a sender may use, in the order in which to try them; empty when there is none.
 * Every sender asks here. Confidential communications, 45 CFR 164.522(b).
 */
export function openChannels(said: Allowed | undefined, able: readonly ChannelName[]): ChannelName[] {
  const { allowed, preferred } = said ?? unasked;
  const open = able.filter((channel) => allowed.includes(channel));
  return preferred !== null && open.includes(preferred) ? [preferred, ...open.filter((channel) => channel !== preferred)] : open;
}

/** Where and as whom to reach a patient. */
export interface WayToReach {
  readonly channel: ChannelName;
  readonly address: PostalAddress | null;
  readonly phone: string | null;
  readonly callerName: string | null;
}

interface Reachable {
  readonly address: PostalAddress | null;
  readonly phone: string | null;
}

/**
 * The ways in the order in which to try them, each with where: the address and number that the patient asked for in place of those on record. A letter
 * without an address and a call without a number are no ways. Every letter to a patient asks here (45 CFR 164.522(b)).
 */
export function waysToReach(
  said: (Allowed & Reachable & { readonly callerName: string | null }) | undefined,
  home: Reachable,
  able: readonly ChannelName[],
): WayToReach[] {
  const address = said?.address ?? home.address;
  const phone = said?.phone ?? home.phone;
  const lacks = (channel: ChannelName) => (channel === 'letter' ? address === null : ['phone', 'voicemail', 'text'].includes(channel) && phone === null);
  return openChannels(said, able)
    .filter((channel) => !lacks(channel))
    .map((channel) => ({
      channel,
      address: channel === 'letter' ? address : null,
      phone: ['phone', 'voicemail', 'text'].includes(channel) ? phone : null,
      callerName: said?.callerName ?? null,
    }));
}

interface Said {
  readonly allowed: readonly ChannelName[];
  readonly preferred?: ChannelName | null | undefined;
}

/** What does not fit together in what the patient asked for. */
export function obstaclesToCommunication(said: Said): Obstacle[] {
  const isClosed = said.preferred !== undefined && said.preferred !== null && !said.allowed.includes(said.preferred);
  const isVoicemailAlone = said.allowed.includes('voicemail') && !said.allowed.includes('phone');
  return [
    ...(isClosed ? [{ code: 'communication.preferred-closed', says: 'The preferred way is not among those allowed.', at: 'preferred' }] : []),
    ...(isVoicemailAlone ? [{ code: 'communication.voicemail-alone', says: 'A message can only be left where a call is allowed.', at: 'allowed' }] : []),
  ];
}

interface ContactPermission {
  readonly mayContact: boolean;
  readonly mayLeaveMessage: boolean;
  readonly mayDiscussCare: boolean;
}

/** What does not fit together in what a contact may be told. */
export function obstaclesToContact(permission: ContactPermission): Obstacle[] {
  const isContradiction = !permission.mayContact && (permission.mayLeaveMessage || permission.mayDiscussCare);
  return isContradiction
    ? [{ code: 'contact.not-to-be-contacted', says: 'Somebody who may not be contacted cannot be left a message or told of care.', at: 'mayContact' }]
    : [];
}
