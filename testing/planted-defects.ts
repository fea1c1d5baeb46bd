import { Chance } from '#demo/random.ts';
import { canCarry, cleanStory, mainField, type Planted, type Story } from './note-corpus.ts';

type Change = Partial<Story['facts']>;
interface Defect {
  readonly says: string;
  /** The story with the mistake, and where it should be seen. `turn` is 0, 1 or 2: each mistake is made in three ways. */
  readonly plant: (story: Story, turn: number) => { readonly story: Story; readonly at: string };
}

const withFacts = (story: Story, change: Change): Story => ({ ...story, facts: { ...story.facts, ...change } });
const withText = (story: Story, key: string, text: string): Story => ({ ...story, answers: { ...story.answers, [key]: text } });
const adding = (story: Story, sentences: readonly string[], turn: number) => {
  const key = mainField(story);
  return { story: withText(story, key, `${story.answers[key] ?? ''} ${sentences[turn] ?? ''}`), at: `sections.${key}` };
};

/** A text as somebody leaves it who copies and touches it up: a word here, a sentence there. */
function touchedUp(text: string, turn: number): string {
  if (turn === 0) return text;
  if (turn === 1) return text.replace(/\bthe\b/, 'a').replace(/\.$/, ' again.');
  return `${text} Unchanged since.`;
}

const long =
  'Came on time and spoke about the week at work, where a colleague had raised his voice. Practised the answer in two role plays and wrote it down. Felt surer at the end and will try it on Friday.';

