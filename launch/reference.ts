import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contexts } from '#server/main.ts';
import { claimFaultKinds } from '#server/formats/x12/index.ts';
import { settings } from '#server/platform/index.ts';
import { isPermit, reasons, type ReasonCode } from '#server/privacy/index.ts';

const root = join(import.meta.dirname, '..');

/** Codes of refusals and obstacles, from the sources that raise them. */
function errorCodes(): string[] {
  const sources = globSync('server/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts') && !file.startsWith('server/formats/'));
  const codes = sources.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [...text.matchAll(/(?:new Refused\(|code: |NotSignedIn\()'([a-z][a-z0-9-]*\.[a-z0-9-]+)'/g)].map((match) => match[1] ?? '');
  });
  return [...new Set(codes)].toSorted();
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function page(title: string, intro: string, body: string): string {
  return `# ${title}\n\n${intro} Printed by \`npm run docs:reference\`; a test keeps it true.\n\n${body}\n`;
}

function reasonCodes(): string {
  const rows = Object.entries(reasons).map(([code, { citation, says }]) => [`\`${code}\``, isPermit(code as ReasonCode) ? 'yes' : 'no', citation, says]);
  return page(
    'Reason codes',
    'What a decision of privacy may give as its reason. docs/decision.md says how facts are written.',
    table(['reason', 'lets go', 'where the rule stands', 'in words'], rows),
  );
}

/** The pages of docs/reference, each made from the code: what is not in the code cannot be in them, and the other way round. */
export function referencePages(): ReadonlyMap<string, string> {
  const permissions = contexts.flatMap((context) => context.permissions.map(({ code, says }) => [`\`${code}\``, says, context.name]));
  const events = contexts.flatMap((context) => context.events.map((name) => [`\`${name}\``, context.name]));
  const heard = (name: string) => contexts.flatMap(({ jobs }) => jobs.filter(({ on }) => on.includes(name)).map((job) => job.name)).join(', ');
  return new Map([
    [
      'permissions.md',
      page(
        'Permissions',
        'Every right a role may hold. Which role holds which is data: content/roles.json.',
        table(['permission', 'what it allows', 'context'], permissions),
      ),
    ],
    [
      'events.md',
      page(
        'Events',
        'What contexts announce, in the transaction of the change, and which jobs hear it.',
        table(
          ['event', 'announced by', 'heard by'],
          events.map(([name = '', context = '']) => [name, context, heard(name.replaceAll('`', ''))]),
        ),
      ),
    ],
    [
      'settings.md',
      page(
        'Settings',
        'Read from the environment and checked in one place; a wrong one stops the start with one line.',
        table(
          ['setting', 'meaning'],
          Object.entries(settings).map(([name, schema]) => [`\`${name}\``, schema.description ?? '']),
        ),
      ),
    ],
    ['reason-codes.md', reasonCodes()],
    [
      'errors.md',
      page(
        'Error codes',
        'Problems (RFC 9457) name their code, the field and the remedy.',
        [
          ...errorCodes().map((code) => `- \`${code}\``),
          '',
          'What keeps a claim from being written by the guide of the 837P. The charge goes back to the held ones with it; `at` names the place in the claim.',
          '',
          table(
            ['code', 'what is wrong'],
            Object.entries(claimFaultKinds).map(([code, says]) => [`\`x12.${code}\``, says]),
          ),
        ].join('\n'),
      ),
    ],
  ]);
}
