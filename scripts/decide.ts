/** `npm run decide -- facts.json [--json]`: the decision on the facts of a file, in plain words. docs/decision.md says how to write them. Exit code 2 when the file cannot be read. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ZodError } from 'zod';
import { decide, explain, readFacts, type Decision, type Facts } from '#server/privacy/index.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true });

function tell(facts: Facts, decision: Decision): void {
  const { headline, because, wouldOpen, mustDo } = explain(facts, decision);
  const list = (title: string, lines: readonly string[]) => (lines.length > 0 ? [``, title, ...lines.map((line) => `  - ${line}`)] : []);
  const lines = [
    `${decision.outcome.toUpperCase()}  ${decision.reason}  (${decision.citation})`,
    headline,
    ...list(
      'Why',
      because.map(({ recordId, reason, says, citation }) => `${recordId === null ? '' : `${recordId}: `}${says} [${reason}; ${citation}]`),
    ),
    ...list('May go', decision.released),
    ...list(
      'Taken out of what goes',
      decision.redactions.map(({ recordId, part, of }) => `${part} to ${of} in ${recordId}`),
    ),
    ...list('Obligations', mustDo),
    ...list('What would open what stays', wouldOpen),
    ``,
    `policy ${decision.policyVersion}, facts ${decision.inputHash}`,
  ];
  console.log(lines.join('\n'));
}

try {
  const facts = readFacts(JSON.parse(readFileSync(positionals[0] ?? '/dev/stdin', 'utf8')));
  const decision = decide(facts);
  if (values.json) console.log(JSON.stringify(decision, null, 2));
  else tell(facts, decision);
} catch (error) {
  console.error(error instanceof ZodError ? error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n') : String(error));
  process.exitCode = 2;
}
