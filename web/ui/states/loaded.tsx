import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Empty, Failed, Waiting } from './states.tsx';

interface LoadedProps<Data> {
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPending' | 'isError' | 'refetch'>;
  /** Said instead of the content when there is nothing to show. */
  readonly empty?: ReactNode;
  readonly isEmpty?: (data: Data) => boolean;
  readonly children: (data: Data) => ReactNode;
}

const hasNoItems = (data: unknown) => Array.isArray((data as { items?: unknown } | null)?.items) && (data as { items: unknown[] }).items.length === 0;

/** Waiting, failed, empty, or the content: the four states of everything that is asked of the server. */
export function Loaded<Data>({ query, empty, isEmpty = hasNoItems, children }: LoadedProps<Data>) {
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending || query.data === undefined) return <Waiting />;
  return empty !== undefined && isEmpty(query.data) ? <Empty>{empty}</Empty> : children(query.data);
}
