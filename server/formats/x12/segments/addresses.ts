import type { Contact, PostalAddress } from '../claims/parties.ts';
import { sendableText, sendableWords } from '../syntax/characters.ts';
import type { Cursor } from '../syntax/cursor.ts';
import { textAt } from '../syntax/fields.ts';
import { present } from '../syntax/present.ts';
import { element, optional, type Segment } from '../syntax/segment.ts';
import { segment, type Written } from '../syntax/written.ts';

/** Lengths of N301, N401 and PER02. */
const longest = { line: 55, city: 30, name: 60 };

/** N3 and N4; nothing without an address. */
export function address(at: PostalAddress | undefined): Written[] {
  if (!at) return [];
  return [
    segment('N3', sendableWords(at.line1, longest.line), at.line2 && sendableWords(at.line2, longest.line)),
    segment('N4', sendableWords(at.city, longest.city), sendableText(at.state), at.zip.replaceAll(/\D/g, '')),
  ];
}

/** PER: information contact, phone first. */
export function contact(desk: Contact): Written {
  const phone = desk.phone.replaceAll(/\D/g, '');
  const email = desk.email ? ['EM', sendableText(desk.email)] : [];
  return segment('PER', 'IC', desk.name && sendableWords(desk.name, longest.name), 'TE', phone, ...email);
}

/** The N3 and N4 that follow, if any. */
export function readAddress(cursor: Cursor): PostalAddress | undefined {
  const n3 = cursor.take('N3');
  if (!n3) return undefined;
  const n4 = cursor.expect('N4');
  return present({ line1: textAt(n3, 1), line2: optional(n3, 2), city: textAt(n4, 1), state: element(n4, 2), zip: element(n4, 3) });
}

/** The PER that follows. */
export function readContact(per: Segment): Contact {
  return present({ name: optional(per, 2), phone: textAt(per, 4), email: element(per, 5) === 'EM' ? optional(per, 6) : undefined });
}
