/** A reason code: where its rule stands, and what staff read. */
interface Reason {
  readonly citation: string;
  readonly says: string;
}

const permits = {
  INTRA_PROGRAM: { citation: '42 CFR 2.12(c)(3)', says: 'Works in the program that made the record and needs it for this care.' },
  ORIGINATOR: { citation: '42 CFR 2.31(b)(1)(i)(A); 45 CFR 164.508(a)(2)(i)(A)', says: 'Wrote this note and uses it to treat.' },
  PROGRAM_TRAINING: { citation: '42 CFR 2.31(b)(1)(i)(B); 45 CFR 164.508(a)(2)(i)(B)', says: "Supervises the writer's training in the program." },
  DEFENCE: { citation: '42 CFR 2.31(b)(1)(i)(C); 45 CFR 164.508(a)(2)(i)(C)', says: 'The program defends itself in an action that the patient brought.' },
  TPO_OK: { citation: '42 CFR 2.33(a)(2)', says: 'One written consent covers treatment, payment and operations, and the recipient is in it.' },
  SPECIFIC_OK: { citation: '42 CFR 2.31(a), 2.33(a)(1)', says: 'A written consent names this recipient, purpose and content.' },
  INTERMEDIARY_OK: { citation: '42 CFR 2.31(a)(4)(ii)(B), 2.24', says: 'The consent names the exchange, and this member behind it may receive.' },
  CN_OK: { citation: '42 CFR 2.31(b)(2)', says: 'A separate consent for SUD counseling notes covers this note and recipient.' },
  PSYCHOTHERAPY_OK: { citation: '45 CFR 164.508(a)(2), (b)(3)(ii)', says: 'A separate authorization for psychotherapy notes covers this note and recipient.' },
  LEGAL_CONSENT_OK: { citation: '42 CFR 2.31(d)', says: 'A consent for this legal proceeding alone covers the record.' },
  REGISTRY_OK: { citation: '42 CFR 2.34', says: 'A consent names the registry or program, the event is one of those allowed, and it is near enough.' },
  CJ_OK: { citation: '42 CFR 2.35', says: 'A criminal-justice consent names this recipient.' },
  PDMP_OK: { citation: '42 CFR 2.36', says: 'State law asks for the report, and the patient consented to it.' },
  RESEARCH_CONSENT_OK: { citation: '42 CFR 2.31, 2.52', says: 'A consent to this research covers the record.' },
  RESEARCH_OK: { citation: '42 CFR 2.52', says: 'The protocol is approved and its terms are signed.' },
  AUDIT_OK: { citation: '42 CFR 2.53', says: 'The auditor committed in writing to what the rule asks.' },
  PUBLIC_HEALTH_OK: { citation: '42 CFR 2.54; 45 CFR 164.514(b)', says: 'Only de-identified content goes to the public health authority.' },
  PATIENT_ACCESS: { citation: '42 CFR 2.23; 45 CFR 164.524', says: 'Patients may have their own record.' },
  REPRESENTATIVE_ACCESS: { citation: '42 CFR 2.14, 2.15; 45 CFR 164.502(g)', says: 'The representative stands in for the patient.' },
  MINOR_THREAT: { citation: '42 CFR 2.14(d)', says: 'The director judged that the minor cannot choose and that telling the parent reduces a substantial threat.' },
  EMERGENCY_2_51: { citation: '42 CFR 2.51(a)', says: 'A medical emergency, with its five facts written down.' },
  QSO_OK: { citation: '42 CFR 2.11, 2.12(c)(4)', says: 'A current written agreement binds this service to Part 2.' },
  CE_REDISCLOSURE: { citation: '42 CFR 2.33(b)(1)', says: 'Received for treatment, payment or operations; a covered entity may pass it on as HIPAA allows.' },
  CONTRACTOR_OK: { citation: '42 CFR 2.33(b)(3), (c)', says: 'The contractor is bound in writing and needs it for payment or operations.' },
  ORDER_OK: { citation: '42 CFR 2.61, 2.64-2.66', says: "A court's order covers this, and a subpoena compels it." },
  MANDATED_REPORT: { citation: '42 CFR 2.12(c)(6)', says: 'The first report of suspected child abuse or neglect that state law orders.' },
  CRIME_REPORT: { citation: '42 CFR 2.12(c)(5)', says: 'A report of a crime or threat on the premises or against staff.' },
  CAUSE_OF_DEATH: { citation: '42 CFR 2.15(b)', says: 'A law asks for facts on the cause of death.' },
  HIPAA_TREATMENT: { citation: '45 CFR 164.506(c)', says: 'Not a Part 2 record; treatment needs no consent under HIPAA.' },
  HIPAA_PAYMENT: { citation: '45 CFR 164.506(c)', says: 'Not a Part 2 record; payment needs no consent under HIPAA.' },
  HIPAA_OPERATIONS: { citation: '45 CFR 164.506(c)', says: 'Not a Part 2 record; operations need no consent under HIPAA.' },
  HIPAA_LAW: { citation: '45 CFR 164.512', says: 'Not a Part 2 record; HIPAA allows this without authorization.' },
  HIPAA_THREAT: { citation: '45 CFR 164.512(j)', says: 'Not a Part 2 record; told to somebody able to prevent serious harm.' },
} as const satisfies Record<string, Reason>;

