import { BadRequest, type Route } from '../http/http-server.ts';
import { button, escaped, page, table } from '../http/page.ts';
import type { Mail, MailSink } from './mail-sink.ts';

function listPage(mails: readonly Mail[]): string {
  const rows = mails.map(({ id, at, to, subject }) => [at.slice(0, 19).replace('T', ' '), to.join(', '), { href: `/mail/page/${id}`, text: subject || '(no subject)' }]);
  return page(
    'Mail',
    `<p>Every mail that Mooring sends in demo mode ends here. Nothing leaves this machine.</p>${button('/mail/clear', 'Delete all')}${table('Received', ['At (UTC)', 'To', 'Subject'], rows)}`,
  );
}

/** Services that take texts and calls as mail are known by their domain. */
const carried = { text: /@text[.]/, voice: /@voice[.]/ } as const;

function messagesPage(mails: readonly Mail[]): string {
  const rows = mails.flatMap((mail) => {
    const kind = mail.to.some((to) => carried.text.test(to)) ? 'Text' : mail.to.some((to) => carried.voice.test(to)) ? 'Call' : undefined;
    const number = mail.to.map((to) => to.replace(/@.*/, '')).join(', ');
    return kind ? [[mail.at.slice(0, 19).replace('T', ' '), kind, number, { href: `/mail/page/${mail.id}`, text: mail.text.slice(0, 200) }]] : [];
  });
  return page(
    'Texts and calls',
    `<p>What would ring or buzz in a pocket ends here. No telephone is reached.</p>${table('Received', ['At (UTC)', 'Kind', 'Number', 'Words'], rows)}`,
  );
}

function mailPage({ from, to, subject, text, html, at, attachments }: Mail): string {
  // The frame may run and load nothing: a mail is a stranger's page.
  const framed = html === undefined ? '' : `<h2>As HTML</h2><iframe title="Mail as HTML" sandbox srcdoc="${escaped(html)}"></iframe>`;
  const files = attachments.map(({ name, contentType, size }) => [name, contentType, `${size} bytes`]);
  return page(
    subject || '(no subject)',
    `<p>${escaped(at)}<br>From ${escaped(from)}<br>To ${escaped(to.join(', '))}</p><pre>${escaped(text)}</pre>${framed}${files.length > 0 ? table('Attachments', ['Name', 'Type', 'Size'], files) : ''}`,
  );
}

function found(sink: MailSink, id: string | undefined): Mail {
  const mail = sink.one(id ?? '');
  if (mail === undefined) throw new BadRequest('There is no such mail.', 404);
  return mail;
}

/** The mail sink over HTTP: JSON for tests, pages for people. */
export function mailRoutes(sink: MailSink): readonly Route[] {
  return [
    { method: 'GET', path: '/mail', answer: () => ({ json: { items: sink.all() } }) },
    {
      method: 'DELETE',
      path: '/mail',
      answer() {
        sink.clear();
        return { json: { items: [] } };
      },
    },
    {
      method: 'POST',
      path: '/mail/clear',
      answer() {
        sink.clear();
        return { seeOther: '/mail/page' };
      },
    },
    { method: 'GET', path: '/mail/page', answer: () => ({ html: listPage(sink.all()) }) },
    { method: 'GET', path: '/messages/page', answer: () => ({ html: messagesPage(sink.all()) }) },
    { method: 'GET', path: '/mail/page/:id', answer: ({ parts }) => ({ html: mailPage(found(sink, parts['id'])) }) },
    { method: 'GET', path: '/mail/:id', answer: ({ parts }) => ({ json: found(sink, parts['id']) }) },
  ];
}
