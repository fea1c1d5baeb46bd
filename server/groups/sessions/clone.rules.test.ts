import { expect, test } from 'vitest';
import { cloneOf } from './clone.rules.ts';

const honest = [
  'Named three cues that come before cravings and told how walking the dog helps. Wants to call the sponsor on Friday.',
  'Quiet at first; later said that the fight with the landlord kept sleep away. Agreed to try the breathing exercise at night.',
  'Spoke of the job interview on Tuesday, fear of failing, and what went well last time. Asked for feedback and used it.',
  'Reported 42 days sober. Shared how the family dinner was a trigger and how leaving early worked.',
  'Listened, nodded, spoke only when asked. Said the topic was close to home and that it is too early to tell more.',
  'Practised saying no in a role play with the leader; laughed, tried twice, second time firm and calm.',
  'Came with the worksheet filled in. Explained the difference between a lapse and a relapse in own words.',
  'Cried when the loss of the brother came up; stayed in the room, took water, rejoined the talk after ten minutes.',
  'Disagreed with the idea of powerlessness, argued for own choice, accepted that both can help.',
  'Set a goal for the week: two meetings, one meal cooked at home, phone off after ten.',
  'Told of using on Saturday for the first time in a month; ashamed, could name the chain from boredom to the call.',
  'Gave practical help with the bus plan and was thanked for it; looked proud.',
  'Restless, left the chair often; medicine was changed on Monday. Could follow the exercise with a fidget ring.',
  'Compared anger to a kettle and found the first sign in the hands. Will keep a log of it.',
  'Talked about court on Thursday and what to say about treatment; wrote the sentences down.',
  'Brought up the custody visit, what the children asked, and how honesty felt lighter than excuses.',
  'Tired after the night shift, still took part in the check-in; rated mood 4 of 10.',
  'Found two thoughts behind staying in bed and questioned one of them with evidence from last week.',
  'Was first to share in the round; described an argument and how walking away avoided shouting.',
  'Wants to step down to outpatient; listed who will be there after hours and which risks remain.',
];

const clones = [
  honest[0],
  honest[1]?.replace('landlord', 'neighbour'),
  `${honest[2]} Progress fair.`,
  honest[3]?.replace('42 days', '7 days'),
  honest[4]?.replace('Said the topic', 'She said that the topic'),
  honest[5]?.toUpperCase(),
  `Today: ${honest[6]?.replace('worksheet', 'work sheet')}`,
  honest[7]?.split('; ').toReversed().join('; '),
  honest[8]?.replace('accepted that both can help', 'saw that both can help'),
  honest[9]?.replace('two meetings', 'three meetings'),
];

test('of ten planted copies all are flagged, of twenty honest lines none', () => {
  const flagged = clones.filter((line) => cloneOf(line ?? '', honest, null) !== null);
  expect(flagged).toHaveLength(10);
  const falseAlarms = honest.filter(
    (line) =>
      cloneOf(
        line,
        honest.filter((other) => other !== line),
        null,
      ) !== null,
  );
  expect(falseAlarms).toEqual([]);
  expect(cloneOf(honest[0] ?? '', [], honest[0] ?? '')).toEqual({ like: 'last-session', percent: 100 });
});
