import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ChargeList, RecheckedCharge } from '#server/billing/charges/charges.contract.ts';
import { BillingSummary, ClaimDetail, ClaimList, SubmittedClaims, Timeline, type ClaimReply } from '#server/billing/claims/claims.contract.ts';
import { ClaimsToCorrect } from '#server/billing/corrections/corrections.contract.ts';
import { TreatmentDays } from '#server/billing/days/days.contract.ts';
import { Clearinghouse } from '#server/billing/clearinghouse/clearinghouse.contract.ts';
import { Quarantine } from '#server/billing/inbound/inbound.contract.ts';
import { RemittanceList } from '#server/billing/remittances/remittances.contract.ts';
import { api } from '../../ui/api/api.ts';

// After sending or asking, answers come one by one within seconds: for that while the screen looks again by itself.
const lookEveryMs = 1_500;
const watchForMs = 30_000;
let watchedUntil = 0;
const refetchInterval = () => (Date.now() < watchedUntil ? lookEveryMs : false);

/** A list shows at most so many; where there are more, it says how many. */
export const mostShown = 500;

export const billingQueries = {
  summary: queryOptions({ queryKey: ['billing', 'summary'], queryFn: () => api.get('/billing/summary', BillingSummary), refetchInterval }),
  charges: (state: 'held' | 'ready') =>
    queryOptions({ queryKey: ['billing', 'charges', state], queryFn: () => api.get('/charges', ChargeList, { state, limit: mostShown }), refetchInterval }),
  claims: (state: ClaimReply['state'] | undefined) =>
    queryOptions({ queryKey: ['billing', 'claims', state ?? 'all'], queryFn: () => api.get('/claims', ClaimList, { state, limit: mostShown }), refetchInterval }),
  claim: (id: string) => queryOptions({ queryKey: ['billing', 'claim', id], queryFn: () => api.get(`/claims/${id}`, ClaimDetail), refetchInterval }),
  timeline: (id: string) => queryOptions({ queryKey: ['billing', 'timeline', id], queryFn: () => api.get(`/claims/${id}/timeline`, Timeline), refetchInterval }),
  remittances: queryOptions({ queryKey: ['billing', 'remittances'], queryFn: () => api.get('/remittances', RemittanceList), refetchInterval }),
  quarantine: queryOptions({ queryKey: ['billing', 'quarantine'], queryFn: () => api.get('/billing/quarantine', Quarantine), refetchInterval }),
  days: ({ patientId, ...wished }: { patientId: string; programId: string; from: string; to: string }) =>
    queryOptions({ queryKey: ['billing', 'days', patientId, wished], queryFn: () => api.get(`/patients/${patientId}/treatment-days`, TreatmentDays, wished) }),
  corrections: queryOptions({ queryKey: ['billing', 'corrections'], queryFn: () => api.get('/claims/corrections', ClaimsToCorrect), refetchInterval }),
  clearinghouse: queryOptions({ queryKey: ['billing', 'clearinghouse'], queryFn: () => api.get('/clearinghouse', Clearinghouse), refetchInterval }),
};

/** The three things a biller does by hand: send what is ready, ask for answers, judge a held charge anew. */
export function useBillingActs() {
  const queries = useQueryClient();
  const onSettled = () => void queries.invalidateQueries({ queryKey: ['billing'] });
  const onSuccess = () => void (watchedUntil = Date.now() + watchForMs);
  return {
    submit: useMutation({ mutationFn: () => api.post('/claims/submissions', SubmittedClaims), onSuccess, onSettled }),
    poll: useMutation({ mutationFn: () => api.post('/clearinghouse/polls', undefined), onSuccess, onSettled }),
    recheck: useMutation({ mutationFn: (chargeId: string) => api.post(`/charges/${chargeId}/recheck`, RecheckedCharge), onSettled }),
  };
}
