import { useQuery } from '@tanstack/react-query';
import { SignatureQueue, type DraftWaiting, type NoteWaiting } from '#server/charting/queue/queue.contract.ts';
import { api } from '../../../ui/api/api.ts';

/** What waits for this person's signature. */
export function useSignatureQueue() {
  return useQuery({ queryKey: ['signature-queue'], queryFn: () => api.get('/signature-queue', SignatureQueue) });
}

/** A line of the queue that can be read and signed here. */
export type Line =
  | { readonly key: string; readonly kind: 'draft'; readonly waiting: DraftWaiting }
  | { readonly key: string; readonly kind: 'cosign'; readonly waiting: NoteWaiting };

/** Own notes first, then those of others; what is overdue leads in each. */
export function linesOf({ toSign, toCosign }: Pick<SignatureQueue, 'toSign' | 'toCosign'>): readonly Line[] {
  const byDue = (a: { dueAt: string | null }, b: { dueAt: string | null }) => Date.parse(a.dueAt ?? '9999-12-31') - Date.parse(b.dueAt ?? '9999-12-31');
  return [
    ...toSign.toSorted(byDue).map((waiting) => ({ key: waiting.draftId, kind: 'draft' as const, waiting })),
    ...toCosign.toSorted(byDue).map((waiting) => ({ key: waiting.noteId, kind: 'cosign' as const, waiting })),
  ];
}

/** What was read of a line: without it the line cannot be signed. */
export type Read =
  | { readonly versions: Readonly<Record<string, number>> }
  | { readonly digest: string; readonly attestations: readonly { readonly id: string; readonly words: string }[] };

/** The body of the ceremony: what is chosen, as it was read, with the statements that go along. */
export function ceremonyOf(lines: readonly Line[], read: ReadonlyMap<string, Read>, password: string) {
  const chosen = lines.flatMap((line) => {
    const seen = read.get(line.key);
    return seen ? [{ line, seen }] : [];
  });
  return {
    password,
    drafts: chosen.flatMap(({ line, seen }) => ('versions' in seen ? [{ draftId: line.key, versions: seen.versions }] : [])),
    cosignatures: chosen.flatMap(({ line, seen }) =>
      'digest' in seen ? [{ noteId: line.key, digest: seen.digest, attested: seen.attestations.map(({ id }) => id) }] : [],
    ),
  };
}
