import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { OpenEmergencies } from '#server/privacy/break-glass/break-glass.contract.ts';
import { api, tellCircumstances } from '../../../ui/api/api.ts';
import { useMay } from '../../identity/session.ts';
import { emergencyAt, knowEmergencies } from './emergency-state.ts';

tellCircumstances((): Record<string, string> => {
  const patientId = emergencyAt(window.location.pathname);
  return patientId ? { 'mooring-emergency': patientId } : {};
});

/** One's own charts open in an emergency; asked again each minute, so that the banner goes when the time is over. */
export function useEmergencies() {
  const may = useMay();
  return useQuery({
    queryKey: ['emergencies'],
    queryFn: async () => {
      const { items } = await api.get('/emergencies', OpenEmergencies, {}, { quiet: true });
      knowEmergencies(items.map(({ patientId }) => patientId));
      return items;
    },
    enabled: may('access.emergency'),
    refetchInterval: 60_000,
  });
}

/** Forgets them with the session. */
export function useForgetEmergencies(): void {
  useEffect(() => () => knowEmergencies([]), []);
}
