import { groups, type Group } from './tile-groups.ts';

/** What somebody hid, and their own order. */
export interface Arrangement {
  readonly hidden: readonly string[];
  readonly first: readonly string[];
}

/** A tile in its group. */
export interface Placed {
  readonly code: string;
  readonly group: Group;
  readonly isHidden: boolean;
}

type OfRoles = Readonly<Record<string, Readonly<Record<Group, readonly string[]>>>>;

/**
 * The tiles of somebody, group by group. Of two roles with the same tile the more urgent group counts; a role that the content does not know
 * has every tile that its permissions open, for this week. What somebody put first comes first within its group; the others follow as the content has them.
 */
export function placedTiles(
  roles: readonly string[],
  mayOpen: (code: string) => boolean,
  every: readonly string[],
  of: OfRoles,
  { hidden, first }: Arrangement,
): Placed[] {
  const isKnown = roles.some((role) => of[role]);
  const wished = (group: Group) => (isKnown ? roles.flatMap((role) => of[role]?.[group] ?? []) : group === 'week' ? every : []);
  const seen = new Set<string>();
  return groups.flatMap((group) => {
    const codes = [...new Set(wished(group))].filter((code) => mayOpen(code) && !seen.has(code));
    for (const code of codes) seen.add(code);
    const place = (code: string) => (first.includes(code) ? first.indexOf(code) : first.length);
    return codes.toSorted((one, other) => place(one) - place(other)).map((code) => ({ code, group, isHidden: hidden.includes(code) }));
  });
}
