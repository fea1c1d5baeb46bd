import type { BedOnBoard, Expected, Occupant, UnitOnBoard } from '#server/residence/board/board.contract.ts';

/** What is carried over the board: somebody who lives here, or somebody who is expected. */
export type Carried = { readonly kind: 'lodger'; readonly person: Occupant } | { readonly kind: 'expected'; readonly person: Expected };

/** What dropping somebody on a bed would be. */
export interface Proposal {
  readonly kind: 'arrive' | 'move' | 'swap';
  readonly carried: Carried;
  readonly bed: BedOnBoard;
}

/** What it would be to let somebody down on this bed; undefined for their own, and for an expected person over a taken one. */
export function proposalFor(carried: Carried, bed: BedOnBoard): Proposal | undefined {
  if (carried.kind === 'expected') return bed.occupant ? undefined : { kind: 'arrive', carried, bed };
  if (carried.person.bedId === bed.id) return undefined;
  if (!bed.occupant) return { kind: 'move', carried, bed };
  return carried.person.bedId === null ? undefined : { kind: 'swap', carried, bed };
}

export const stateWords: Readonly<Record<BedOnBoard['state'], string>> = {
  free: 'Free',
  occupied: 'Occupied',
  away: 'Away',
  reserved: 'Reserved',
  cleaning: 'To clean',
  'out-of-service': 'Out of service',
};

export const genderWords: Readonly<Record<string, string>> = { any: 'Anybody', women: 'Women', men: 'Men', 'one-gender': 'One gender a room' };

/** Every bed of some units with its room. */
export function bedsOf(units: readonly UnitOnBoard[]) {
  return units.flatMap((unit) => unit.rooms.flatMap((room) => room.beds.map((bed) => ({ unit, room, bed }))));
}

/** How many beds are in which state. */
export function tally(units: readonly UnitOnBoard[]): ReadonlyMap<BedOnBoard['state'], number> {
  const counts = new Map<BedOnBoard['state'], number>();
  for (const { bed } of bedsOf(units)) counts.set(bed.state, (counts.get(bed.state) ?? 0) + 1);
  return counts;
}

/** Which beds stay bright: those in that state and with that feature, of bed or room. */
export function isWanted(bed: BedOnBoard, roomAttributes: readonly string[], { state, attribute }: { readonly state: string; readonly attribute: string }): boolean {
  return (state === '' || bed.state === state) && (attribute === '' || bed.attributes.includes(attribute) || roomAttributes.includes(attribute));
}

/** Everybody who lives in some units, with the bed or without one. */
export function lodgersOf(units: readonly UnitOnBoard[]): readonly { readonly unit: UnitOnBoard; readonly where: string; readonly person: Occupant }[] {
  return units.flatMap((unit) => [
    ...unit.rooms.flatMap((room) => room.beds.flatMap((bed) => (bed.occupant ? [{ unit, where: `${room.name}, ${bed.name}`, person: bed.occupant }] : []))),
    ...unit.withoutBed.map((person) => ({ unit, where: 'no bed', person })),
  ]);
}
