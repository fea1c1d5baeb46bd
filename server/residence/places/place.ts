import attributes from '#content/residence/attributes.json' with { type: 'json' };

/** Who may sleep in a room. `one-gender`: whoever shares it is of one gender, whichever it is. */
export type GenderRule = 'any' | 'women' | 'men' | 'one-gender';

/** Gender as the person lives it; else as claims carry it. */
export type Gender = 'woman' | 'man' | 'other' | 'unknown';

/** Why nobody is put into a bed. */
export type OutageKind = 'cleaning' | 'out-of-service';

/** Features by which a bed is chosen: content/residence/attributes.json. */
export const knownAttributes: readonly { readonly code: string; readonly says: string }[] = attributes.items;

/** A bed with what its room and unit ask of whoever sleeps there. */
export interface BedFacts {
  readonly bedId: string;
  readonly bedName: string;
  readonly roomId: string;
  readonly roomName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly siteId: string;
  readonly programId: string;
  readonly active: boolean;
  readonly genderRule: GenderRule;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
}
