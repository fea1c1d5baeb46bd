import { queryOptions, useQuery } from '@tanstack/react-query';
import { DocumentKinds, DocumentList } from '#server/documents/documents/documents.contract.ts';
import { Inbox } from '#server/documents/inbox/inbox.contract.ts';
import { api } from '../../ui/api/api.ts';

/** What the chart and the inbox ask of documents. */
export const documentQueries = {
  ofPatient: (id: string) => queryOptions({ queryKey: ['patient', id, 'documents'], queryFn: () => api.get(`/patients/${id}/documents`, DocumentList) }),
  history: (id: string) => queryOptions({ queryKey: ['document', id, 'history'], queryFn: () => api.get(`/documents/${id}/history`, DocumentList) }),
  kinds: queryOptions({ queryKey: ['document-kinds'], queryFn: () => api.get('/document-kinds', DocumentKinds), staleTime: 3_600_000 }),
  inbox: queryOptions({ queryKey: ['inbound-documents'], queryFn: () => api.get('/inbound-documents', Inbox), refetchInterval: 60_000 }),
};

/** Codes of categories and bases in words. */
export function useDocumentWords(): { categoryOf: (code: string) => string; basisOf: (code: string) => string } {
  const kinds = useQuery(documentQueries.kinds);
  return {
    categoryOf: (code) => kinds.data?.categories.find((each) => each.code === code)?.name ?? code,
    basisOf: (code) => kinds.data?.receiptBases.find((each) => each.code === code)?.says ?? code,
  };
}
