import { createTransport } from 'nodemailer';
import { expect } from 'vitest';
import { outsideTest as test } from '../testing/outside.ts';

interface Listed {
  readonly items: readonly { readonly id: string; readonly to: readonly string[]; readonly subject: string; readonly text: string }[];
}

test('a mail sent over SMTP can be read as JSON and on a page, and deleted', async ({ outside: { sandbox } }) => {
  const transport = createTransport(sandbox.smtpUrl);
  await transport.sendMail({
    from: 'clinic@harbor.example',
    to: 'pat@home.example',
    bcc: 'copy@harbor.example',
    subject: 'Your <visit>',
    text: 'Tuesday at 9',
    html: '<p>Tuesday <script>alert(1)</script></p>',
  });
  transport.close();
  const list = async () => (await (await fetch(`${sandbox.httpUrl}/mail`)).json()) as Listed;
  const [mail] = (await list()).items;
  expect(mail).toMatchObject({ to: ['pat@home.example', 'copy@harbor.example'], subject: 'Your <visit>', text: 'Tuesday at 9' });
  const page = await (await fetch(`${sandbox.httpUrl}/mail/page/${mail?.id}`)).text();
  expect(page).toContain('Your &#60;visit&#62;');
  expect(page).not.toContain('<script>');
  await fetch(`${sandbox.httpUrl}/mail`, { method: 'DELETE' });
  expect((await list()).items).toEqual([]);
});

test('another site cannot empty the mailbox through a visitor', async ({ outside: { sandbox } }) => {
  const reply = await fetch(`${sandbox.httpUrl}/mail`, { method: 'DELETE', headers: { origin: 'http://elsewhere.example' } });
  expect(reply.status).toBe(403);
});
