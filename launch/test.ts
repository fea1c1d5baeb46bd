import { runTogether, type Step, type StepResult } from './steps.ts';

/** Tests of rules, and of everything through HTTP on a real PostgreSQL. */
const rulesAndRoutes: Step = {
  name: 'tests (vitest)',
  command: ['vitest', 'run', '--reporter=dot', 'server', 'web', 'sandbox', 'demo', 'bench', 'launch', 'scripts', 'scenarios'],
};
const browser = (part: 'days' | 'screens'): Step => ({
  name: `browser, ${part} (playwright)`,
  command: ['playwright', 'test', '--config', 'e2e'],
  live: true,
  environment: { E2E_PART: part },
});

/** Tests counted by their runners; a step that counts none counts as one. */
function countOf({ output, passed }: StepResult): { passed: number; failed: number } {
  const line = output.split('\n').findLast((text) => /^\s*Tests\s/.test(text)) ?? '';
  const read = (word: string, text: string) => Number(new RegExp(`(\\d+) ${word}`).exec(text)?.[1] ?? 0);
  const counted = { passed: read('passed', line || output), failed: read('failed', line || output) };
  if (counted.passed + counted.failed === 0) return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
  return passed ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

// One waits for the database, the other for a page to be drawn: side by side they take a third less than one after the other. The days of people take the
// longest, so the screens, which change nothing, are looked at in a house of their own once the rules are through.
const results = await runTogether([[rulesAndRoutes, browser('screens')], [browser('days')]]);
const counts = results.map(countOf);
const sum = (key: 'passed' | 'failed') => counts.reduce((total, count) => total + count[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
