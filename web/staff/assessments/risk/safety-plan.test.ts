import { expect, test } from 'vitest';
import { SafetyPlan } from '#server/assessments/risk/risk.contract.ts';
import { partLines, planOf, typedPlan } from './safety-plan.ts';

const typed = {
  ...typedPlan(null),
  warningSigns: 'Not sleeping\n\n Pacing ',
  peopleToAsk: 'Maria Ortiz, (253) 555-0101\nUncle Ray',
  safeSurroundings: 'Pills locked in the box, brother',
  firearms: 'no-access',
  arePeopleTold: true,
};

test('what is typed line by line becomes a plan, and a plan can be gone on from', () => {
  const plan = SafetyPlan.parse(planOf(typed));
  expect(plan.warningSigns).toEqual(['Not sleeping', 'Pacing']);
  expect(plan.peopleToAsk).toEqual([
    { name: 'Maria Ortiz', phone: '(253) 555-0101', isTold: true },
    { name: 'Uncle Ray', phone: '', isTold: true },
  ]);
  expect(plan.professionals).toEqual([{ name: 'Suicide and Crisis Lifeline', phone: '988' }]);
  expect({ ...planOf(typedPlan(plan)), firearms: 'no-access' }).toEqual(planOf(typed));
  expect(partLines(plan, 'safeSurroundings')).toEqual(['Pills locked in the box, brother (to do)']);
});

test('the question about firearms must be answered', () => {
  expect(SafetyPlan.safeParse(planOf(typedPlan(null))).error?.issues.map(({ message }) => message)).toEqual(['Ask about firearms, and choose the answer.']);
});
