import { GlobalWorkerOptions, getDocument, type PDFPageProxy } from 'pdfjs-dist';

// The worker is a file of our own origin: the content policy lets no other run.
GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).toString();

/** The pages of a PDF, to be drawn on canvases: nothing in it can run, and no address in it is called. */
export async function pagesOf(data: ArrayBuffer): Promise<readonly PDFPageProxy[]> {
  const pdf = await getDocument({ data, enableXfa: false, useSystemFonts: true, useWasm: false }).promise;
  return Promise.all(Array.from({ length: pdf.numPages }, (_unused, place) => pdf.getPage(place + 1)));
}

/** A page being drawn; `cancel` before another drawing begins on its canvas, which bears only one at a time. */
export interface Drawing {
  readonly done: Promise<void>;
  cancel(): void;
}

/** Draws a page to the width given. */
export function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, width: number): Drawing {
  const viewport = page.getViewport({ scale: (width * window.devicePixelRatio) / page.getViewport({ scale: 1 }).width });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = page.render({ canvas, viewport });
  return { done: task.promise, cancel: () => task.cancel() };
}

/** The words of a page, for who does not see them. */
export async function wordsOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => ('str' in item ? [item.str] : [])).join(' ');
}
