import { Image, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../../ui/api/problem.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import classes from './documents.module.css';
import { drawPage, openPdf } from './pdf-pages.ts';

interface Drawn {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly width: number;
}

function PdfPage({ pdf, number, width }: Drawn) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    let isGone = false;
    if (canvas.current && width > 0)
      drawPage(pdf, number, canvas.current, width).then(
        (said) => void (isGone || setWords(said)),
        () => void (isGone || setWords('This page could not be drawn.')),
      );
    return () => void (isGone = true);
  }, [pdf, number, width]);
  return (
    <figure className={classes.page}>
      <canvas ref={canvas} role="img" aria-label={`Page ${number} of ${pdf.numPages}`} />
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
    queryFn: async () => ({ pdf: await openPdf(await bytesAt(path)) }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return (
    <div ref={ref}>
      <Loaded query={pdf} isEmpty={() => false}>
        {({ pdf: opened }) => (
          <Stack gap="sm">
            {Array.from({ length: opened.numPages }, (_unused, place) => (
              <PdfPage key={place} pdf={opened} number={place + 1} width={width} />
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
