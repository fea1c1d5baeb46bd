import { Image, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { RenderingCancelledException, type PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../../ui/api/problem.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import classes from './documents.module.css';
import { drawPage, pagesOf, wordsOf } from './pdf-pages.ts';

interface PdfPageProps {
  readonly page: PDFPageProxy;
  readonly name: string;
  readonly width: number;
}

function PdfPage({ page, name, width }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isBroken, setIsBroken] = useState(false);
  const [words, setWords] = useState('');
  useEffect(() => {
    let isGone = false;
    // A page without words, as a fax is, stays silent.
    wordsOf(page).then(
      (said) => void (isGone || setWords(said)),
      () => undefined,
    );
    return () => void (isGone = true);
  }, [page]);
  useEffect(() => {
    if (!canvas.current || width === 0) return;
    const drawing = drawPage(page, canvas.current, width);
    drawing.done.catch((error: unknown) => setIsBroken(!(error instanceof RenderingCancelledException)));
    return () => drawing.cancel();
  }, [page, width]);
  return (
    <figure className={classes.page}>
      <canvas ref={canvas} role="img" aria-label={name} />
      {isBroken && (
        <Text size="sm" role="alert">
          This page could not be drawn.
        </Text>
      )}
      <VisuallyHidden>{words}</VisuallyHidden>
    </figure>
  );
}

async function bytesAt(path: string): Promise<ArrayBuffer> {
  const response = await fetch(`/api${path}`, { credentials: 'same-origin' });
  if (!response.ok) throw new Problem(response.status, (await response.json().catch(() => ({}))) as Partial<Problem>);
  return response.arrayBuffer();
}

function PdfPages({ path }: { readonly path: string }) {
  const { ref, width } = useElementSize();
  const pdf = useQuery({
    queryKey: ['pages', path],
    queryFn: async () => ({ pages: await pagesOf(await bytesAt(path)) }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return (
    <div ref={ref}>
      <Loaded query={pdf} isEmpty={() => false}>
        {({ pages }) => (
          <Stack gap="sm">
            {pages.map((page) => (
              <PdfPage key={page.pageNumber} page={page} name={`Page ${page.pageNumber} of ${pages.length}`} width={width} />
            ))}
          </Stack>
        )}
      </Loaded>
    </div>
  );
}

/** The pages of a document: a PDF drawn on canvases, a picture as it is. Nothing else is ever shown in the page. */
export function PagesView({ path, contentType, title }: { readonly path: string; readonly contentType: string; readonly title: string }) {
  if (contentType === 'application/pdf') return <PdfPages path={path} />;
  if (contentType.startsWith('image/')) return <Image className={classes.picture} src={`/api${path}`} alt={title} />;
  return (
    <Text size="sm" c="dimmed">
      This file cannot be shown.
    </Text>
  );
}
