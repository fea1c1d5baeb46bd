import type { ConsentRecipient, Expiry, PurposeOfUse, RecipientClass, RecordClass } from '../decision/facts.ts';
import { kinds, statements, type ConsentForm, type Language } from './consent-form.ts';

/** A paragraph of a form, with what stands before it. */
export interface Paragraph {
  readonly heading: string;
  readonly text: string;
}

/** A form as it is read, on screen and on paper alike. */
export interface FormText {
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

const headings = {
  patient: { en: 'Patient', es: 'Paciente' },
  discloser: { en: 'Who may share', es: 'Quién puede compartir' },
  what: { en: 'What may be shared', es: 'Qué se puede compartir' },
  recipient: { en: 'With whom', es: 'Con quién' },
  purpose: { en: 'What for', es: 'Para qué' },
  until: { en: 'Until when', es: 'Hasta cuándo' },
  know: { en: 'What to know', es: 'Lo que debe saber' },
} as const;

const classWords: Readonly<Record<RecordClass, Readonly<Record<Language, string>>>> = {
  'progress-note': { en: 'progress notes', es: 'notas de evolución' },
  diagnosis: { en: 'diagnoses', es: 'diagnósticos' },
  medication: { en: 'medicines', es: 'medicamentos' },
  dose: { en: 'doses of medicine given here', es: 'dosis de medicamento dadas aquí' },
  laboratory: { en: 'laboratory and drug test results', es: 'resultados de laboratorio y pruebas de drogas' },
  'vital-signs': { en: 'vital signs', es: 'signos vitales' },
  allergy: { en: 'allergies', es: 'alergias' },
  'care-plan': { en: 'care plan', es: 'plan de atención' },
  assessment: { en: 'assessments and scores', es: 'evaluaciones y puntajes' },
  schedule: { en: 'appointments and attendance', es: 'citas y asistencia' },
  claim: { en: 'bills and payments', es: 'cobros y pagos' },
  message: { en: 'messages', es: 'mensajes' },
  'group-roster': { en: 'that you take part in a group', es: 'que participa en un grupo' },
  document: { en: 'documents in the chart', es: 'documentos del expediente' },
  demographics: { en: 'name, address and contact details', es: 'nombre, dirección y datos de contacto' },
  'counseling-note': { en: 'private substance use counseling notes', es: 'notas privadas de consejería sobre uso de sustancias' },
  'psychotherapy-note': { en: 'private psychotherapy notes', es: 'notas privadas de psicoterapia' },
};

const recipientWords: Readonly<Record<RecipientClass, Readonly<Record<Language, string>>>> = {
  'treating-providers': { en: 'my treating providers', es: 'quienes me atienden' },
  'health-plans': { en: 'health plans', es: 'planes de salud' },
  'third-party-payers': { en: 'third-party payers', es: 'otros pagadores' },
  'treatment-programs-nearby': { en: 'treatment programs within 200 miles', es: 'programas de tratamiento a menos de 200 millas' },
  'people-helping-to-operate': { en: 'people helping to operate this program', es: 'personas que ayudan al funcionamiento de este programa' },
};

const purposeWords: Readonly<Partial<Record<PurposeOfUse, Readonly<Record<Language, string>>>>> = {
  TREAT: { en: 'treatment', es: 'tratamiento' },
  HPAYMT: { en: 'payment', es: 'pago' },
  HOPERAT: { en: 'health care operations', es: 'operaciones de atención médica' },
  PATRQT: { en: 'at my own request', es: 'a petición mía' },
  FAMRQT: { en: 'so that family or friends can help me', es: 'para que mi familia o amistades me ayuden' },
  EMPLOY: { en: 'for my employer', es: 'para mi empleador' },
  HLEGAL: { en: 'for the legal proceeding named here', es: 'para el proceso legal indicado aquí' },
  HRESCH: { en: 'for the research study named here', es: 'para el estudio de investigación indicado aquí' },
  REGISTRY: { en: 'to prevent treatment in two programs at once', es: 'para evitar tratamiento en dos programas a la vez' },
  REPORT: { en: 'to report as the law of this state asks', es: 'para informar como pide la ley de este estado' },
  CRIMJUST: { en: 'to watch over my case', es: 'para supervisar mi caso' },
  FUNDRAISE: { en: 'to ask me for donations', es: 'para pedirme donaciones' },
};

const listed = (words: readonly string[], language: Language): string => new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
const dated = (day: Temporal.PlainDate, language: Language): string => day.toLocaleString(language === 'en' ? 'en-US' : 'es-US', { dateStyle: 'long' });

function what({ classes, from, to, excludedLabels, language }: ConsentForm): string {
  const all = language === 'en' ? 'my whole record' : 'todo mi expediente';
  const kindsOfRecord =
    classes === 'all'
      ? all
      : listed(
          classes.map((name) => classWords[name][language]),
          language,
        );
  const since = from ? (language === 'en' ? `, from ${dated(from, 'en')}` : `, desde el ${dated(from, 'es')}`) : '';
  const until = to ? (language === 'en' ? ` to ${dated(to, 'en')}` : ` hasta el ${dated(to, 'es')}`) : '';
  const but =
    excludedLabels.length > 0 ? (language === 'en' ? `, without what is marked ${excludedLabels.join(', ')}` : `, sin lo marcado ${excludedLabels.join(', ')}`) : '';
  return kindsOfRecord + since + until + but;
}

function recipientText(recipient: ConsentRecipient, language: Language): string {
  if (recipient.kind === 'class') return recipientWords[recipient.class][language];
  if (recipient.kind === 'named') return recipient.name;
  const members =
    recipient.members === 'treating-participants'
      ? { en: 'its participants who treat me', es: 'sus participantes que me atienden' }[language]
      : listed(recipient.members, language);
  return { en: `${recipient.name}, and through it ${members}`, es: `${recipient.name}, y por su medio ${members}` }[language];
}

/** The end of a consent in words. */
export function expiryText(expiry: Expiry | null, language: Language): string {
  switch (expiry?.kind) {
    case undefined:
      return '';
    case 'none':
      return { en: 'no end, until I take it back', es: 'sin fin, hasta que lo retire' }[language];
    case 'date':
      return { en: `until the end of ${dated(expiry.lastDay, 'en')}`, es: `hasta el final del ${dated(expiry.lastDay, 'es')}` }[language];
    case 'event':
      return { en: `until ${expiry.event}`, es: `hasta ${expiry.event}` }[language];
    case 'end-of-treatment':
      return { en: 'until the end of my treatment here', es: 'hasta el final de mi tratamiento aquí' }[language];
  }
}

/** The whole form in the patient's language; the same words on screen, on paper and under the digest. */
export function formText(form: ConsentForm): FormText {
  const { kind, language } = form;
  const own = kinds[kind];
  const irrevocable =
    form.irrevocableUntil === null
      ? ''
      : { en: ` It can be taken back from: ${form.irrevocableUntil}.`, es: ` Se puede retirar desde: ${form.irrevocableUntil}.` }[language];
  const heading = (name: keyof typeof headings) => headings[name][language];
  return {
    title: own.title[language],
    paragraphs: [
      { heading: heading('patient'), text: form.patientName },
      {
        heading: heading('discloser'),
        text: listed(
          form.disclosers.map(({ name }) => name),
          language,
        ),
      },
      { heading: heading('what'), text: what(form) },
      {
        heading: heading('recipient'),
        text:
          own.recipients?.[language] ??
          listed(
            form.recipients.map((recipient) => recipientText(recipient, language)),
            language,
          ),
      },
      {
        heading: heading('purpose'),
        text:
          own.purpose?.[language] ??
          listed(
            form.purposes.map((purpose) => purposeWords[purpose]?.[language] ?? purpose),
            language,
          ),
      },
      { heading: heading('until'), text: expiryText(form.expiry, language) + irrevocable },
      ...form.statements.map((id, index) => ({ heading: index === 0 ? heading('know') : '', text: statements[id][language] })),
    ],
  };
}

/** What a consent permits, in one sentence for the list of a chart. */
export function inOneSentence(form: ConsentForm): string {
  const { paragraphs } = formText({ ...form, language: 'en' });
  const part = (name: keyof typeof headings) => paragraphs.find(({ heading }) => heading === headings[name].en)?.text ?? '';
  return `${part('discloser')} may share ${part('what')} with ${part('recipient')} (${part('purpose')}), ${part('until')}.`;
}
