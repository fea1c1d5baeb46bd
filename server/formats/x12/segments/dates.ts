import type { AdministrativeSex } from '../claims/parties.ts';
import { BrokenFile } from '../syntax/broken-file.ts';
import { dateOf, dateText } from '../syntax/dates.ts';
import { codeAt, dateAt } from '../syntax/fields.ts';
import { element, type Segment } from '../syntax/segment.ts';
import { segment, type Written } from '../syntax/written.ts';

/** DTP of one day, or of a span of days: 472 service, 573 adjudication, 431 onset. */
export function day(qualifier: string, from: Temporal.PlainDate, through?: Temporal.PlainDate): Written {
  return through ? segment('DTP', qualifier, 'RD8', `${dateText(from)}-${dateText(through)}`) : segment('DTP', qualifier, 'D8', dateText(from));
}

/** DMG: birth date and sex. */
export function demographics(birthDate: Temporal.PlainDate, sex: AdministrativeSex): Written {
  return segment('DMG', 'D8', dateText(birthDate), sex);
}

/** The day or span of a DTP. Throws BrokenFile when it holds neither. */
export function readDays(dtp: Segment): { readonly from: Temporal.PlainDate; readonly through?: Temporal.PlainDate } {
  if (element(dtp, 2) !== 'RD8') return { from: dateAt(dtp, 3) };
  const [from, through] = element(dtp, 3).split('-').map(dateOf);
  if (!from || !through) throw new BrokenFile(dtp.at, `DTP03 is no span of days: "${element(dtp, 3)}"`);
  return { from, through };
}

/** Birth date and sex of a DMG. */
export function readDemographics(dmg: Segment): { readonly birthDate: Temporal.PlainDate; readonly sex: AdministrativeSex } {
  return { birthDate: dateAt(dmg, 2), sex: codeAt(dmg, 3, ['F', 'M', 'U']) };
}
