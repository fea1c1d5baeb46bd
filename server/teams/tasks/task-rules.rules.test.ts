import { expect, test } from 'vitest';
import roles from '#content/roles.json' with { type: 'json' };
import { tasksAskedFor } from './task-rules.rules.ts';
import { taskRules } from './task.ts';

const on = Temporal.PlainDate.from('2026-11-23');

test('an event asks for what its rules say, in the kinds of program that they name', () => {
  const asked = (kind: string) => tasksAskedFor(taskRules, 'episode.admitted', kind, on).map(({ ruleId, dueOn }) => `${ruleId} ${dueOn.toString()}`);
  expect(asked('outpatient')).toEqual(['admission-insurance 2026-11-24', 'admission-consents 2026-11-26']);
  expect(asked('residential')).toContain('admission-allergies 2026-11-23');
  expect(tasksAskedFor(taskRules, 'episode.declined', 'residential', on)).toEqual([]);
});

test('each rule gives its task to a role that may see tasks', () => {
  const able = roles.roles.filter(({ permissions }) => permissions.includes('task.write')).map(({ code }) => code);
  expect(taskRules.filter(({ forRole }) => !able.includes(forRole))).toEqual([]);
  expect(new Set(taskRules.map(({ id }) => id)).size).toBe(taskRules.length);
});
