import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { designOf, differences, type DesignedForm } from '#server/charting/designs/designs.contract.ts';
import { isUsedIn, Template, type TemplateForm } from '#server/charting/templates/templates.contract.ts';
import { AppointmentTypeList } from '#server/scheduling/appointment-types/appointment-types.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { tell } from '../../../ui/form/tell.ts';
import { Failed } from '../../../ui/states/states.tsx';
import { administrationQueries } from '../../administration/choices.ts';
import { programQueries } from '../../programs/program-queries.ts';

interface PublishProps {
  readonly code: string;
  readonly name: string;
  readonly form: DesignedForm;
  readonly version: number;
  readonly published: Template | undefined;
  readonly faults: readonly string[];
  readonly onDone: (version: number) => void;
}

function Changes({ published, form }: Pick<PublishProps, 'published' | 'form'>) {
  if (!published) return <Text size="sm">The first version of this form.</Text>;
  const lines = differences(designOf(published.form), form);
  return (
    <>
      <Text size="sm" fw={600}>
        Against version {published.version}
      </Text>
      <List size="sm" aria-label="What changes">
        {lines.length === 0 ? <List.Item>Nothing but the name</List.Item> : lines.map((line) => <List.Item key={line}>{line}</List.Item>)}
      </List>
    </>
  );
}

/** Where the form is used once it is published: by programs, roles and kinds of appointment. */
function Users({ code, form }: Pick<PublishProps, 'code' | 'form'>) {
  const programs = useQuery(programQueries.all);
  const roles = useQuery(administrationQueries.roles);
  const types = useQuery({ queryKey: ['appointment-types'], queryFn: () => api.get('/appointment-types', AppointmentTypeList), staleTime: 300_000 });
  const inPrograms = (programs.data?.items ?? []).filter((program) => program.active && isUsedIn(form as TemplateForm, program)).map(({ name }) => name);
  const by = (roles.data?.items ?? [])
    .filter(({ code: role, isClinical }) => isClinical && (!form.disciplines || form.disciplines.includes(role)))
    .map(({ name }) => name);
  const from = (types.data?.items ?? [])
    .filter(({ noteTemplate, noteTemplates }) => [noteTemplate, ...Object.values(noteTemplates)].includes(code))
    .map(({ name }) => name);
  const line = (says: string, names: readonly string[]) => (
    <List.Item>
      {says}: {names.length === 0 ? 'none' : names.join(', ')}
    </List.Item>
  );
  return (
    <>
      <Text size="sm" fw={600}>
        Who will use it
      </Text>
      <List size="sm" aria-label="Who will use it">
        {line('Programs', inPrograms)}
        {line('Written by', by)}
        {line('Opens from appointments of the kinds', from)}
      </List>
    </>
  );
}

function PublishForm(props: PublishProps & { readonly onCancel: () => void }) {
  const { code, version, published, faults, onDone, onCancel } = props;
  const queries = useQueryClient();
  const publish = useMutation({
    mutationFn: () => api.post(`/note-designs/${code}/publication`, Template, { version }),
    onSuccess: async (made) => {
      tell(`Version ${made.version} of ${made.name} is published.`);
      onDone(made.version);
      await queries.invalidateQueries({ queryKey: ['note-templates'] });
      await queries.invalidateQueries({ queryKey: ['note-designs'] });
    },
  });
  return (
    <Stack gap="sm">
      {faults.length > 0 && (
        <Alert color="orange" title="Before it can be published" role="alert">
          {faults.map((says) => (
            <Text key={says} size="sm">
              {says}
            </Text>
          ))}
        </Alert>
      )}
      <Changes {...props} />
      <Users {...props} />
      <Text size="sm" c="dimmed">
        New notes open with version {(published?.version ?? 0) + 1}. Notes already begun go on with theirs, and signed notes keep for ever the form they were signed with.
      </Text>
      {publish.isError && <Failed error={publish.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Not yet
        </Button>
        <Button loading={publish.isPending} disabled={faults.length > 0} onClick={() => publish.mutate()}>
          Publish version {(published?.version ?? 0) + 1}
        </Button>
      </Group>
    </Stack>
  );
}

/** Says what publishing changes and whom it reaches, then publishes. */
export function PublishDialog({ opened, onClose, ...props }: PublishProps & { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title={`Publish ${props.name}`} opened={opened} onClose={onClose}>
      <PublishForm {...props} onCancel={onClose} />
    </Dialog>
  );
}
