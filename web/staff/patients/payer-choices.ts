import { useQuery } from '@tanstack/react-query';
import { PayerList } from '#server/billing/payers/payers.contract.ts';
import { api } from '../../ui/api/api.ts';

/** Payers as choices, retired ones last in words. */
export function usePayers(): { code: string; says: string }[] {
  const payers = useQuery({ queryKey: ['payers'], queryFn: () => api.get('/payers', PayerList), staleTime: 300_000 });
  return (payers.data?.items ?? []).map(({ id, name, active }) => ({ code: id, says: active ? name : `${name} (retired)` }));
}
