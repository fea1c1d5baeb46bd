import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';

// The worker is a file of our own origin: the content policy lets no other run.
GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).toString();

/** Opens a PDF to be drawn, page by page, on canvases: nothing in it can run, and no address in it is called. */
export function openPdf(data: ArrayBuffer): Promise<PDFDocumentProxy> {
  return getDocument({ data, enableXfa: false, useSystemFonts: true, useWasm: false }).promise;
}

/** Draws one page to the width given and answers its words, for who does not see them. */
export async function drawPage(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, width: number): Promise<string> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: (width * window.devicePixelRatio) / page.getViewport({ scale: 1 }).width });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  const { items } = await page.getTextContent();
  return items.flatMap((item) => ('str' in item ? [item.str] : [])).join(' ');
}
