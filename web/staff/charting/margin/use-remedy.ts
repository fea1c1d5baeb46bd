import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { StartedReply } from '#server/assessments/administrations/administrations.contract.ts';
import { Thread } from '#server/careplans/thread/thread.contract.ts';
import type { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import type { Remedy } from '#server/margin/findings/findings.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tellProblem } from '../../../ui/form/tell.ts';
import type { DraftJournal } from '../../../ui/journal/use-draft-journal.ts';
import { goTo } from '../places.ts';

/** A way out of a finding: what the button says, and what one click does. */
export interface WayOut {
  readonly label: string;
  readonly act: () => void;
}

/** Makes of a remedy the clicks that it comes to. None of them signs. */
export function useWaysOut(
  draft: DraftReply,
  journal: DraftJournal,
): { readonly of: (remedy: Remedy | null, at: string) => readonly WayOut[]; readonly isPending: boolean } {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const linking = useMutation({
    mutationFn: (objectiveId: string) => api.put(`/drafts/${draft.id}/objectives`, Thread, { objectiveIds: [objectiveId] }),
    onSuccess: async (thread) => {
      queries.setQueryData(['draft-objectives', draft.id], thread);
      await queries.invalidateQueries({ queryKey: ['draft-findings', draft.id] });
    },
    onError: tellProblem,
  });
  const asking = useMutation({
    mutationFn: async (instrumentCode: string) => {
      await journal.settle();
      return api.post(`/patients/${draft.patientId}/assessments`, StartedReply, { programId: draft.programId, instrumentCode, mode: 'staff', answeredBy: 'patient' });
    },
    onSuccess: ({ id }) => void navigate({ to: `/assessments/${id}` }),
    onError: tellProblem,
  });
  const open = (to: string) => () => void navigate({ to });
  const ways: { readonly [Act in Remedy['act']]: (remedy: Extract<Remedy, { act: Act }>, at: string) => readonly WayOut[] } = {
    'link-objective': ({ objectives }) =>
      objectives.slice(0, 3).map(({ id, statement }) => ({ label: `Link: ${statement || 'objective'}`, act: () => linking.mutate(id) })),
    'take-times': ({ startedAt, endedAt }) => [{ label: 'Take the times of the appointment', act: () => journal.setHeader({ startedAt, endedAt }) }],
    'take-modality': ({ modality }) => [{ label: 'Take over from the appointment', act: () => journal.setHeader({ modality }) }],
    'add-diagnosis': ({ says, diagnosisId }) => [
      { label: `Add ${says}`, act: () => journal.setHeader({ diagnosisIds: [...new Set([diagnosisId, ...journal.header.diagnosisIds])] }) },
    ],
    'ask-screen': ({ instrument }) => [{ label: 'Ask the screen now', act: () => asking.mutate(instrument) }],
    'open-plan': () => [{ label: 'Open the care plan', act: open(`/patients/${draft.patientId}/care-plans`) }],
    'open-diagnoses': () => [{ label: 'Open the problem list', act: open(`/patients/${draft.patientId}/diagnoses`) }],
    'open-draft': ({ draftId }) => [{ label: 'Open that note', act: open(`/notes/${draftId}`) }],
    'go-to-field': (_remedy, at) => (at === 'signature' ? [] : [{ label: 'Go there', act: () => goTo(at) }]),
  };
  const of = (remedy: Remedy | null, at: string) => (remedy ? (ways[remedy.act] as (remedy: Remedy, at: string) => readonly WayOut[])(remedy, at) : []);
  return { of, isPending: linking.isPending || asking.isPending };
}
