import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contexts } from '#server/main.ts';
import { bytes } from '#server/platform/index.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const sources = globSync('server/**/*.ts', { cwd: root, exclude: ['**/*.test.ts', '**/testing/**'] }).toSorted();

/** Packages and built-ins that can reach another machine, by the only files that may hold them. */
const lines: Readonly<Record<string, string>> = {
  nodemailer: 'server/platform/mail/mail.ts',
  'ssh2-sftp-client': 'server/billing/clearinghouse/sftp-link.ts',
  'node:net': 'server/billing/clearinghouse/sftp-link.ts',
  '@aws-sdk/client-s3': 'server/platform/files/storage.ts',
};
const reaching =
  /(?:from |import\()'(nodemailer|ssh2?|ssh2-sftp-client|@aws-sdk\/[\w-]+|undici|axios|got|ws|node:(?:net|http|https|http2|tls|dgram|dns|child_process))'|\b(fetch|XMLHttpRequest|WebSocket)\(/g;

/** What hands something to another machine. */
const handsOut = /\b(mail\.send|handOver|overSftp)\(/g;
/** The gate of privacy, and the two that call it before they answer. */
const gate = /\b(release|releaseAll|releaseBatch|letGo)\(/;

/** Ways out of a server file that hold no record, each with its reason. */
const carryNoRecord: Readonly<Record<string, string>> = {
  'server/identity/passwords/set-password.action.ts mail.send': 'a link to set a password, for staff; it tells of no patient',
  'server/assessments/risk/keep-pathway.action.ts mail.send': 'calls a colleague to sign in; it tells of no patient and no kind of clinic',
  'server/teams/tasks/follow-rules.action.ts mail.send': 'reminds a colleague to sign in; it tells of no patient and of no task',
  'server/teams/kept-tasks/keep-task.action.ts mail.send': 'calls a director to sign in about a clock that ran out; it tells of no patient and of no task',
  'server/residence/rounds/sign-round.action.ts mail.send': 'calls a colleague to sign in about a missed round; it tells of no patient and no kind of clinic',
  'server/platform/mail/mail.ts handOver': 'what mail.send queued: this test looks where that is called',
  'server/billing/clearinghouse/fetch-answers.action.ts overSftp': 'fetches and tidies away; it writes nothing there',
};

/** Replies as bytes, each with the reason why it asks no gate of its own. A new one has no reason yet. */
const bytesWithReason: Readonly<Record<string, string>> = {
  'GET /patients/:patientId/photo': 'shown in the chart, inside the organisation, by row-level security',
  'GET /coverages/:coverageId/card/:side': 'shown in the chart, inside the organisation, by row-level security',
  'GET /notes/:noteId/print': 'for the chart, inside the organisation, by row-level security; what goes outside is a packet',
  'GET /notes/:noteId/rendition': 'the page kept at the signature, shown as the note is; what goes outside is a packet',
  'GET /documents/:documentId/content': 'shown in the chart, inside the organisation, by row-level security; what goes outside is a packet',
  'GET /inbound-documents/:inboundId/content': 'a fax that came in, shown to who files it, inside the organisation',
  'GET /note-designs/:code/print': 'a form filled with invented answers; it tells of no patient',
  'GET /consents/:consentId/print': "the patient's own form: to sign, or the patient's copy",
  'GET /consents/:consentId/scan': 'shown in the chart, inside the organisation, by row-level security',
  'GET /audit/entries.csv': 'for those who review access; names of fields and never their values',
  'GET /appointment-series/:seriesId/calendar': "the patient's own dates, for the patient: no clinic, kind, clinician or name is in it",
  'GET /calendars/:secret': 'when somebody of the staff is taken; it tells of no patient',
  'GET /packets/:packetId/preview': 'a packet that was judged, shown to who reaches each of its records before anything goes',
  'GET /packets/:packetId/file': 'a packet that the gate released and that was accounted for',
  'GET /patients/:patientId/accounting/print': 'the accounting itself, to which the patient has a right (45 CFR 164.528; 42 CFR 2.25)',
};

/** The top-level parts of a file: each constant or function with its name. */
function partsOf(source: string): readonly { readonly name: string; readonly text: string }[] {
  const starts = [...source.matchAll(/^(?:export )?(?:default )?(?:async )?(?:const|function|class) (\w+)/gm)];
  return starts.map((start, index) => ({ name: start[1] ?? '', text: source.slice(start.index, starts[index + 1]?.index) }));
}

/** Calls in a file that hand something out without having asked the gate before, in the same part. */
function ungated(source: string): string[] {
  return partsOf(source).flatMap(({ name, text }) =>
    [...text.matchAll(handsOut)].flatMap((call) => {
      const isItsOwnDefinition = name === call[1];
      return isItsOwnDefinition || gate.test(text.slice(0, call.index)) ? [] : [call[1] ?? ''];
    }),
  );
}

test('only these files hold a line to another machine', () => {
  const found = sources.flatMap((file) => [...read(file).matchAll(reaching)].map((match) => ({ file, by: match[1] ?? `${match[2] ?? ''}()` })));
  expect(found.filter(({ file, by }) => lines[by] !== file)).toEqual([]);
  expect(Object.keys(lines).filter((by) => !found.some((one) => one.by === by))).toEqual([]);
});

test('what hands something out asks the gate first, or carries no record', () => {
  const around = sources.flatMap((file) => ungated(read(file)).map((call) => `${file} ${call}`));
  expect([...new Set(around)].toSorted()).toEqual(Object.keys(carryNoRecord).toSorted());
});

test('the two that stand for the gate call it', () => {
  const bodyOf = (file: string, name: string) => partsOf(read(file)).find((part) => part.name === name)?.text ?? '';
  expect(bodyOf('server/disclosures/packets/let-go.ts', 'letGo')).toMatch(/await release\(tx, request\)/);
  expect(bodyOf('server/billing/claims/claim-release.action.ts', 'releaseBatch')).toMatch(/await releaseAll\(tx, /);
  expect(read('server/billing/clearinghouse/fetch-answers.action.ts')).not.toMatch(/\.write\(/);
});

test('each reply of bytes has its reason', () => {
  const replies = contexts.flatMap(({ routes }) => routes).flatMap((route) => (route.reply === bytes ? [`${route.method} ${route.path}`] : []));
  expect(replies.toSorted()).toEqual(Object.keys(bytesWithReason).toSorted());
});

test('the look would find a way around', () => {
  const honest = "export const send = action('x', async (tx) => {\n  const one = await release(tx, request);\n  await handOver(tx.config, letter);\n});\n";
  expect(ungated(honest)).toEqual([]);
  expect(ungated(honest.replace('  const one = await release(tx, request);\n', ''))).toEqual(['handOver']);
  expect(ungated(`${honest}async function aside(tx: Tx) {\n  await mail.send(tx, letter);\n}\n`)).toEqual(['mail.send']);
  // Asked afterwards is not asked.
  expect(ungated('const late = async () => {\n  await overSftp(address, put);\n  await release(tx, request);\n};\n')).toEqual(['overSftp']);
  expect([..."import { request } from 'node:https';".matchAll(reaching)].map((match) => match[1])).toEqual(['node:https']);
});
