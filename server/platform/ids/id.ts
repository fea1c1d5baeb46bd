import { v7, validate } from 'uuid';
import { Invalid } from '../refused/refused.ts';

/** An identifier that cannot be mistaken for another kind: a `Id<'Patient'>` is not a `Id<'Claim'>`. Text of a UUID. */
export type Id<Of extends string> = string & { readonly [kind in Of as `is${kind}`]: true };

/** A new identifier, ordered by time (UUIDv7, RFC 9562), so that index pages fill in order. */
export function newId<Of extends string>(): Id<Of> {
  return v7() as Id<Of>;
}

/** The text as an identifier of that kind. Throws `Invalid` when it is not a UUID. */
export function id<Of extends string>(of: Of, text: string): Id<Of> {
  if (!validate(text)) throw new Invalid([{ at: of, says: `This is not the identifier of a ${of}.` }]);
  return text as Id<Of>;
}
