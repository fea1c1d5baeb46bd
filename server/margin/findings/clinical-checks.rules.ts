import type { ListedDiagnosis, NoteFacts, Place, Remedy } from './finding.ts';
import type { CheckOf } from './rule-book.ts';
import { takeTimes } from './time-checks.rules.ts';

const modalityWords = { 'in-person': 'in person', video: 'by video', audio: 'by phone' } as const;

function dayInWords(on: Temporal.PlainDate): string {
  return on.toLocaleString('en-US', { dateStyle: 'medium' });
}

function offer(diagnosis: ListedDiagnosis | undefined): { readonly remedy?: Remedy } {
  return diagnosis ? { remedy: { act: 'add-diagnosis', diagnosisId: diagnosis.id, says: `${diagnosis.code} ${diagnosis.description}` } } : {};
}

/** What the product itself asks before a signature, each at its field. */
export function standingObstacles(facts: NoteFacts, { codes }: CheckOf<'obstacle'>): Place[] {
  return facts.obstacles
    .filter(({ code }) => codes.includes(code))
    .map(({ says, at = '' }) => ({ at, words: { obstacle: says }, ...(at.startsWith('header.') ? takeTimes(facts) : {}) }));
}

/** One objective of the signed plan at least is worked on, once there are any. */
export function objectiveLinked({ plan, template }: NoteFacts): Place[] {
  if (!plan?.isSigned || !template.asksTimes || plan.objectives.length === 0 || plan.objectives.some(({ isWorkedOn }) => isWorkedOn)) return [];
  return [{ at: 'objectives', remedy: { act: 'link-objective', objectives: plan.objectives.map(({ id, statement }) => ({ id, statement })) } }];
}

/** The plan stands and its review is not overdue; `signed` says which of the two is asked. */
export function planCurrent({ plan, today, template }: NoteFacts, { signed }: CheckOf<'plan-current'>): Place[] {
  if (!plan || template.isAboutAbsence || plan.isSigned !== signed || Temporal.PlainDate.compare(plan.due, today) >= 0) return [];
  return [{ at: 'objectives', words: { due: dayInWords(plan.due) } }];
}

/** Risk was asked about, in a note that asks. */
export function riskAnswered({ template, risk }: NoteFacts): Place[] {
  return template.asksRisk && risk === null ? [{ at: 'header.risk' }] : [];
}

/** A screen was given within so many days; `onPathway` asks it of those on the suicide-risk pathway, or else of everybody. */
export function screenGiven({ screens, today, isOnRiskPathway }: NoteFacts, { instruments, withinDays, onPathway }: CheckOf<'screen-given'>): Place[] {
  if (onPathway && !isOnRiskPathway) return [];
  const since = today.subtract({ days: withinDays });
  if (screens.some(({ instrument, on }) => instruments.includes(instrument) && Temporal.PlainDate.compare(on, since) >= 0)) return [];
  const [instrument = ''] = instruments;
  return [{ at: 'header.risk', words: { days: String(withinDays) }, remedy: { act: 'ask-screen', instrument } }];
}

/** A diagnosis is chosen, in a note that asks for one. */
export function diagnosisChosen({ template, chosen, listed }: NoteFacts): Place[] {
  if (!template.asksDiagnosis || chosen.length > 0) return [];
  return [{ at: 'header.diagnosisIds', ...offer(listed.find(({ certainty }) => certainty !== 'rule-out')) }];
}

/** A code and those below it are the same condition: F41 and F41.1, not F41.0 and F41.1. */
function isSameCondition(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** One of the diagnoses of the note is one that the signed plan plans for. */
export function diagnosisInPlan({ plan, chosen, listed }: NoteFacts): Place[] {
  const [first] = chosen;
  if (!plan?.isSigned || plan.codes.length === 0 || !first) return [];
  if (chosen.some(({ code }) => plan.codes.some((planned) => isSameCondition(code, planned)))) return [];
  const planned = listed.find(({ code }) => plan.codes.some((each) => isSameCondition(code, each)));
  return [{ at: 'header.diagnosisIds', words: { code: first.code, planned: plan.codes.join(', ') }, ...offer(planned) }];
}

/** What is only to be ruled out is not coded (ICD-10-CM Official Guidelines, section IV.H). */
export function diagnosisEstablished({ chosen }: NoteFacts): Place[] {
  return chosen.filter(({ certainty }) => certainty === 'rule-out').map(({ code }) => ({ at: 'header.diagnosisIds', words: { code } }));
}

/** The service is paid for one of these diagnoses, and one is chosen. */
export function diagnosisFitsService({ service, chosen, listed }: NoteFacts, { services, prefixes }: CheckOf<'diagnosis-fits-service'>): Place[] {
  const fits = ({ code }: ListedDiagnosis) => prefixes.some((prefix) => code.startsWith(prefix));
  if (!services.includes(service) || chosen.length === 0 || chosen.some(fits)) return [];
  return [{ at: 'header.diagnosisIds', ...offer(listed.find(fits)) }];
}

/** The way of meeting is the one that was booked. */
export function modalityAsBooked({ appointment, modality }: NoteFacts): Place[] {
  if (!appointment || appointment.modality === modality) return [];
  return [
    {
      at: 'header.modality',
      words: { booked: modalityWords[appointment.modality], noted: modalityWords[modality] },
      remedy: { act: 'take-modality', modality: appointment.modality },
    },
  ];
}

/** From afar, the note says where the patient was. */
export function locationGiven({ modality, patientLocation, template }: NoteFacts): Place[] {
  return template.asksTimes && modality !== 'in-person' && patientLocation.trim() === '' ? [{ at: 'header.patientLocation' }] : [];
}

/** Each field for a signature is signed. */
export function formSigned({ emptySignatures }: NoteFacts): Place[] {
  return emptySignatures.map(({ key, label }) => ({ at: `sections.${key}`, words: { field: label } }));
}

/** What was pulled in stands in the chart as it was pulled; of each field the first line that does not. */
export function pulledCurrent({ stalePulls }: NoteFacts): Place[] {
  return stalePulls.flatMap(({ key, label, lines: [first] }) =>
    first ? [{ at: `sections.${key}`, words: { field: label, was: first.was, now: first.is === null ? 'has it no longer' : `says "${first.is}"` } }] : [],
  );
}

/** Whoever needs a co-signature has somebody to give it. */
export function supervisorNamed({ author }: NoteFacts, { credentials }: CheckOf<'supervisor-named'>): Place[] {
  if (author.hasSupervisor || author.credential === null || !credentials.includes(author.credential)) return [];
  return [{ at: 'signature', words: { credential: author.credential } }];
}

/** No earlier note about this person waits for its author's signature. */
export function earlierSigned({ earlierUnsigned, today }: NoteFacts, { afterDays }: CheckOf<'earlier-signed'>): Place[] {
  return earlierUnsigned
    .filter(({ on }) => on.until(today).days > afterDays)
    .slice(0, 1)
    .map(({ draftId, on }) => ({ at: 'signature', words: { on: dayInWords(on) }, remedy: { act: 'open-draft', draftId } }));
}
