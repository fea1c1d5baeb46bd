import { queryOptions } from '@tanstack/react-query';
import { Design, DesignList, TemplateVersions } from '#server/charting/designs/designs.contract.ts';
import { TemplateList } from '#server/charting/templates/templates.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Problem } from '../../../ui/api/problem.ts';

/** Templates, what is being designed, and the versions. */
export const templateQueries = {
  all: queryOptions({ queryKey: ['note-templates'], queryFn: () => api.get('/note-templates', TemplateList), staleTime: 600_000 }),
  designs: queryOptions({ queryKey: ['note-designs'], queryFn: () => api.get('/note-designs', DesignList) }),
  versions: (code: string) =>
    queryOptions({ queryKey: ['note-templates', code, 'versions'], queryFn: () => api.get(`/note-templates/${code}/versions`, TemplateVersions) }),
  /** The design of a code; null while nothing of it is kept. */
  design: (code: string) =>
    queryOptions({
      queryKey: ['note-design', code],
      queryFn: () =>
        api.get(`/note-designs/${code}`, Design).catch((error: unknown) => {
          if (error instanceof Problem && error.status === 404) return null;
          throw error;
        }),
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    }),
};
