import { printPdf } from '#server/platform/index.ts';
import type { Consent, KeptSignature } from './consents.store.ts';
import { formText } from './form-text.rules.ts';

const words = {
  en: { signed: 'Signed', signature: 'Signature', date: 'Date', page: 'Page', of: 'of', revoked: 'Taken back in writing on' },
  es: { signed: 'Firmado', signature: 'Firma', date: 'Fecha', page: 'Página', of: 'de', revoked: 'Retirado por escrito el' },
} as const;

function signatureBlock({ name, at, drawing }: KeptSignature, timeZone: string, language: 'en' | 'es') {
  const moment = Temporal.Instant.from(at)
    .toZonedDateTimeISO(timeZone)
    .toLocaleString(language === 'en' ? 'en-US' : 'es-US', { dateStyle: 'long', timeStyle: 'short' });
  const pen = drawing ? [{ svg: `<svg viewBox="0 0 600 160" width="220" height="60"><path d="${drawing}" fill="none" stroke="black" stroke-width="3"/></svg>` }] : [];
  return { stack: [...pen, { text: `${words[language].signed}: ${name}, ${moment}` }], margin: [0, 12, 0, 0], unbreakable: true };
}

/** A consent as PDF: the words that were on the screen, the signatures, the pages counted, the digest at the foot. */
export function consentPdf({ form, formDigest, signatures, revokedAt }: Consent, timeZone: string): Promise<Buffer> {
  const { language } = form;
  const { title, paragraphs } = formText(form);
  const lines = paragraphs.map(({ heading, text }) => ({ stack: [...(heading ? [{ text: heading, style: 'heading' }] : []), { text }], margin: [0, 0, 0, 6] }));
  const blank = {
    text: `\n\n______________________________   ____________\n${words[language].signature}                                              ${words[language].date}`,
  };
  const ends = revokedAt
    ? [{ text: `${words[language].revoked} ${revokedAt.toZonedDateTimeISO(timeZone).toPlainDate().toString()}`, bold: true, margin: [0, 12, 0, 0] }]
    : [];
  return printPdf({
    title,
    language,
    content: [
      { text: title, style: 'title' },
      ...lines,
      ...(signatures.length > 0 ? signatures.map((one) => signatureBlock(one, timeZone, language)) : [blank]),
      ...ends,
    ],
    foot: (page, pages) => `${words[language].page} ${page} ${words[language].of} ${pages} · ${formDigest.slice(0, 16)}`,
  });
}
