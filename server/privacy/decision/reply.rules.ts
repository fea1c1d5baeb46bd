import type { Decision } from './decision.ts';
import type { Facts } from './request.ts';

/** The one reply to outsiders when nothing goes: the same bytes for no such person, a person with nothing protected, and a person whose records stay (42 CFR 2.13(c)). */
export const constantReply = Object.freeze({
  outcome: 'nothing-to-give',
  says: 'We cannot give anything on this request. If you have written consent of the person you ask about, send it together with your request.',
});

/** What whoever asks may be told: an outsider what goes and nothing else, or the constant reply. Reasons and what is withheld are for those who may know. */
export function replyToAsker(
  { actor }: Facts,
  { released }: Decision,
): typeof constantReply | { readonly outcome: 'given'; readonly released: readonly string[] } | undefined {
  if (actor.kind === 'staff' || actor.kind === 'system') return undefined;
  return released.length === 0 ? constantReply : { outcome: 'given', released };
}
