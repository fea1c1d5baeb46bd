/** The day of CCYYMMDD; undefined when there is no such day. */
export function dateOf(text: string): Temporal.PlainDate | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return undefined;
  try {
    return Temporal.PlainDate.from({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** The day of YYMMDD, as ISA and TA1 write it: always in this century. */
export function shortDateOf(text: string): Temporal.PlainDate | undefined {
  return text.length === 6 ? dateOf(`20${text}`) : undefined;
}

/** The time of HHMM or HHMMSS; undefined when there is no such time. */
export function timeOf(text: string): Temporal.PlainTime | undefined {
  const parts = /^([01]\d|2[0-3])([0-5]\d)([0-5]\d)?/.exec(text);
  return parts ? Temporal.PlainTime.from({ hour: Number(parts[1]), minute: Number(parts[2]), second: Number(parts[3] ?? 0) }) : undefined;
}

/** CCYYMMDD. */
export function dateText(date: Temporal.PlainDate | Temporal.PlainDateTime): string {
  return `${date.year}`.padStart(4, '0') + `${date.month}`.padStart(2, '0') + `${date.day}`.padStart(2, '0');
}

/** YYMMDD. */
export function shortDateText(date: Temporal.PlainDateTime): string {
  return dateText(date).slice(2);
}

/** HHMM. */
export function timeText(time: Temporal.PlainDateTime): string {
  return `${time.hour}`.padStart(2, '0') + `${time.minute}`.padStart(2, '0');
}