const defects: readonly Defect[] = [
  {
    says: 'no objective',
    plant: (story) => ({
      story: withFacts(story, {
        plan: story.facts.plan && { ...story.facts.plan, objectives: story.facts.plan.objectives.map((each) => ({ ...each, isWorkedOn: false })) },
      }),
      at: 'objectives',
    }),
  },
  {
    says: 'no time in or out',
    plant: (story, turn) =>
      turn === 0 ? { story: withFacts(story, { startedAt: null }), at: 'header.startedAt' } : { story: withFacts(story, { endedAt: null }), at: 'header.endedAt' },
  },
  {
    says: 'plan overdue',
    plant: (story, turn) => ({
      story: withFacts(story, { plan: story.facts.plan && { ...story.facts.plan, due: story.facts.today.subtract({ days: [1, 14, 200][turn] ?? 1 }) } }),
      at: 'objectives',
    }),
  },
  {
    says: 'no plan',
    plant: (story, turn) => ({
      story: withFacts(story, { plan: { id: turn === 0 ? null : 'p', isSigned: false, due: story.facts.today.subtract({ days: 3 + turn }), codes: [], objectives: [] } }),
      at: 'objectives',
    }),
  },
  {
    says: 'copied from the last note',
    plant: (story, turn) => {
      const key = mainField(story);
      return {
        story: withFacts(withText(story, key, touchedUp(long, turn)), { before: { says: 'the note before this one', fields: [{ key, text: long }] } }),
        at: `sections.${key}`,
      };
    },
  },
  {
    says: "copied from somebody else's note",
    plant: (story, turn) => {
      const key = mainField(story);
      const copied = touchedUp(long.replace('his voice', 'her voice'), turn);
      return {
        story: withFacts(withText(story, key, copied), { sameDay: [...story.facts.sameDay, { says: 'in another note of today', fields: [{ key, text: long }] }] }),
        at: `sections.${key}`,
      };
    },
  },
  { says: 'risk not answered', plant: (story) => ({ story: withFacts(story, { risk: null }), at: 'header.risk' }) },
  {
    says: 'no screen on the pathway',
    plant: (story, turn) => ({
      story: withFacts(story, {
        isOnRiskPathway: true,
        screens: turn === 0 ? [] : [{ instrument: turn === 1 ? 'phq-9' : 'gad-7', on: story.facts.today.subtract({ days: turn === 1 ? 21 : 1 }) }],
      }),
      at: 'header.risk',
    }),
  },
  {
    says: 'danger in the text, denied above',
    plant: (story, turn) =>
      adding(
        story,
        ['Says she wants to die when the rent is due.', 'Active suicidal ideation since Sunday with the pills at home.', 'Spoke of thoughts of suicide after the call.'],
        turn,
      ),
  },
  {
    says: 'diagnosis not in the plan',
    plant: (story, turn) => ({
      story: withFacts(story, {
        chosen: [{ id: 'x', code: ['F90.0', 'F50.2', 'F60.3'][turn] ?? '', description: 'Something else', certainty: 'confirmed' }],
        service: 'individual-psychotherapy',
        listed: [...story.facts.listed, { id: 'x', code: 'F90.0', description: 'Something else', certainty: 'confirmed' }],
      }),
      at: 'header.diagnosisIds',
    }),
  },
  {
    says: 'diagnosis to be ruled out',
    plant: (story) => ({
      story: withFacts(story, { chosen: story.facts.chosen.map((each, index) => (index === 0 ? { ...each, certainty: 'rule-out' } : each)) }),
      at: 'header.diagnosisIds',
    }),
  },
  {
    says: 'substance use service without its diagnosis',
    plant: (story) => ({
      story: withFacts(story, {
        service: 'substance-use-counseling',
        chosen: [{ id: 'd1', code: 'F41.1', description: 'Generalized anxiety disorder', certainty: 'confirmed' }],
        plan: story.facts.plan && { ...story.facts.plan, codes: ['F41.1', 'F11.20'] },
      }),
      at: 'header.diagnosisIds',
    }),
  },
  {
    says: 'not met as booked',
    plant: (story, turn) => {
      const booked = story.facts.modality === 'in-person' ? (turn === 0 ? 'audio' : 'video') : 'in-person';
      const { startedAt, endedAt } = story.facts;
      return { story: withFacts(story, { appointment: startedAt && endedAt && { startsAt: startedAt, endsAt: endedAt, modality: booked } }), at: 'header.modality' };
    },
  },
  {
    says: 'telehealth without a place',
    plant: (story, turn) => ({
      story: withFacts(story, { modality: turn === 0 ? 'audio' : 'video', patientLocation: turn === 2 ? '  ' : '', appointment: null }),
      at: 'header.patientLocation',
    }),
  },
  {
    says: 'text speaks of telehealth, header does not',
    plant: (story, turn) =>
      adding(
        withFacts(story, { modality: 'in-person', appointment: null, patientLocation: '' }),
        ['We met by video because of the snow.', 'Session took place over the phone.', 'She connected through telehealth today.'],
        turn,
      ),
  },
  {
    says: 'trainee without a supervisor',
    plant: (story, turn) => ({ story: withFacts(story, { author: { credential: ['trainee', 'LMHCA', 'SUDPT'][turn] ?? '', hasSupervisor: false } }), at: 'signature' }),
  },
  {
    says: 'minutes or units do not fit',
    plant: (story, turn) =>
      adding(
        withFacts(story, {
          service: 'substance-use-counseling',
          chosen: [{ id: 'd4', code: 'F11.20', description: 'Opioid dependence', certainty: 'confirmed' }],
          plan: story.facts.plan && { ...story.facts.plan, codes: ['F11.20'] },
        }),
        ['Met for 90 minutes.', 'This was a 15-minute session.', 'Billed as 9 units.'],
        turn,
      ),
  },
  {
    says: 'carried forward and not touched',
    plant: (story) => ({
      story: { ...withText(story, 'plan', 'Continue weekly and keep the log until we meet.'), carried: { plan: 'Continue weekly and keep the log until we meet.' } },
      at: 'sections.plan',
    }),
  },
  {
    says: 'a section is empty',
    plant: (story, turn) => ({
      story: withText(story, turn === 0 ? 'plan' : mainField(story), turn === 2 ? '   ' : ''),
      at: `sections.${turn === 0 ? 'plan' : mainField(story)}`,
    }),
  },
  {
    says: 'another member is named',
    plant: (story, turn) =>
      adding(
        withFacts(story, {
          others: [
            { name: 'Quentin Abara', givenName: 'Quentin', familyName: 'Abara' },
            { name: 'Robert Ostrow', givenName: 'Robert', familyName: 'Ostrow' },
          ],
        }),
        ['Agreed with Quentin about the meeting.', "Thought of Bob's words in group.", 'Borrowed a book from Mr. Abara.'],
        turn,
      ),
  },
];

/** Sixty notes with one mistake each: twenty mistakes, each made in three ways. */
export function plantedStories(seed: number): readonly Planted[] {
  const chance = new Chance(seed);
  return defects.flatMap(({ says, plant }) =>
    [0, 1, 2].map((turn) => {
      let clean = cleanStory(chance);
      while (!canCarry(clean.form.form)) clean = cleanStory(chance);
      return { defect: `${says} (${turn + 1})`, clean, ...plant(clean, turn) };
    }),
  );
}
