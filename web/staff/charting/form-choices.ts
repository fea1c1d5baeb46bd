import { isUsedIn, type Template } from '#server/charting/templates/templates.contract.ts';

type Program = Parameters<typeof isUsedIn>[1];

/** The forms of a program as choices, those of one's own work first. A form that is used elsewhere only is not offered; the one in use, `keep`, always is. */
export function formChoices(templates: readonly Template[], roles: readonly string[], program: Program | undefined, keep?: string) {
  const isMine = ({ form }: Template) => !form.disciplines || form.disciplines.some((role) => roles.includes(role));
  const item = ({ code, name }: Template) => ({ value: code, label: name });
  const offered = templates.filter(({ code, form }) => code === keep || !program || isUsedIn(form, program)).toSorted((a, b) => a.name.localeCompare(b.name));
  return [
    { group: 'For my work', items: offered.filter(isMine).map(item) },
    { group: 'For others', items: offered.filter((one) => !isMine(one)).map(item) },
  ].filter(({ items }) => items.length > 0);
}
