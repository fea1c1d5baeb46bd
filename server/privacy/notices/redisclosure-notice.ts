import { z } from 'zod';
import file from '#content/notices/part2-redisclosure.json' with { type: 'json' };

const notice = z
  .object({ id: z.string(), source: z.string(), validFrom: z.iso.date(), validTo: z.iso.date().nullable(), short: z.string(), text: z.string() })
  .parse(file);

/** The statement that accompanies a disclosure on consent, in its two lawful forms, with its version (42 CFR 2.32(a)). */
export interface RedisclosureNotice {
  readonly id: string;
  readonly text: string;
  /** For channels with little room: 42 CFR 2.32(a)(2). */
  readonly short: string;
  readonly source: string;
}

/** The notice of a day. Throws when the wording is not in force: nothing leaves on consent without one. */
export function redisclosureNotice(on: Temporal.PlainDate): RedisclosureNotice {
  const day = on.toString();
  const { id, text, short, source, validFrom, validTo } = notice;
  if (day < validFrom || (validTo !== null && day > validTo)) throw new Error(`No wording of the notice of 42 CFR 2.32 is in force on ${day}`);
  return { id, text, short, source };
}
