import { queryOptions } from '@tanstack/react-query';
import { Agenda } from '#server/caseloads/agendas/agendas.contract.ts';
import { HandedToMe } from '#server/caseloads/hand-overs/hand-overs.contract.ts';
import { Caseloads } from '#server/caseloads/loads/loads.contract.ts';
import { api } from '../../ui/api/api.ts';

export const caseloadQueries = {
  loads: (programId: string) =>
    queryOptions({ queryKey: ['caseloads', programId], queryFn: () => api.get('/caseloads', Caseloads, { programId }), enabled: programId !== '' }),
  handedToMe: queryOptions({ queryKey: ['handed-to-me'], queryFn: () => api.get('/hand-overs/to-me', HandedToMe) }),
  agenda: (programId: string, week: string) =>
    queryOptions({ queryKey: ['team-agenda', programId, week], queryFn: () => api.get('/team-agenda', Agenda, { programId, week }), enabled: programId !== '' }),
};
