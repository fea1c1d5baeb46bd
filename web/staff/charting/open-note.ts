import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import { api } from '../../ui/api/api.ts';
import { wordsOf } from '../../ui/api/problem.ts';

/** Opens the note of an appointment in one step, everything known filled in. Opening it again opens the same draft, or what was signed. */
export function useOpenNote() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (appointmentId: string) => api.post('/drafts', DraftReply, { appointmentId }),
    onSuccess: (draft) =>
      void (draft.noteId
        ? navigate({ to: '/signed-notes/$noteId', params: { noteId: draft.noteId } } as never)
        : navigate({ to: '/notes/$draftId', params: { draftId: draft.id } } as never)),
    onError: (error) => notifications.show({ color: 'orange', message: [wordsOf(error).title, ...wordsOf(error).lines].join(' ') }),
  });
}
