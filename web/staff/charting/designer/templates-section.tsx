import { Alert, Badge, Button, FileButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { blankForm, codeFor, Design } from '#server/charting/designs/designs.contract.ts';
import { isUsedIn, type Template } from '#server/charting/templates/templates.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { moment } from '../../../ui/format/words.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Lines } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { programQueries } from '../../programs/program-queries.ts';
import { freshKey } from './fresh-key.ts';
import { templateInFile, type BroughtTemplate } from './template-file.ts';
import { templateQueries } from './template-queries.ts';

interface Line {
  readonly code: string;
  readonly name: string;
  readonly published: Template | undefined;
  readonly design: { readonly changedAt: string; readonly changedBy: string } | undefined;
}

type Begun = Pick<BroughtTemplate, 'name' | 'form' | 'left'> & { readonly code: string };

/** Names a template before it goes on the drawing board. */
function BeginForm({ begun, taken, onDone }: { readonly begun: Begun; readonly taken: readonly string[]; readonly onDone: () => void }) {
  const [name, setName] = useState(begun.name);
  const [code, setCode] = useState(begun.code);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const given = code || codeFor(name, taken);
  const begin = useMutation({
    mutationFn: () => api.put(`/note-designs/${given}`, Design, { name, form: begun.form, basedOn: null, version: 0 }),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: ['note-designs'] });
      await navigate({ to: `/administration/templates/${given}` });
    },
  });
  const isTaken = taken.includes(given);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') begin.mutate();
      }}
    >
      <Stack gap="sm">
        {begun.left.map((says) => (
          <Alert key={says} color="yellow">
            {says}
          </Alert>
        ))}
        <TextInput label="Name" required data-autofocus maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput
          label="Code"
          description={
            isTaken
              ? 'There is a template of this code: publishing makes its next version.'
              : 'Small letters, digits and hyphens. It stays the same through all versions.'
          }
          placeholder={given}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <FormEnd failure={begin.error} isPending={begin.isPending} label="Go to the drawing board" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function Table({ lines }: { readonly lines: readonly Line[] }) {
  const programs = useQuery(programQueries.all);
  const where = ({ published }: Line) => {
    if (!published) return '';
    const { programKinds, programs: named } = published.form;
    if (!programKinds?.length && !named?.length) return 'All programs';
    return (programs.data?.items ?? [])
      .filter((program) => program.active && isUsedIn(published.form, program))
      .map(({ name }) => name)
      .join(', ');
  };
  return (
    <Lines
      label="Note templates"
      rows={lines}
      keyOf={({ code }) => code}
      to={({ code }) => `/administration/templates/${code}`}
      columns={[
        { label: 'Template', cell: ({ name }) => name },
        { label: 'Version', cell: ({ published }) => published?.version ?? 'none yet' },
        { label: 'Used in', cell: where, wide: true },
        { label: 'Sections', cell: ({ published }) => published?.form.sections.length ?? '', align: 'right', wide: true },
        {
          label: 'On the drawing board',
          cell: ({ design }) =>
            design ? (
              <Badge variant="light" color="yellow">
                {design.changedBy}, {moment(design.changedAt)}
              </Badge>
            ) : (
              ''
            ),
        },
      ]}
    />
  );
}

/** All note templates: to design further, to begin, to bring in from a file. */
export function TemplatesSection() {
  const templates = useQuery(templateQueries.all);
  const designs = useQuery(templateQueries.designs);
  const programs = useQuery(programQueries.all);
  const [begun, setBegun] = useState<Begun>();
  const [problem, setProblem] = useState<string>();
  const known = programs.data?.items.map(({ id }) => id) ?? [];
  const bring = async (file: File | null) => {
    if (!file) return;
    try {
      const brought = templateInFile(await file.text(), known);
      setProblem(undefined);
      setBegun(brought);
    } catch (error) {
      setProblem(error instanceof Error ? error.message.slice(0, 400) : 'This file cannot be read.');
    }
  };
  const boards = new Map((designs.data?.items ?? []).map((design) => [design.code, design]));
  const published = templates.data?.items ?? [];
  const fresh = [...boards.values()].filter(({ code }) => !published.some((template) => template.code === code));
  const lines: readonly Line[] = [
    ...fresh.map((design) => ({ code: design.code, name: design.name, published: undefined, design })),
    ...published
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map((template) => ({ code: template.code, name: template.name, published: template, design: boards.get(template.code) })),
  ];
  return (
    <Panel
      flush
      title="Note templates"
      says="Forms of notes. A published version never changes; what is signed keeps its own for ever."
      actions={
        <Group gap="xs">
          <FileButton accept=".json,application/json" onChange={(file) => void bring(file)}>
            {(props) => (
              <Button size="xs" variant="default" {...props}>
                Bring in a file
              </Button>
            )}
          </FileButton>
          <Button size="xs" onClick={() => setBegun({ code: '', name: '', form: blankForm(freshKey('section')), left: [] })}>
            New template
          </Button>
        </Group>
      }
    >
      {problem && (
        <Alert color="orange" title="This file was not taken in" role="alert" m="sm">
          <Text size="sm">{problem}</Text>
        </Alert>
      )}
      <Loaded query={templates} empty="No template yet. Begin one, or bring one in from a file.">
        {() => <Table lines={lines} />}
      </Loaded>
      <Dialog title="A template for the drawing board" opened={begun !== undefined} onClose={() => setBegun(undefined)}>
        {begun && <BeginForm begun={begun} taken={published.map(({ code }) => code)} onDone={() => setBegun(undefined)} />}
      </Dialog>
    </Panel>
  );
}
