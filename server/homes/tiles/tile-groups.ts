import content from '#content/homes/tiles.json' with { type: 'json' };

/** When a question wants its answer. */
export type Group = 'now' | 'today' | 'week';

export const groups: readonly Group[] = ['now', 'today', 'week'];

/** The codes of a role's tiles, group by group, in their order: content/homes/tiles.json. */
export const tilesOfRoles: Readonly<Record<string, Readonly<Record<Group, readonly string[]>>>> = content.roles;
