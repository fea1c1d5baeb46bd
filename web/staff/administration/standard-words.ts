import type { ProgramStandard } from '#server/programs/standards/standards.contract.ts';

const billing: Readonly<Record<ProgramStandard['billing']['kind'], string>> = {
  service: 'billed by service',
  day: 'billed by day attended',
  'per-diem': 'billed by midnight in house',
  week: 'billed by week',
};

/** Hours, days, review and billing of a program in one sentence. */
export function clockWords({ minutesPerWeek, minutesPerDay, daysPerWeek, reviewDays, billing: bills }: ProgramStandard): string {
  const parts = [
    minutesPerWeek === null ? 'no minimum of hours' : `at least ${Math.round(minutesPerWeek / 6) / 10} hours a week`,
    daysPerWeek !== null && `${daysPerWeek} days a week`,
    minutesPerDay !== null && `${minutesPerDay} minutes make a day`,
    `reviewed every ${reviewDays} days`,
    `${billing[bills.kind]}${bills.procedure === null ? '' : ` (${bills.procedure})`}`,
  ];
  const words = parts.filter(Boolean).join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const within = (days: number) => (days === 0 ? 'on the first day' : `within ${days} ${days === 1 ? 'day' : 'days'}`);

/** A needed document with its deadline. */
export function documentWords({ says, withinDays, everyDays }: ProgramStandard['documents'][number]): string {
  return [says, withinDays !== null && within(withinDays), everyDays !== null && `again every ${everyDays === 1 ? 'day' : `${everyDays} days`}`]
    .filter(Boolean)
    .join(', ');
}
