import { Chance } from '#demo/random.ts';
import { billingOf, emptySignatures, writtenFields } from '#server/margin/findings/facts.rules.ts';
import type { ListedDiagnosis, NoteFacts } from '#server/margin/findings/finding.ts';
import { obstaclesToSigning } from '#server/charting/signatures/signing.rules.ts';
import { exampleAnswers } from '#server/charting/templates/example.rules.ts';
import { carriedKey, textOfCells, type Template } from '#server/charting/templates/templates.contract.ts';
import birp from '#content/note-templates/birp.json' with { type: 'json' };
import dap from '#content/note-templates/dap.json' with { type: 'json' };
import girp from '#content/note-templates/girp.json' with { type: 'json' };
import counseling from '#content/note-templates/otp-counseling.json' with { type: 'json' };
import soap from '#content/note-templates/soap.json' with { type: 'json' };
import { noteWords } from './note-words.ts';

/** A note with what is around it, before it becomes facts: the builders below know nothing of the rules. */
export interface Story {
  readonly form: { readonly code: string; readonly form: Template['form'] };
  readonly answers: Readonly<Record<string, string>>;
  readonly carried: Readonly<Record<string, string>>;
  readonly facts: Omit<NoteFacts, 'template' | 'fields' | 'emptySignatures' | 'stalePulls' | 'obstacles' | 'billedFrom' | 'unitMinutes'>;
}

/** A story in which somebody made one mistake, and the field at which it should be seen. */
export interface Planted {
  readonly defect: string;
  readonly at: string;
  readonly clean: Story;
  readonly story: Story;
}

const forms = [dap, soap, birp, girp, counseling] as unknown as readonly Story['form'][];
const prose = (form: Template['form']) =>
  form.sections.flatMap((section) => section.fields ?? [{ ...section, kind: 'narrative' as const }]).filter(({ kind }) => kind === 'narrative');

const people = [
  ['Rosa', 'Delgado'],
  ['Walter', 'Nguyen'],
  ['Imani', 'Brooks'],
  ['Piotr', 'Kowal'],
  ['Grace', 'Hall'],
  ['Mateo', 'Rivera'],
  ['June', 'Park'],
  ['Omar', 'Haddad'],
  ['Lena', 'Fischer'],
  ['Marcus', 'Young'],
  ['Aiko', 'Tanaka'],
  ['Bridget', 'Walsh'],
] as const;
const named = (index: number) => {
  const [givenName, familyName] = people[index % people.length] ?? people[0];
  return { name: `${givenName} ${familyName}`, givenName, familyName };
};

const conditions: readonly Omit<ListedDiagnosis, 'certainty'>[] = [
  { id: 'd1', code: 'F41.1', description: 'Generalized anxiety disorder' },
  { id: 'd2', code: 'F33.1', description: 'Major depressive disorder, recurrent, moderate' },
  { id: 'd3', code: 'F43.10', description: 'Post-traumatic stress disorder, unspecified' },
];
const opioid = { id: 'd4', code: 'F11.20', description: 'Opioid dependence, uncomplicated', certainty: 'confirmed' } as const;

const today = Temporal.PlainDate.from('2026-11-23');
const instant = (minutes: number) => Temporal.Instant.from('2026-11-23T16:00:00Z').add({ minutes });

/** Sentences of a field, told by chance; two fields share a sentence now and then, as people do. */
function told(chance: Chance, key: string): string {
  if (key === 'goal') return chance.one(noteWords.goals);
  if (key === 'risk') return '';
  if (key === 'plan') return `${chance.one(noteWords.plans)} ${chance.one(noteWords.steps)}`;
  const said = [noteWords.openings, noteWords.events, noteWords.work, noteWords.outcomes].map((bank) => chance.one(bank));
  return said
    .slice(0, chance.between(2, 4))
    .join(' ')
    .replaceAll('{day}', () => chance.one(noteWords.days))
    .replaceAll('{who}', () => chance.one(noteWords.relations))
    .replaceAll('{number}', () => String(chance.between(2, 9)));
}

function proseOf(chance: Chance, form: Template['form']): Record<string, string> {
  return Object.fromEntries(prose(form).map(({ key }) => [key, told(chance, key)]));
}

const asFields = (answers: Readonly<Record<string, string>>) => Object.entries(answers).map(([key, text]) => ({ key, text }));

/** Whether a form lets anything be carried forward: forms of running text do not. */
export function canCarry({ sections }: Template['form']): boolean {
  return sections.some(({ fields }) => fields?.some((field) => 'carry' in field && field.carry));
}

/** What careful people also write: denials spelled out, minutes that are right, names that are words. */
function asidesOf(minutes: number, givenName: string): readonly string[] {
  return [
    'Denied suicidal ideation, plan and intent.',
    'No thoughts of suicide or of harming others.',
    `The session of ${minutes} minutes was used in full.`,
    `${givenName} asked to keep the same hour.`,
    'Offered telehealth for the week of the holiday; would rather come in.',
    'Plays the violin again, ten minutes at a time.',
    'History of suicidal thoughts in 2019, none since.',
    'Will call the office by phone if the letter does not come.',
    'Is glad of the grace of the neighbors and the young people next door.',
    'Ten minutes of quiet each morning worked on most days.',
  ];
}

