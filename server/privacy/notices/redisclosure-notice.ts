import { z } from 'zod';
import file from '#content/notices/part2-redisclosure.json' with { type: 'json' };

const notices = z
  .object({
    versions: z.array(
      z.object({ version: z.string(), validFrom: z.iso.date(), validTo: z.iso.date().nullable(), source: z.string(), statement1: z.string(), statement2: z.string() }),
    ),
  })
  .parse(file);

/** The statement that accompanies a disclosure on consent, in its two lawful forms, with its version (42 CFR 2.32(a)). */
export interface RedisclosureNotice {
  readonly version: string;
  readonly full: string;
  /** For channels with little room: 42 CFR 2.32(a)(2). */
  readonly short: string;
}

/** The notice of a day. Throws when no wording is in force: nothing leaves on consent without one. */
export function redisclosureNotice(on: Temporal.PlainDate): RedisclosureNotice {
  const day = on.toString();
  const current = notices.versions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
  if (!current) throw new Error(`No wording of the notice of 42 CFR 2.32 is in force on ${day}`);
  return { version: current.version, full: current.statement1, short: current.statement2 };
}
