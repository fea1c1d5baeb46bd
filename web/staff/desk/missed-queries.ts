import { queryOptions } from '@tanstack/react-query';
import { CheckInReply } from '#server/desk/kiosks/kiosks.contract.ts';
import { Consequence, MissedVisits } from '#server/desk/missed-visits/missed-visits.contract.ts';
import { api } from '../../ui/api/api.ts';

/** What happened: nobody came, or it is called off for a reason. */
export interface Missing {
  readonly kind: 'no-show' | 'cancellation';
  readonly reason?: string;
}

export const missedQueries = {
  /** What would follow now; asked anew each time it is looked at, for it depends on the hour. */
  consequence: (appointmentId: string, { kind, reason }: Missing) =>
    queryOptions({
      queryKey: ['schedule', 'consequence', appointmentId, kind, reason ?? ''],
      queryFn: () => api.get(`/appointments/${appointmentId}/missed-visit`, Consequence, { kind, reason }),
      staleTime: 0,
    }),
  ofPatient: (patientId: string) =>
    queryOptions({ queryKey: ['patient', patientId, 'missed-visits'], queryFn: () => api.get(`/patients/${patientId}/missed-visits`, MissedVisits) }),
  checkIn: (appointmentId: string) =>
    queryOptions({ queryKey: ['schedule', 'check-in', appointmentId], queryFn: () => api.get(`/appointments/${appointmentId}/check-in`, CheckInReply) }),
};