/** The text of a note and of the note before it; a plan that was carried forward was brought up to date, a goal stays the goal. */
function textsOf(chance: Chance, { form }: Story['form'], minutes: number, givenName: string) {
  const answers: Record<string, string> = { ...exampleAnswers(form), ...proseOf(chance, form) };
  const last = proseOf(chance, form);
  const longest = prose(form).find(({ key }) => key !== 'goal')?.key ?? 'data';
  if (chance.happens(0.7)) answers[longest] = `${answers[longest]} ${chance.one(asidesOf(minutes, givenName))}`;
  const plan = canCarry(form) && chance.happens(0.2) ? (last['plan'] ?? '') : '';
  if (plan) answers['plan'] = `${plan} ${chance.one(noteWords.steps)}`;
  if (chance.happens(0.6)) last['goal'] = answers['goal'] ?? '';
  return { answers, last, carried: plan ? { plan } : {} };
}

const authors = [
  { credential: 'LMHC', hasSupervisor: false },
  { credential: 'LICSW', hasSupervisor: false },
  { credential: 'trainee', hasSupervisor: true },
  { credential: 'SUDP', hasSupervisor: false },
];

/** When and how they met: late starts, some by video, with the place of the patient. */
function meetingOf(chance: Chance, planned: number, minutes: number) {
  const modality = chance.weighted([['in-person', 8] as const, ['video', 3] as const, ['audio', 1] as const]);
  const start = chance.between(-10, 12);
  return {
    startedAt: instant(start),
    endedAt: instant(start + minutes),
    modality,
    patientLocation: modality === 'in-person' ? '' : chance.one(['At home, Ellensburg WA', 'In the parked car, Yakima WA', "At the sister's, Tacoma WA"]),
    appointment: chance.happens(0.85) ? { startsAt: instant(0), endsAt: instant(planned), modality } : null,
  };
}

function planOf(chance: Chance, listed: readonly ListedDiagnosis[]): NoteFacts['plan'] {
  const objectives = [0, 1, 2].slice(0, chance.between(1, 3)).map((index) => ({ id: `o${index}`, statement: chance.one(noteWords.goals), isWorkedOn: index === 0 }));
  return { id: 'p', isSigned: true, due: today.add({ days: chance.between(0, 80) }), codes: listed.map(({ code }) => code), objectives };
}

/** A note as a careful clinician leaves it. */
export function cleanStory(chance: Chance): Story {
  const form = chance.one(forms);
  const isCounseling = form.code === 'otp-counseling';
  const planned = chance.one(isCounseling ? [30, 45] : [45, 50, 60]);
  const minutes = planned + chance.between(-4, 8);
  const person = chance.between(0, people.length - 1);
  const { answers, last, carried } = textsOf(chance, form, minutes, named(person).givenName);
  const listed: ListedDiagnosis[] = [...(isCounseling ? [opioid] : []), { ...chance.one(conditions), certainty: 'confirmed' }];
  return {
    form,
    answers,
    carried,
    facts: {
      ...meetingOf(chance, planned, minutes),
      service: isCounseling ? 'substance-use-counseling' : 'individual-psychotherapy',
      programKind: isCounseling ? 'otp' : 'outpatient',
      risk: 'denied',
      plan: planOf(chance, listed),
      listed,
      chosen: listed.slice(0, chance.between(1, 2)),
      before: chance.happens(0.8) ? { says: 'the note before this one', fields: asFields(last) } : null,
      sameDay: Array.from({ length: chance.between(0, 5) }, () => ({ says: 'in another note of today', fields: asFields(proseOf(chance, form.form)) })),
      author: chance.one(authors),
      isOnRiskPathway: false,
      screens: chance.happens(0.5) ? [{ instrument: 'phq-9', on: today.subtract({ days: chance.between(0, 40) }) }] : [],
      self: named(person),
      others: chance.happens(0.3) ? [1, 2, 3].map((step) => named(person + step)) : [],
      earlierUnsigned: chance.happens(0.1) ? [{ draftId: 'earlier', on: today.subtract({ days: 1 }) }] : [],
      today,
    },
  };
}

/** So many careful notes, the same ones for the same seed. */
export function cleanStories(seed: number, count: number): readonly Story[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, () => cleanStory(chance));
}

/** The facts of a story, assembled as the product assembles them. */
export function factsOf({ form: { code, form }, answers, carried, facts }: Story): NoteFacts {
  const kept = canCarry(form) ? { ...answers, [carriedKey]: textOfCells(carried) } : answers;
  const { startedAt, endedAt, risk, modality, patientLocation, chosen, listed } = facts;
  const header = {
    startedAt: startedAt?.toString() ?? null,
    endedAt: endedAt?.toString() ?? null,
    modality,
    patientLocation,
    participants: '',
    risk,
    diagnosisIds: chosen.map(({ id }) => id),
  };
  const sections = Object.entries(kept).map(([key, text]) => ({ key, text, version: 1 }));
  const signable = { authorId: 'author', header, sections, form, standingDiagnosisIds: listed.map(({ id }) => id), appointmentStatus: null };
  return {
    ...facts,
    ...billingOf(facts.service),
    template: { code, asksTimes: form.asksTimes, asksRisk: form.asksRisk, asksDiagnosis: form.asksDiagnosis, isAboutAbsence: false },
    fields: writtenFields(form, kept),
    emptySignatures: emptySignatures(form, kept),
    stalePulls: [],
    obstacles: obstaclesToSigning(signable, 'author', instant(600)),
  };
}

/** A field of some length that a mistake can be made in. */
export function mainField({ form }: Story): string {
  return prose(form.form).find(({ key }) => key !== 'goal' && key !== 'plan')?.key ?? 'data';
}
