import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { LaneList, PacketList, PacketWorkList } from '#server/disclosures/packets/packets.contract.ts';
import { RequestList } from '#server/disclosures/requests/requests.contract.ts';
import { AgreementList } from '#server/privacy/agreements/agreements.contract.ts';
import { DisclosureList } from '#server/privacy/gate/accounting.contract.ts';
import { PartyList } from '#server/privacy/parties/parties.contract.ts';
import { api } from '../../ui/api/api.ts';

/** What the room of disclosures asks the server. */
export const disclosureQueries = {
  lanes: queryOptions({ queryKey: ['disclosures', 'lanes'], queryFn: () => api.get('/disclosure-lanes', LaneList), staleTime: 3_600_000 }),
  waiting: queryOptions({ queryKey: ['disclosures', 'packets'], queryFn: () => api.get('/packets', PacketWorkList) }),
  packets: (patientId: string) => queryOptions({ queryKey: ['disclosures', 'packets', patientId], queryFn: () => api.get(`/patients/${patientId}/packets`, PacketList) }),
  left: (patientId: string) =>
    queryOptions({ queryKey: ['disclosures', 'left', patientId], queryFn: () => api.get(`/patients/${patientId}/disclosures`, DisclosureList) }),
  requests: (state: 'open' | 'closed', patientId?: string) =>
    queryOptions({ queryKey: ['disclosures', 'requests', state, patientId], queryFn: () => api.get('/patient-requests', RequestList, { state, patientId }) }),
  parties: (q: string, patientId?: string) =>
    queryOptions({ queryKey: ['parties', q, patientId], queryFn: () => api.get('/parties', PartyList, { q: q || undefined, patientId }) }),
  agreements: queryOptions({ queryKey: ['agreements'], queryFn: () => api.get('/agreements', AgreementList) }),
};

/** Asks anew for everything of the room after a change. */
export function useRefreshDisclosures(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const room of ['disclosures', 'parties', 'agreements']) void queries.invalidateQueries({ queryKey: [room] });
  };
}
