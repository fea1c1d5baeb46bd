/** What each kind of consent is for, in the words of the desk. */
export const kindChoices = [
  {
    value: 'tpo',
    label: 'Treatment, payment and operations',
    says: 'The usual one: other providers, the health plan and those who help to run the program, from now on.',
  },
  { value: 'specific', label: 'One person or organization', says: 'A school, a lawyer, a relative, an employer: named, for a purpose, until a day.' },
  { value: 'counseling-notes', label: 'Private counseling notes', says: 'Notes kept apart from the chart. Always a form of its own.' },
  { value: 'criminal-justice', label: 'Court or officer who ordered treatment', says: 'For whoever made treatment a condition.' },
  { value: 'legal-proceeding', label: 'A legal proceeding', says: 'Use in one proceeding. Never together with anything else.' },
  { value: 'central-registry', label: 'Registry of opioid treatment programs', says: 'So that nobody is dosed in two programs at once.' },
  { value: 'pdmp', label: 'Prescription monitoring program', says: 'What the state asks to be reported of medicines.' },
  { value: 'research', label: 'A research study', says: 'For one named study.' },
] as const;

/** Who may sign, in both languages. */
export const signerChoices = {
  en: [
    { value: 'patient', label: 'The patient' },
    { value: 'minor-patient', label: 'The patient, under age' },
    { value: 'parent', label: 'A parent' },
    { value: 'guardian', label: 'A guardian' },
    { value: 'personal-representative', label: 'A personal representative' },
    { value: 'next-of-kin', label: 'Spouse or family of a deceased patient' },
    { value: 'program-director', label: 'The program’s director (payment only)' },
  ],
  es: [
    { value: 'patient', label: 'Paciente' },
    { value: 'minor-patient', label: 'Paciente menor de edad' },
    { value: 'parent', label: 'Madre o padre' },
    { value: 'guardian', label: 'Tutor legal' },
    { value: 'personal-representative', label: 'Representante personal' },
    { value: 'next-of-kin', label: 'Cónyuge o familiar de un paciente fallecido' },
    { value: 'program-director', label: 'Dirección del programa (solo pago)' },
  ],
};

/** Kinds of record to choose from. */
export const classChoices = [
  { value: 'progress-note', label: 'Progress notes' },
  { value: 'diagnosis', label: 'Diagnoses' },
  { value: 'medication', label: 'Medicines' },
  { value: 'dose', label: 'Doses given here' },
  { value: 'laboratory', label: 'Laboratory and drug tests' },
  { value: 'vital-signs', label: 'Vital signs' },
  { value: 'allergy', label: 'Allergies' },
  { value: 'care-plan', label: 'Care plan' },
  { value: 'assessment', label: 'Assessments' },
  { value: 'schedule', label: 'Appointments and attendance' },
  { value: 'claim', label: 'Bills and payments' },
  { value: 'document', label: 'Documents' },
];

/** Purposes of a consent to one person or organization. */
export const purposeChoices = [
  { value: 'TREAT', label: 'Treatment' },
  { value: 'HPAYMT', label: 'Payment' },
  { value: 'HOPERAT', label: 'Operations' },
  { value: 'FAMRQT', label: 'Family or friends who help' },
  { value: 'PATRQT', label: 'At the patient’s own request' },
  { value: 'EMPLOY', label: 'Employer' },
];
