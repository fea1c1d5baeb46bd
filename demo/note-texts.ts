import type { Chance } from './random.ts';

/** Sentences for invented notes: plain, short, about nobody. One of each makes a note that reads like one. */
const sentences = {
  goal: [
    'Reduce worry that keeps the evenings from being restful.',
    'Rebuild a daily rhythm of sleep, meals and movement.',
    'Stay with the plan made for difficult weekends.',
    'Speak up about needs at home without giving way to anger.',
    'Return to work by small steps.',
  ],
  data: [
    'Reported a steadier week with two difficult evenings. Described what helped: walking, calling a friend, writing things down before bed.',
    'Came on time, tired but talkative. Went through the week day by day and named three moments of pride.',
    'Described a quarrel and how it ended better than the last one. Practised the breathing exercise in the session.',
    'Kept the activity log on five of seven days. Sleep about six hours. Ate regularly.',
    'Spoke about the anniversary next month and the wish not to be alone on that day.',
  ],
  assessment: [
    'Steady progress; uses the agreed skills without being reminded.',
    'Mood somewhat lower than last time, functioning kept up. No change of plan needed.',
    'Good insight into what sets off the difficult evenings.',
    'Engaged and motivated; avoidance is still the main obstacle.',
  ],
  plan: [
    'Continue weekly. Keep the log and bring it along.',
    'Continue as planned; rehearse the conversation with the sister before next time.',
    'Continue weekly; review goals in two sessions.',
    'Same time next week. Try the morning walk on three days.',
  ],
} as const;

/** The texts of one invented note by section. */
export function noteTexts(chance: Chance): Readonly<Record<string, string>> {
  return { goal: chance.one(sentences.goal), data: chance.one(sentences.data), assessment: chance.one(sentences.assessment), risk: '', plan: chance.one(sentences.plan) };
}
