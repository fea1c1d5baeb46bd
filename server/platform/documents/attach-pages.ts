import { createCanvas, loadImage } from '@napi-rs/canvas';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** A file whose pages are to follow printed ones. */
export interface Attachment {
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Its name where it cannot be read. */
  readonly title: string;
}

/** Pages that follow printed ones, opened. */
export interface Attached {
  /** How many there are. */
  readonly pages: number;
  /** Titles of files that are damaged: a page in their place says so. */
  readonly unreadable: readonly string[];
  /** The printed pages with these after them, each with its line at the foot. The same files give the same bytes, whenever they are joined. */
  join(printed: Uint8Array, foot: (page: number) => string): Promise<Buffer>;
}

const letter = { width: 612, height: 792, margin: 48 };
const room = { width: letter.width - 2 * letter.margin, height: letter.height - 2 * letter.margin };
// Metadata would carry the moment of joining into the bytes.
const asItIs = { updateMetadata: false };
// As fine as a fax at its finest: 200 dots an inch, of which a PDF has 72 units.
const dotsPerUnit = 200 / 72;

/** A picture of a kind that no PDF holds, as one that it does: on white, as fine as it is printed. */
async function asJpeg(bytes: Uint8Array): Promise<Uint8Array> {
  const picture = await loadImage(bytes);
  const scale = Math.min(1, (room.width * dotsPerUnit) / picture.width, (room.height * dotsPerUnit) / picture.height);
  const [width, height] = [Math.ceil(picture.width * scale), Math.ceil(picture.height * scale)];
  const canvas = createCanvas(width, height);
  const paper = canvas.getContext('2d');
  paper.fillStyle = 'white';
  paper.fillRect(0, 0, width, height);
  paper.drawImage(picture, 0, 0, width, height);
  return canvas.encode('jpeg', 92);
}

async function pictureOnPage(document: PDFDocument, { contentType, bytes }: Attachment): Promise<void> {
  const picture = contentType === 'image/png' ? await document.embedPng(bytes) : await document.embedJpg(contentType === 'image/webp' ? await asJpeg(bytes) : bytes);
  const { width, height } = picture.scaleToFit(room.width, room.height);
  document.addPage([letter.width, letter.height]).drawImage(picture, { x: (letter.width - width) / 2, y: (letter.height - height) / 2, width, height });
}

/** The page in the place of a file that cannot be read: what is missing is named, and the rest goes. */
async function damagedPage({ title }: Attachment): Promise<PDFDocument> {
  const document = await PDFDocument.create(asItIs);
  const font = await document.embedFont(StandardFonts.Helvetica);
  // The font of every PDF reader has the letters of Western Europe and no others.
  const named = title.replaceAll(/[^\u0020-\u007e\u00a0-\u00ff]/g, '?');
  const says = `Here "${named}" belongs. Its file is damaged and cannot be shown. Ask for it to be filed anew.`;
  const at = { x: letter.margin, y: letter.height - 2 * letter.margin, size: 11, font, maxWidth: room.width, lineHeight: 16 };
  document.addPage([letter.width, letter.height]).drawText(says, at);
  return document;
}

interface Opened {
  readonly document: PDFDocument;
  readonly isDamaged: boolean;
}

async function documentOf(attachment: Attachment): Promise<PDFDocument> {
  if (attachment.contentType === 'application/pdf') return PDFDocument.load(attachment.bytes, asItIs);
  const document = await PDFDocument.create(asItIs);
  await pictureOnPage(document, attachment);
  return document;
}

async function opened(attachment: Attachment): Promise<Opened> {
  try {
    const document = await documentOf(attachment);
    // A torn PDF opens, and lacks its pages only when they are asked for.
    return document.getPages().length > 0 ? { document, isDamaged: false } : { document: await damagedPage(attachment), isDamaged: true };
  } catch {
    return { document: await damagedPage(attachment), isDamaged: true };
  }
}

/** Opens files whose pages are to follow printed ones. A damaged one never keeps the others back. */
export async function openAttachments(attachments: readonly Attachment[]): Promise<Attached> {
  const all: (Opened & { readonly title: string })[] = [];
  for (const attachment of attachments) all.push({ ...(await opened(attachment)), title: attachment.title });
  return {
    pages: all.reduce((sum, { document }) => sum + document.getPageCount(), 0),
    unreadable: all.filter(({ isDamaged }) => isDamaged).map(({ title }) => title),
    async join(printed, foot) {
      const whole = await PDFDocument.load(printed, asItIs);
      const font = await whole.embedFont(StandardFonts.Helvetica);
      for (const { document } of all) {
        for (const page of await whole.copyPages(document, document.getPageIndices())) {
          whole.addPage(page);
          page.drawText(foot(whole.getPageCount()), { x: letter.margin, y: 14, size: 8, font });
        }
      }
      return Buffer.from(await whole.save({ updateFieldAppearances: false }));
    },
  };
}
