import { useQueryClient } from '@tanstack/react-query';
import { AppointmentReply } from '#server/scheduling/appointments/appointments.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tell } from '../../../ui/form/tell.ts';
import { tellUndoable } from '../../../ui/form/undo.tsx';

/** Takes its time again, through the same checks, then stands as it stood. */
async function putBack({ id, status, arrivedAt }: AppointmentReply): Promise<AppointmentReply> {
  const path = `/appointments/${id}`;
  const booked = await api.post(`${path}/reinstatement`, AppointmentReply, { reason: 'Undone at once' });
  if (status === 'confirmed') return api.post(`${path}/confirmation`, AppointmentReply);
  if (status === 'arrived') return api.post(`${path}/arrival`, AppointmentReply, arrivedAt ? { at: arrivedAt } : {});
  return booked;
}

/** Tells that a visit was called off or missed, with the way back to how it stood before. */
export function useStepBack(onBack: (appointment: AppointmentReply) => void) {
  const queries = useQueryClient();
  return (says: string, before: AppointmentReply) => {
    const refresh = () => [['schedule'], ['patient', before.patientId], ['home']].forEach((queryKey) => void queries.invalidateQueries({ queryKey }));
    const undo = async () => {
      onBack(await putBack(before));
      tell(`${before.patientName} is expected again.`);
    };
    tellUndoable(says, () => undo().finally(refresh));
  };
}
