import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import type { DraftJournal } from '../../ui/journal/use-draft-journal.ts';
import { useMe } from '../identity/session.ts';
import { programQueries } from '../programs/program-queries.ts';
import { templateQueries } from './designer/template-queries.ts';
import { formChoices } from './form-choices.ts';

/** The form of the note, changed without losing a word: what has no place in the new form stays in sight. */
export function TemplateSwitch({ draft, journal }: { readonly draft: DraftReply; readonly journal: DraftJournal }) {
  const { roles } = useMe();
  const queries = useQueryClient();
  const templates = useQuery(templateQueries.all);
  const programs = useQuery(programQueries.all);
  const program = programs.data?.items.find(({ id }) => id === draft.programId);
  const change = useMutation({
    mutationFn: async (templateCode: string) => {
      await journal.settle();
      return api.post(`/drafts/${draft.id}/template`, DraftReply, { templateCode });
    },
    onSuccess: (changed) => queries.setQueryData(['draft', draft.id], changed),
    onError: tellProblem,
  });
  const roleCodes = roles.map(({ code }) => code);
  return (
    <Select
      label="Form"
      data={formChoices(templates.data?.items ?? [draft.template], roleCodes, program, draft.template.code)}
      value={draft.template.code}
      searchable
      allowDeselect={false}
      disabled={change.isPending}
      onChange={(code) => code && code !== draft.template.code && change.mutate(code)}
    />
  );
}
