import type { Gender } from '../places/place.ts';

// SNOMED CT as in content/uscdi-v3-demographics.json.
const women: readonly string[] = ['446141000124107', '407376001'];
const men: readonly string[] = ['446151000124109', '407377005'];

/** Gender for placing somebody in a room: as the person lives it where they told, else as claims carry it. */
export function genderOf({ genderIdentity, administrativeSex }: { readonly genderIdentity: string | null; readonly administrativeSex: string }): Gender {
  if (genderIdentity !== null) return women.includes(genderIdentity) ? 'woman' : men.includes(genderIdentity) ? 'man' : 'other';
  return administrativeSex === 'F' ? 'woman' : administrativeSex === 'M' ? 'man' : 'unknown';
}
