import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, Node, NodeQueries } from 'pdfmake/interfaces.js';

/** A document to print. */
export interface PrintedDocument {
  readonly title: string;
  readonly language: 'en' | 'es';
  readonly content: readonly object[];
  /** The line at the foot of each page. */
  readonly foot: (page: number, pages: number) => string;
}

const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');

pdfmake.setFonts({
  Roboto: {
    normal: join(fonts, 'Roboto-Regular.ttf'),
    bold: join(fonts, 'Roboto-Medium.ttf'),
    italics: join(fonts, 'Roboto-Italic.ttf'),
    bolditalics: join(fonts, 'Roboto-MediumItalic.ttf'),
  },
});
// A document asks for nothing from outside; of the disk it sees its own fonts only.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path: string) => path.startsWith(fonts));

/** Whether a heading would stand alone at the foot of a page, away from what it is about. */
function isStranded(node: Node, { getFollowingNodesOnPage }: NodeQueries): boolean {
  return node.headlineLevel === 1 && getFollowingNodesOnPage().length === 0;
}

/** Prints letter-size pages; the same document gives the same bytes, whenever it is printed. */
export async function printPdf({ title, language, content, foot }: PrintedDocument): Promise<Buffer> {
  const epoch = new Date(0);
  return pdfmake
    .createPdf({
      pageSize: 'LETTER',
      pageMargins: [56, 48, 56, 56],
      pageBreakBefore: isStranded,
      language: language === 'en' ? 'en-US' : 'es-US',
      info: { title, creator: 'Mooring', producer: 'Mooring', creationDate: epoch, modDate: epoch },
      content: [...content] as unknown as Content,
      footer: (page: number, pages: number) => ({ text: foot(page, pages), fontSize: 8, alignment: 'center', margin: [0, 20, 0, 0] }),
      defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.25 },
      styles: { title: { fontSize: 16, bold: true, margin: [0, 0, 0, 12] }, heading: { bold: true, fontSize: 10 }, quiet: { fontSize: 9, color: '#4a5560' } },
    })
    .getBuffer();
}
