import { expect, test } from 'vitest';
import roles from '#content/roles.json' with { type: 'json' };
import { offeredTiles } from './offered-tiles.ts';
import { placedTiles } from './placing.rules.ts';
import { groups, tilesOfRoles } from './tile-groups.ts';

const of = { cook: { now: ['a', 'b'], today: ['c'], week: [] }, host: { now: ['d'], today: ['a'], week: ['e'] } };
const plain = { hidden: [], first: [] };
const codes = (roleCodes: readonly string[], arrangement = plain as { hidden: readonly string[]; first: readonly string[] }, closed: readonly string[] = []) =>
  placedTiles(roleCodes, (code) => !closed.includes(code), ['a', 'b', 'c', 'd', 'e'], of, arrangement).map(
    ({ group, code, isHidden }) => `${group} ${code}${isHidden ? ' hidden' : ''}`,
  );

test('of two roles with one tile the more urgent group counts, and what a permission does not open is not there', () => {
  expect(codes(['cook', 'host'])).toEqual(['now a', 'now b', 'now d', 'today c', 'week e']);
  expect(codes(['host'])).toEqual(['now d', 'today a', 'week e']);
  expect(codes(['cook'], plain, ['a'])).toEqual(['now b', 'today c']);
});

test('what somebody put first comes first within its group, and hiding does not forget', () => {
  expect(codes(['cook'], { hidden: ['a'], first: ['c', 'b'] })).toEqual(['now b', 'now a hidden', 'today c']);
});

test("a role of the organisation's own has every tile that its permissions open", () => {
  expect(codes(['gardener'], plain, ['b', 'c', 'd'])).toEqual(['week a', 'week e']);
});

test('each tile of the content is offered, is open to its role, and no person has more than fifteen', () => {
  for (const { code: role, permissions } of roles.roles) {
    const own = groups.flatMap((group) => tilesOfRoles[role]?.[group] ?? []);
    expect(own.length, role).toBeGreaterThan(2);
    expect(own.length, role).toBeLessThanOrEqual(15);
    expect(
      own.filter((code) => !permissions.includes(offeredTiles.get(code)?.may ?? '')),
      role,
    ).toEqual([]);
  }
  const wanted = Object.values(tilesOfRoles).flatMap((role) => groups.flatMap((group) => role[group]));
  expect([...offeredTiles.keys()].filter((code) => !wanted.includes(code))).toEqual([]);
});
