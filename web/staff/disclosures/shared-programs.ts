import { useQuery } from '@tanstack/react-query';
import { patientQueries } from '../patients/patient-queries.ts';
import { useMyPrograms } from '../programs/program-queries.ts';

/** Programs in which the signed-in person works and the patient has or had a stay, as choices; all of one's own where none is known. */
export function useSharedPrograms(patientId: string): { value: string; label: string }[] {
  const mine = useMyPrograms();
  const stays = useQuery(patientQueries.episodes(patientId));
  const shared = mine.filter(({ value }) => stays.data?.items.some(({ programId }) => programId === value));
  return shared.length > 0 ? shared : mine;
}
