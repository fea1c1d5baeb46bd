import type { Obstacle } from '#server/platform/index.ts';
import type { OutageKind } from '../places/place.ts';

/** How things stand at a bed that somebody would have back. */
interface ReturnFacts {
  readonly bedName: string | undefined;
  readonly holder: { readonly name: string } | undefined;
  readonly outage: { readonly kind: OutageKind } | undefined;
  readonly reservedFor: { readonly name: string } | undefined;
  readonly home: { readonly unitName: string } | undefined;
}

/** What stands against having the bed back as if one had never left; empty when nothing does. A bed that waits for its cleaning was theirs. */
export function obstaclesToReturning({ bedName, holder, outage, reservedFor, home }: ReturnFacts): Obstacle[] {
  const instead = 'Move the patient back instead, and give another bed.';
  return [
    ...(holder ? [{ code: 'transition.bed-taken', says: `${holder.name} has bed ${bedName} meanwhile. ${instead}` }] : []),
    ...(reservedFor ? [{ code: 'transition.bed-reserved', says: `Bed ${bedName} is kept for ${reservedFor.name} meanwhile. ${instead}` }] : []),
    ...(outage?.kind === 'out-of-service' ? [{ code: 'transition.bed-out-of-service', says: `Bed ${bedName} is out of service meanwhile. ${instead}` }] : []),
    ...(home ? [{ code: 'transition.lives-elsewhere', says: `The person lives in ${home.unitName} meanwhile. ${instead}` }] : []),
  ];
}
