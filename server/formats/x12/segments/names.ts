import type { OrganisationProvider, PersonName, PersonProvider, Provider } from '../claims/parties.ts';
import { sendableText, sendableWords } from '../syntax/characters.ts';
import { textAt } from '../syntax/fields.ts';
import { present } from '../syntax/present.ts';
import { element, optional, type Segment } from '../syntax/segment.ts';
import { segment, type Written } from '../syntax/written.ts';

/** Lengths of NM103, NM104, NM105 and NM107. */
const longest = { family: 60, given: 35, middle: 25, suffix: 10 };

/** NM108 and NM109: 'XX' NPI, 'MI' member number, 'PI' payer, '46' electronic identifier. */
export interface Identifier {
  readonly qualifier: 'XX' | 'MI' | 'PI' | '46';
  readonly id: string;
}

const words = (text: string | undefined, length: number) => text && sendableWords(text, length);

/** NM1 of a person. NM101 says the part played: IL subscriber, QC patient, 82 rendering, DQ supervising. */
export function personName(part: string, name: PersonName, identifier?: Identifier): Written {
  return segment(
    'NM1',
    part,
    '1',
    words(name.family, longest.family),
    words(name.given, longest.given),
    words(name.middle, longest.middle),
    undefined,
    words(name.suffix, longest.suffix),
    identifier?.qualifier,
    identifier && sendableText(identifier.id),
  );
}

/** NM1 of an organisation. */
export function organisationName(part: string, name: string, identifier?: Identifier): Written {
  return segment(
    'NM1',
    part,
    '2',
    words(name, longest.family),
    undefined,
    undefined,
    undefined,
    undefined,
    identifier?.qualifier,
    identifier && sendableText(identifier.id),
  );
}

/** NM1 of a provider, person or organisation, with the NPI. */
export function providerName(part: string, provider: Provider): Written {
  const identifier: Identifier = { qualifier: 'XX', id: provider.npi };
  return provider.kind === 'person' ? personName(part, provider.name, identifier) : organisationName(part, provider.name, identifier);
}

/** PRV: taxonomy. BI billing, PE performing; nothing when there is none. */
export function specialty(part: 'BI' | 'PE', taxonomy: string | undefined): Written[] {
  return taxonomy ? [segment('PRV', part, 'PXC', sendableText(taxonomy))] : [];
}

/** The person of an NM1. */
export function readPersonName(nm1: Segment): PersonName {
  return present({ family: textAt(nm1, 3), given: optional(nm1, 4), middle: optional(nm1, 5), suffix: optional(nm1, 7) });
}

/** The provider of an NM1, whose taxonomy stands in a PRV before or after it. */
export function readProvider(nm1: Segment, prv: Segment | undefined): PersonProvider | OrganisationProvider {
  const shared = present({ npi: textAt(nm1, 9), taxonomy: prv && optional(prv, 3) });
  return element(nm1, 2) === '1' ? { kind: 'person', name: readPersonName(nm1), ...shared } : { kind: 'organisation', name: textAt(nm1, 3), ...shared };
}
