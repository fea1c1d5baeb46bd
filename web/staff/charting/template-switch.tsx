import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import { isUsedIn, type Template } from '#server/charting/templates/templates.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import type { DraftJournal } from '../../ui/journal/use-draft-journal.ts';
import { useMe } from '../identity/session.ts';
import { programQueries } from '../programs/program-queries.ts';
import { templateQueries } from './designer/template-queries.ts';

function forMe(templates: readonly Template[], roles: readonly string[]) {
  const isMine = ({ form }: Template) => !form.disciplines || form.disciplines.some((role) => roles.includes(role));
  const item = ({ code, name }: Template) => ({ value: code, label: name });
  const byName = templates.toSorted((a, b) => a.name.localeCompare(b.name));
  return [
    { group: 'For my work', items: byName.filter(isMine).map(item) },
    { group: 'For others', items: byName.filter((one) => !isMine(one)).map(item) },
  ].filter(({ items }) => items.length > 0);
}

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
  const data = templates.data
    ? forMe(
        // A form that is used elsewhere only is not offered here; the one in use always is.
        templates.data.items.filter(({ code, form }) => code === draft.template.code || !program || isUsedIn(form, program)),
        roles.map(({ code }) => code),
      )
    : [{ group: 'For my work', items: [{ value: draft.template.code, label: draft.template.name }] }];
  return (
    <Select
      label="Form"
      data={data}
      value={draft.template.code}
      searchable
      allowDeselect={false}
      disabled={change.isPending}
      onChange={(code) => code && code !== draft.template.code && change.mutate(code)}
    />
  );
}
