import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Opens the search for a time once, when the address names for whom (`?find=<patient>`), as links in the chart do. */
export function useFindFor(open: (patientId: string) => void): void {
  const { find } = useSearch({ strict: false }) as { readonly find?: unknown };
  const opened = useRef<unknown>(null);
  useEffect(() => {
    if (typeof find !== 'string' || opened.current === find) return;
    opened.current = find;
    open(find);
  }, [find, open]);
}
