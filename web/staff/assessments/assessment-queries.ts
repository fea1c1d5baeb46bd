import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { AdministrationReply, HistoryReply, HistoryRevision } from '#server/assessments/administrations/administrations.contract.ts';
import { InstrumentList } from '#server/assessments/instruments/instrument.contract.ts';
import { RiskCases } from '#server/assessments/risk/risk.contract.ts';
import { api } from '../../ui/api/api.ts';

/** What the chart asks about assessments. */
export const assessmentQueries = {
  history: (patientId: string) =>
    queryOptions({ queryKey: ['patient', patientId, 'assessments'], queryFn: () => api.get(`/patients/${patientId}/assessments`, HistoryReply) }),
  risk: (patientId: string) => queryOptions({ queryKey: ['patient', patientId, 'risk'], queryFn: () => api.get(`/patients/${patientId}/risk`, RiskCases) }),
  one: (administrationId: string) =>
    queryOptions({ queryKey: ['assessment', administrationId], queryFn: () => api.get(`/assessments/${administrationId}`, AdministrationReply) }),
  instruments: queryOptions({ queryKey: ['instruments'], queryFn: () => api.get('/instruments', InstrumentList), staleTime: 600_000 }),
};

// While somebody may be answering elsewhere the score is on this screen within two seconds.
const watchingMs = 1200;
const idleMs = 15_000;

/** Asks everything about the person anew as soon as something was answered elsewhere or happened on the pathway; at once while somebody may be answering. */
export function useFreshAnswers(patientId: string, asked: readonly Pick<HistoryReply['items'][number], 'state' | 'mode'>[]): void {
  const queries = useQueryClient();
  const seen = useRef<string>(undefined);
  const revision = useQuery({
    queryKey: ['assessment-revision', patientId],
    queryFn: () => api.get(`/patients/${patientId}/assessments/revision`, HistoryRevision, {}, { quiet: true }),
    refetchInterval: asked.some(({ state, mode }) => state === 'open' && mode !== 'staff') ? watchingMs : idleMs,
    staleTime: 0,
    enabled: patientId !== '',
  });
  const now = revision.data?.revision;
  useEffect(() => {
    if (now !== undefined && seen.current !== undefined && seen.current !== now) {
      void queries.invalidateQueries({ queryKey: ['patient', patientId] });
      void queries.invalidateQueries({ queryKey: ['assessment'] });
    }
    seen.current = now ?? seen.current;
  }, [now, queries, patientId]);
}
