import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { Alerts } from '#server/patients/alerts/alerts.contract.ts';
import { CommunicationReply, Contacts } from '#server/patients/contacts/contacts.contract.ts';
import { Coverages, Guarantors } from '#server/patients/coverage/coverage.contract.ts';
import { Patient } from '#server/patients/demographics/demographics.contract.ts';
import { Merges } from '#server/patients/merge/merge.contract.ts';
import { Banner, Episodes } from '#server/programs/episodes/episodes.contract.ts';
import { api } from '../../ui/api/api.ts';

const of = (patientId: string, part: string) => ['patient', patientId, part] as const;

/** The questions that a chart asks, each with its key under `['patient', id]`. */
export const patientQueries = {
  banner: (id: string) => queryOptions({ queryKey: of(id, 'banner'), queryFn: () => api.get(`/patients/${id}/banner`, Banner) }),
  record: (id: string) => queryOptions({ queryKey: of(id, 'record'), queryFn: () => api.get(`/patients/${id}`, Patient) }),
  alerts: (id: string) => queryOptions({ queryKey: of(id, 'alerts'), queryFn: () => api.get(`/patients/${id}/alerts`, Alerts) }),
  episodes: (id: string) => queryOptions({ queryKey: of(id, 'episodes'), queryFn: () => api.get(`/patients/${id}/episodes`, Episodes) }),
  contacts: (id: string) => queryOptions({ queryKey: of(id, 'contacts'), queryFn: () => api.get(`/patients/${id}/contacts`, Contacts) }),
  communication: (id: string) => queryOptions({ queryKey: of(id, 'communication'), queryFn: () => api.get(`/patients/${id}/communication`, CommunicationReply) }),
  coverages: (id: string) => queryOptions({ queryKey: of(id, 'coverages'), queryFn: () => api.get(`/patients/${id}/coverages`, Coverages) }),
  guarantors: (id: string) => queryOptions({ queryKey: of(id, 'guarantors'), queryFn: () => api.get(`/patients/${id}/guarantors`, Guarantors) }),
  merges: (id: string) => queryOptions({ queryKey: of(id, 'merges'), queryFn: () => api.get(`/patients/${id}/merges`, Merges) }),
};

/** Asks everything about one person anew, after a change. */
export function useRefreshPatient(patientId: string): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['patient', patientId] });
}
