import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect } from 'vitest';
import { z } from 'zod';
import { clinicTest as test } from '#testing/clinic.ts';
import { action } from '../action/action.ts';
import { get } from './route.ts';
import { buildServer } from './server.ts';

const word = 'heronfeather';
const reply = z.object({ items: z.array(z.object({ says: z.number(), values: z.record(z.string(), z.object({ value: z.string() })) })) });
const broken = { items: [{ says: word, values: { [word]: { value: 7 } } }] };

test('a reply of ours that breaks its contract is our fault: 500, told without a word of it, and the log names route and field', async ({ clinic }) => {
  const lines: string[] = [];
  const kept = new Writable({
    write(chunk: Buffer, _encoding, next) {
      lines.push(chunk.toString());
      next();
    },
  });
  const breaks = action('test.break-reply', () => Promise.resolve(broken), { audit: 'touched' });
  const refuses = action('test.refuse-own', () => Promise.resolve(reply.parse(broken)), { audit: 'touched' });
  const app = await buildServer({
    workshop: clinic.product.workshop,
    routes: [
      get('/broken/:patientId', { may: 'public', params: z.object({ patientId: z.uuid() }), reply }, breaks as never),
      get('/refused', { may: 'public', query: z.object({ day: z.iso.date().optional() }), reply }, refuses as never),
    ],
    resolveCaller: () => Promise.resolve(undefined),
    log: pino({ level: 'trace' }, kept),
  });
  const answers = await Promise.all(
    [`/api/broken/${clinic.ids.patients.otp}`, '/api/refused', '/api/refused?day=tomorrow'].map((url) => app.inject({ method: 'GET', url })),
  );
  await app.close();
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([500, 500, 400]);
  expect(answers[0]?.json()).toEqual({ type: 'urn:mooring:problem:bug', title: expect.any(String), status: 500, code: 'bug', traceId: expect.any(String) });
  const log = lines.join('');
  expect(log).toContain('GET /broken/:patientId: the reply breaks its contract at items.*.says (invalid_type), items.*.values.*.value (invalid_type)');
  expect(log).toContain('a schema refused what the server itself made (invalid_type, invalid_type)');
  expect(log + answers.map(({ body }) => body).join('')).not.toContain(word);
});
