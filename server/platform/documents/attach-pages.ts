import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** A file whose pages are to follow printed ones. */
export interface Attachment {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Pages that follow printed ones, opened. */
export interface Attached {
  /** How many there are. */
  readonly pages: number;
  /** The printed pages with these after them, each with its line at the foot. The same files give the same bytes, whenever they are joined. */
  join(printed: Uint8Array, foot: (page: number) => string): Promise<Buffer>;
}

/** A file that says what it is and cannot be read as such. */
export class UnreadablePages extends Error {}

const letter = { width: 612, height: 792, margin: 48 };
// Metadata would carry the moment of joining into the bytes.
const asItIs = { updateMetadata: false };

async function pictureOnPage(document: PDFDocument, { contentType, bytes }: Attachment): Promise<void> {
  const picture = contentType === 'image/png' ? await document.embedPng(bytes) : await document.embedJpg(bytes);
  const { width, height } = picture.scaleToFit(letter.width - 2 * letter.margin, letter.height - 2 * letter.margin);
  document.addPage([letter.width, letter.height]).drawImage(picture, { x: (letter.width - width) / 2, y: (letter.height - height) / 2, width, height });
}

async function opened(attachment: Attachment): Promise<PDFDocument> {
  try {
    if (attachment.contentType === 'application/pdf') return await PDFDocument.load(attachment.bytes, asItIs);
    const document = await PDFDocument.create(asItIs);
    await pictureOnPage(document, attachment);
    return document;
  } catch {
    throw new UnreadablePages('The file cannot be read as what it says it is');
  }
}

/** Whether the pages of such a file can follow printed ones. */
export function canAttach(contentType: string): boolean {
  return ['application/pdf', 'image/png', 'image/jpeg'].includes(contentType);
}

/** Opens files whose pages are to follow printed ones. Throws `UnreadablePages`. */
export async function openAttachments(attachments: readonly Attachment[]): Promise<Attached> {
  const documents: PDFDocument[] = [];
  for (const attachment of attachments) documents.push(await opened(attachment));
  return {
    pages: documents.reduce((sum, document) => sum + document.getPageCount(), 0),
    async join(printed, foot) {
      const whole = await PDFDocument.load(printed, asItIs);
      const font = await whole.embedFont(StandardFonts.Helvetica);
      for (const document of documents) {
        for (const page of await whole.copyPages(document, document.getPageIndices())) {
          whole.addPage(page);
          page.drawText(foot(whole.getPageCount()), { x: letter.margin, y: 14, size: 8, font });
        }
      }
      return Buffer.from(await whole.save({ updateFieldAppearances: false }));
    },
  };
}
