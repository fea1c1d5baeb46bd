import type { Home, HomeTile } from '#server/homes/tiles/tiles.contract.ts';

type Figure = Pick<HomeTile, 'value' | 'unit'>;
type Group = HomeTile['group'];

export const groupNames: Readonly<Record<Group, string>> = { now: 'Now', today: 'Today', week: 'This week' };

/** A number as a tile shows it: whole dollars, days, or how many. */
export function figureWords({ value, unit }: Figure): string {
  const number = (unit === 'cents' ? Math.round(value / 100) : value).toLocaleString('en-US');
  return unit === 'cents' ? `$${number}` : unit === 'days' ? `${number} d` : number;
}

/** What stands beside the number: what it is made of, and how much of it is late. */
export function besides({ says, late }: Pick<HomeTile, 'says' | 'late'>): string {
  return [says, late > 0 ? `${late} late` : ''].filter(Boolean).join(', ');
}

/** Tiles that are shown, group by group: those with something to tell, and those of which nothing waits. Figures that are more than a count are always told. */
export function arranged({ tiles }: Home): readonly { readonly group: Group; readonly telling: readonly HomeTile[]; readonly quiet: readonly HomeTile[] }[] {
  return (['now', 'today', 'week'] as const).map((group) => {
    const shown = tiles.filter((tile) => tile.group === group && !tile.isHidden);
    const tells = ({ count, says }: HomeTile) => count > 0 || says !== '';
    return { group, telling: shown.filter(tells), quiet: shown.filter((tile) => !tells(tile)) };
  });
}

/** The codes with one of them moved by a place, within its own group. */
export function moved(codes: readonly string[], code: string, by: 1 | -1): readonly string[] {
  const from = codes.indexOf(code);
  const to = from + by;
  if (from < 0 || to < 0 || to >= codes.length) return codes;
  return codes.toSpliced(from, 1).toSpliced(to, 0, code);
}
