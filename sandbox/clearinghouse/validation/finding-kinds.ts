/** How the clearinghouse answers a kind of finding. */
export interface FindingKind {
  /** The acknowledgement that carries it. A TA1 refuses the interchange, a 999 the set, a 277CA one claim. */
  readonly answer: 'TA1' | '999' | '277CA';
  /** Warnings are reported and the set is accepted with errors. */
  readonly severity?: 'warning';
  /** TA105, AK905 and following, IK502 and following, IK304 or IK403: X12 999 and TA1 code lists, by number only. */
  readonly note?: string;
  readonly group?: string;
  readonly set?: string;
  readonly ik3?: string;
  readonly ik4?: string;
  /** Claim status category and code of the 277CA, by number only. */
  readonly status?: string;
}

const interchange = (note: string): FindingKind => ({ answer: 'TA1', note });
const group = (code: string): FindingKind => ({ answer: '999', group: code });
const set = (code: string): FindingKind => ({ answer: '999', set: code });
const segment = (ik3: string): FindingKind => ({ answer: '999', ik3 });
const element = (ik4: string): FindingKind => ({ answer: '999', ik3: '8', ik4 });
const claim = (status: string): FindingKind => ({ answer: '277CA', status });

const kinds = {
  'interchange.not-x12': interchange('023'),
  'interchange.cut-off': interchange('023'),
  'interchange.trailer-missing': interchange('023'),
  'interchange.control-mismatch': interchange('001'),
  'interchange.control-number': interchange('018'),
  'interchange.duplicate': interchange('025'),
  'interchange.group-count': interchange('021'),
  'interchange.version': interchange('017'),
  'interchange.date': interchange('014'),
  'interchange.time': interchange('015'),
  'interchange.usage': interchange('020'),
  'interchange.acknowledgement': interchange('019'),
  'interchange.separators': interchange('026'),
  'interchange.qualifier': interchange('005'),
  'interchange.party': interchange('006'),
  'interchange.security': interchange('010'),
  'interchange.stray': interchange('024'),
  'interchange.empty': interchange('024'),
  'group.functional-code': group('1'),
  'group.version': group('2'),
  'group.trailer-missing': group('3'),
  'group.control-mismatch': group('4'),
  'group.set-count': group('5'),
  'group.header': group('6'),
  'group.duplicate': group('19'),
  'set.trailer-missing': set('2'),
  'set.control-mismatch': set('3'),
  'set.segment-count': set('4'),
  'set.control-number': set('7'),
  'set.duplicate': set('23'),
  'segment.unknown': segment('1'),
  'segment.unexpected': segment('2'),
  'segment.missing': segment('3'),
  'loop.too-many': segment('4'),
  'segment.too-many': segment('5'),
  'segment.out-of-sequence': segment('7'),
  'segment.not-used': segment('I4'),
  'loop.missing': segment('I7'),
  'segment.empty': segment('8'),
  'segment.trailing-separator': segment('8'),
  'element.missing': element('1'),
  'element.dependent-missing': element('2'),
  'element.too-many': element('3'),
  'element.too-short': element('4'),
  'element.too-long': element('5'),
  'element.characters': element('6'),
  'element.lower-case': { answer: '999', severity: 'warning', ik3: '8', ik4: '6' },
  'element.code': element('7'),
  'element.date': element('8'),
  'element.time': element('9'),
  'element.exclusive': element('10'),
  'element.trailing-separator': element('I10'),
  'element.not-used': element('I10'),
  'hierarchy.number': element('7'),
  'hierarchy.parent': element('7'),
  'hierarchy.children': element('7'),
  'line.number': element('7'),
  'npi.check-digit': claim('A7:562'),
  'npi.missing': claim('A6:562'),
  'taxonomy.format': claim('A7:145'),
  'tax-id.format': claim('A7:128'),
  'address.zip': claim('A7:500'),
  'address.zip9': claim('A7:500'),
  'address.post-office-box': claim('A7:503'),
  'address.state': claim('A7:501'),
  'address.country': claim('A7:501'),
  'person.name': claim('A6:125'),
  'person.given-name': { answer: '277CA', severity: 'warning', status: 'A6:125' },
  'person.birth-date': claim('A7:158'),
  'person.member-number': claim('A6:164'),
  'person.social-security': claim('A7:164'),
  'subscriber.relationship': claim('A8:116'),
  'subscriber.group': claim('A8:116'),
  'subscriber.address': claim('A6:126'),
  'subscriber.details': claim('A6:158'),
  'filing-indicator': claim('A6:480'),
  'claim.total': claim('A7:178'),
  'claim.patient-paid': { answer: '277CA', severity: 'warning', status: 'A8:178' },
  'claim.duplicate': claim('A3:54'),
  'claim.none': claim('A6:247'),
  'claim.frequency': claim('A7:535'),
  'claim.original-number': claim('A6:464'),
  'claim.place-of-service': claim('A7:249'),
  'claim.accident': claim('A6:188'),
  'claim.admission-date': claim('A6:189'),
  'claim.attachment': claim('A6:489'),
  'claim.clia': claim('A6:630'),
  'claim.contact-twice': claim('A8:562'),
  'claim.address-twice': claim('A8:562'),
  'claim.provider-twice': claim('A8:562'),
  'diagnosis.code': claim('A7:255'),
  'diagnosis.principal': claim('A7:254'),
  'diagnosis.twice': claim('A7:255'),
  'diagnosis.gap': claim('A7:255'),
  'line.pointer': claim('A7:477'),
  'line.procedure': claim('A7:454'),
  'line.modifier': claim('A7:453'),
  'line.description': claim('A6:306'),
  'line.place-twice': claim('A8:249'),
  'line.units': claim('A7:476'),
  'line.service-date': claim('A7:187'),
  'line.control-number': claim('A7:478'),
  'line.drug': claim('A7:218'),
  'money.format': claim('A7:178'),
  'date.order': claim('A8:187'),
  'other-payer.balance': claim('A7:400'),
  'other-payer.reason': claim('A7:400'),
  'other-payer.unknown': claim('A8:400'),
  'other-payer.date': claim('A6:516'),
  'other-payer.liability': claim('A8:400'),
  'other-payer.adjustment': claim('A7:400'),
  'other-payer.order': claim('A8:116'),
  'other-payer.remark': claim('A7:400'),
} satisfies Record<string, FindingKind>;

/** The code of each thing that can be wrong with a file. */
export type FindingCode = keyof typeof kinds;

/** Every kind of finding and how it is answered. Code numbers from X12 lists, wording ours. */
export const findingKinds: Readonly<Record<FindingCode, FindingKind>> = kinds;
