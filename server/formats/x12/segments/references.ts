import { sendableText } from '../syntax/characters.ts';
import { segment, type Written } from '../syntax/written.ts';

/** REF: an identifier and what it means (EI tax id, G1 prior authorization, F8 payer's number, EA medical record, 6R line); nothing without one. */
export function reference(qualifier: string, value: string | undefined): Written[] {
  return value === undefined ? [] : [segment('REF', qualifier, sendableText(value))];
}