const refusals = {
  NO_CONSENT: { citation: '42 CFR 2.13(a), 2.31, 2.33', says: 'No written consent is on file, and no exception fits. Payment and a shared employer are no exceptions.' },
  NOT_AUTHORIZED: { citation: '45 CFR 164.502(a), 164.508(a)(1)', says: 'HIPAA does not allow this without a written authorization.' },
  CN_CONSENT_REQUIRED: { citation: '42 CFR 2.31(b)(1)', says: 'SUD counseling notes need a consent of their own.' },
  PSYCHOTHERAPY_AUTHORIZATION_REQUIRED: { citation: '45 CFR 164.508(a)(2)', says: 'Psychotherapy notes need an authorization of their own.' },
  NOT_ORIGINATOR: { citation: '42 CFR 2.31(b)(1)(i)(A); 45 CFR 164.508(a)(2)(i)(A)', says: 'Only the clinician who wrote this note may use it to treat.' },
  COUNSELING_NOTE_REVIEW: {
    citation: '42 CFR 2.23, 2.31(b); 45 CFR 164.524(a)(1)(i)',
    says: 'Notes kept apart are not part of the copy; a person may decide to give them.',
  },
  NOT_ON_CARE_TEAM: { citation: '42 CFR 2.12(c)(3), 2.13(a)', says: 'Works in the program but has no part in the care of this patient.' },
  BEYOND_ROLE: { citation: '42 CFR 2.13(a); 45 CFR 164.502(b), 164.514(d)(2)', says: 'The role does not need this kind of record for this purpose.' },
  NOT_TREATING: { citation: '42 CFR 2.31(a)(4)', says: 'The consent is for those who treat the patient, and nobody has verified that this one does.' },
  REVOKED: { citation: '42 CFR 2.31(a)(6), (c)(3)', says: 'The patient revoked the consent. What went before stands; nothing more goes.' },
  EXPIRED: { citation: '42 CFR 2.31(a)(7), (c)(1)', says: 'The consent has expired.' },
  EXPIRY_INVALID: {
    citation: '42 CFR 2.31(a)(7)',
    says: 'The consent has no valid end: only one for treatment, payment and operations may say "none" or "end of treatment".',
  },
  CONSENT_DEFICIENT: { citation: '42 CFR 2.31(a), (c)(2)', says: 'The consent lacks an element that it must have.' },
  CONSENT_COMBINED: { citation: '42 CFR 2.31(b)(2)-(3), (d)', says: 'This kind of consent may not be combined with another purpose.' },
  SIGNER_INVALID: { citation: '42 CFR 2.14, 2.15, 2.31(a)(8)', says: 'The person who signed may not consent for this patient and purpose today.' },
  DISCLOSER_NOT_NAMED: { citation: '42 CFR 2.31(a)(2)', says: 'The consent does not name the program that made the record.' },
  RECIPIENT_NOT_NAMED: { citation: '42 CFR 2.31(a)(4)', says: 'The consent does not name this recipient.' },
  PURPOSE_NOT_NAMED: { citation: '42 CFR 2.31(a)(5)', says: 'The consent does not name this purpose.' },
  OUT_OF_SCOPE: { citation: '42 CFR 2.31(a)(3), 2.13(a)', says: 'The consent does not describe this record.' },
  LABEL_EXCLUDED: { citation: '42 CFR 2.31(a)(3), 2.26', says: 'The patient left this kind of content out; every label must be allowed.' },
  LABEL_UNKNOWN: { citation: '42 CFR 2.13(a)', says: 'The record has a label that no rule knows, so it stays until somebody says what it means.' },
  INTERMEDIARY_NOT_NAMED: { citation: '42 CFR 2.31(a)(4)(ii)', says: 'The consent does not name the exchange, or whom of its members.' },
  RESTRICTED: { citation: '42 CFR 2.26; 45 CFR 164.522(a)', says: 'A restriction that was agreed with the patient forbids it.' },
  SELF_PAY: { citation: '42 CFR 2.26(a)(6); 45 CFR 164.522(a)(1)(vi)', says: 'Paid in full by the patient, who asked that the health plan not hear of it.' },
  NO_QSOA: { citation: '42 CFR 2.11, 2.12(c)(4); 45 CFR 164.502(e)', says: 'No current written agreement binds this service for this purpose and content.' },
  E5_INCOMPLETE: {
    citation: '42 CFR 2.51(c)',
    says: 'In an emergency five facts are written down first: recipient, facility, discloser, date and time, nature of the emergency.',
  },
  CONSENT_OBTAINABLE: {
    citation: '42 CFR 2.51(a)(1)',
    says: 'The patient can be asked, or the program is open: an emergency replaces only a consent that cannot be had.',
  },
  REFUSED_IN_EMERGENCY: { citation: '42 CFR 2.51(a)(1), 2.13(a)', says: 'The patient is able to decide and said no. Tell the privacy officer now.' },
  NOT_MEDICAL_PERSONNEL: { citation: '42 CFR 2.51(a)', says: 'In an emergency records go to medical personnel only.' },
  NO_EMERGENCY: { citation: '42 CFR 2.51', says: 'No emergency has been recorded.' },
  SUBPOENA_WITHOUT_ORDER: {
    citation: '42 CFR 2.61, 2.64',
    says: "A subpoena alone opens nothing: it takes a court's order under Part 2, or the patient's consent for this proceeding.",
  },
  ORDER_WITHOUT_SUBPOENA: { citation: '42 CFR 2.61', says: 'An order authorises, only a subpoena compels: a named person decides whether anything goes.' },
  ORDER_NOT_IN_FORCE: { citation: '42 CFR 2.61-2.67', says: 'The order has expired, was vacated, or is not yet issued.' },
  ORDER_OUT_OF_SCOPE: { citation: '42 CFR 2.64(e), 2.65(e)', says: "Outside the dates, content or recipients of the court's order." },
  ORDER_WRONG_KIND: { citation: '42 CFR 2.64-2.67', says: 'The order was made under another section than this proceeding needs.' },
  CONFIDENTIAL_COMMUNICATIONS: { citation: '42 CFR 2.63', says: 'Confidential communications need findings of their own in the order.' },
  LEGAL_NEEDS_ORDER: {
    citation: '42 CFR 2.12(d)(1), 2.61, 2.31(d)',
    says: "For proceedings it takes a court's order with a subpoena, or a consent for this proceeding alone.",
  },
  PROCEEDINGS_BAN: {
    citation: '42 CFR 2.12(d)(1)',
    says: 'A received Part 2 record may not be used in proceedings against the patient, whoever holds it; HIPAA permission is not enough.',
  },
  ORIGINAL_RECORDS_PROTECTED: { citation: '42 CFR 2.12(c)(6)', says: 'The first report was allowed; the original records stay protected.' },
  CRIME_REPORT_LIMIT: {
    citation: '42 CFR 2.12(c)(5)',
    says: 'Such a report holds the incident, patient status, name, address and last known whereabouts, and nothing else.',
  },
  PDMP_CONSENT: { citation: '42 CFR 2.36', says: 'Reporting to the prescription monitoring program needs the patient’s consent to that.' },
  PDMP_NO_LAW: { citation: '42 CFR 2.36', says: 'No state rule on file orders this report.' },
  REPORT_NOT_ORDERED: { citation: '42 CFR 2.12(c), 2.13(a)', says: 'No exception of Part 2 fits this report.' },
  REGISTRY_DISTANCE: { citation: '42 CFR 2.34(a)', says: 'Farther away than the rule allows.' },
  REGISTRY_EVENT: { citation: '42 CFR 2.34(a)(1)', says: 'Registries hear only of acceptance, change of drug or dose, interruption, resumption and termination.' },
  REGISTRY_CONTENT: { citation: '42 CFR 2.34(a)(2)', says: 'Registries hear identity, drug, dose and dates, and nothing else.' },
  RESEARCH_NOT_APPROVED: { citation: '42 CFR 2.52', says: 'The protocol lacks an approval or signed terms.' },
  RESEARCH_APPROVAL_EXPIRED: { citation: '42 CFR 2.52', says: 'The approval of the protocol has expired.' },
  AUDIT_NO_COMMITMENT: { citation: '42 CFR 2.53(a)', says: 'The auditor has not committed in writing to what the rule asks.' },
  AUDIT_COPY_TERMS: { citation: '42 CFR 2.53(b)', says: 'Copies leave only with written terms of retention and destruction.' },
  PUBLIC_HEALTH_IDENTIFIED: { citation: '42 CFR 2.54', says: 'Without consent only de-identified content goes to a public health authority.' },
  FUNDRAISING_OPT_OUT: {
    citation: '42 CFR 2.22(b)(1)(iii)(B), 2.31(a)(5)(iii)',
    says: 'Fundraising needs a consent that offered to opt out, and a patient who did not.',
  },
  MINOR_CONTROLS: { citation: '42 CFR 2.14(b)', says: 'The minor may consent to this care alone, so only the minor decides who hears of it.' },
  MINOR_AND_PARENT: { citation: '42 CFR 2.14(c)', says: 'Here the parent consents to the care, so minor and parent both sign for a disclosure.' },
  PROXY_ENDED: { citation: '45 CFR 164.502(g); 42 CFR 2.14', says: 'The patient is an adult now; what a parent could see or sign has ended.' },
  AUTHORITY_NOT_IN_FORCE: {
    citation: '45 CFR 164.502(g)(5); 42 CFR 2.15',
    says: 'The authority of this representative is not shown, or a court or safety speaks against it.',
  },
  IDENTITY_NOT_VERIFIED: { citation: '45 CFR 164.514(h)', says: 'The person has not yet proved who they are.' },
  NOT_THE_PATIENT: { citation: '42 CFR 2.13, 2.23', says: 'The record belongs to another patient.' },
  OTHER_PATIENTS: { citation: '42 CFR 2.13(a)', says: 'A group list names other patients and stays in the program.' },
  PROVENANCE_UNKNOWN: { citation: '42 CFR 2.11, 2.12(e)', says: 'Nobody knows which program made it, so it counts as a Part 2 record that no consent reaches.' },
  RECEIPT_BASIS_UNKNOWN: { citation: '42 CFR 2.12(d)(2)', says: 'Received, but nobody recorded on what ground, so it goes no further.' },
  REDISCLOSURE_NOT_ALLOWED: { citation: '42 CFR 2.32, 2.33(b)', says: 'The ground on which it was received does not let it be passed on.' },
  EXISTENCE_NOT_CONFIRMED: { citation: '42 CFR 2.13(c)', says: 'Nobody unknown is told whether somebody is a patient.' },
  NOTHING_ASKED: { citation: '42 CFR 2.13(a)', says: 'No record was named, so none goes.' },
  RULE_EXPIRED: { citation: 'content/jurisdictions', says: 'A rule that this needs has run out. It refuses until somebody checks its source and renews it.' },
  RULE_MISSING: { citation: 'content/jurisdictions', says: 'No rule of this jurisdiction answers, so nothing goes.' },
  STATE_CONSENT_REQUIRED: { citation: '42 CFR 2.20; 45 CFR 160.203(b)', says: 'The state asks for a consent where HIPAA does not.' },
  STATE_STATEMENT_REQUIRED: { citation: '42 CFR 2.20; 45 CFR 160.203(b)', says: 'The state asks the recipient for a written statement first.' },
  PURPOSE_WITHOUT_RULE: { citation: '42 CFR 2.13(a); 45 CFR 164.502(a)', says: 'No rule allows this for this purpose.' },
} as const satisfies Record<string, Reason>;

/** Every reason that a decision may give. A code keeps its meaning for ever; stored decisions cite it. */
export const reasons = { ...permits, ...refusals };
export type ReasonCode = keyof typeof reasons;

/** Whether the code is one of those that let something go. */
export function isPermit(code: ReasonCode): boolean {
  return code in permits;
}
