import { ActionIcon, Alert, Anchor, Badge, Button, Grid, Group, Menu, Stack, Text, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconArrowForwardUp, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { designOf, faultsOfDesign, nudged, placeOf, withCopy, without, type DesignedForm } from '#server/charting/designs/designs.contract.ts';
import type { Template } from '#server/charting/templates/templates.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { wordsOf } from '../../../ui/api/problem.ts';
import { tellProblem } from '../../../ui/form/tell.ts';
import { Failed, Page, Waiting } from '../../../ui/states/states.tsx';
import classes from './designer.module.css';
import { DrawingBoard } from './drawing-board.tsx';
import type { PartActions } from './field-card.tsx';
import { FormSettings } from './form-settings.tsx';
import { freshKey } from './fresh-key.ts';
import { Preview } from './preview.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { saveFile } from './save-file.ts';
import { fileOf } from './template-file.ts';
import { templateQueries } from './template-queries.ts';
import { useDesign, type DesignBoard, type Opened } from './use-design.ts';

function KeptLine({ design }: { readonly design: DesignBoard }) {
  const says = design.isKept ? 'Design kept' : design.failure ? 'Not kept yet on the server, kept on this device' : 'Keeping…';
  return (
    <Text size="xs" c="dimmed" role="status">
      {says}
    </Text>
  );
}

/** What stands in the way of keeping: another hand on the same design, or a server that cannot be reached. */
function Trouble({ design, onTheirs }: { readonly design: DesignBoard; readonly onTheirs: () => void }) {
  if (!design.failure) return null;
  const { title, lines } = wordsOf(design.failure);
  return (
    <Alert color="orange" title={design.isConflict ? 'Somebody else changed this design' : title} role="alert">
      <Text size="sm">{lines.join(' ')}</Text>
      {design.isConflict && (
        <Group gap="xs" mt="xs">
          <Button size="xs" variant="default" onClick={onTheirs}>
            Take theirs
          </Button>
          <Button size="xs" variant="default" onClick={() => void design.keepMine().catch(tellProblem)}>
            Keep mine
          </Button>
        </Group>
      )}
    </Alert>
  );
}

function focusOn(key: string): void {
  requestAnimationFrame(() => document.getElementById(`part-${key}`)?.focus());
}

function labelOf(form: DesignedForm, key: string): string {
  const place = placeOf(form, key);
  return (place ? place.section.fields[place.at]?.label : form.sections.find((section) => section.key === key)?.label) ?? '';
}

/** Moving, copying and taking out, each said aloud and undone by one key. */
function usePartActions(design: DesignBoard, setSaid: (says: string) => void): PartActions {
  return {
    move: (key, step) => {
      design.change((form) => nudged(form, key, step));
      setSaid(`${labelOf(design.board.form, key)} moved ${step < 0 ? 'up' : 'down'}`);
      focusOn(key);
    },
    duplicate: (key) => {
      design.change((form) => withCopy(form, key, () => freshKey('copy')));
      setSaid(`${labelOf(design.board.form, key)} copied`);
    },
    remove: (key) => {
      const label = labelOf(design.board.form, key);
      design.change((form) => without(form, key));
      setSaid(`${label} deleted`);
      const id = `deleted-${key}`;
      const undo = () => {
        design.undo();
        notifications.hide(id);
      };
      notifications.show({
        id,
        autoClose: 9000,
        closeButtonProps: { 'aria-label': 'Close' },
        message: (
          <Group justify="space-between">
            <span>{label} is deleted.</span>
            <Button size="compact-xs" variant="light" onClick={undo}>
              Undo
            </Button>
          </Group>
        ),
      });
    },
  };
}

function Toolbar({
  design,
  opened,
  isWhole,
  onPublish,
  onPutAside,
}: {
  readonly design: DesignBoard;
  readonly opened: Opened;
  readonly isWhole: boolean;
  readonly onPublish: () => void;
  readonly onPutAside: () => void;
}) {
  const take = (kind: 'json' | 'questionnaire') => {
    const { name, text } = fileOf(kind, { code: opened.code, version: (opened.basedOn ?? 0) + 1, ...design.board });
    saveFile(name, text);
  };
  return (
    <Group gap="xs">
      <KeptLine design={design} />
      <Tooltip label="Undo (Ctrl Z)">
        <ActionIcon variant="default" aria-label="Undo" disabled={!design.canUndo} onClick={design.undo}>
          <IconArrowBackUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Redo (Ctrl Shift Z)">
        <ActionIcon variant="default" aria-label="Redo" disabled={!design.canRedo} onClick={design.redo}>
          <IconArrowForwardUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Menu>
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconDownload size={14} />} disabled={!isWhole}>
            Take along
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => take('json')}>As a template file (JSON)</Menu.Item>
          <Menu.Item onClick={() => take('questionnaire')}>As FHIR Questionnaire</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {design.version > 0 && (
        <Button size="xs" variant="default" onClick={onPutAside}>
          Put the design aside
        </Button>
      )}
      <Button size="xs" disabled={!design.isKept || design.version === 0} onClick={onPublish}>
        Publish…
      </Button>
    </Group>
  );
}

function Designer({ opened, published, onTheirs }: { readonly opened: Opened; readonly published: Template | undefined; readonly onTheirs: () => void }) {
  const design = useDesign(opened);
  const navigate = useNavigate();
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState('');
  const [isPublishing, setPublishing] = useState(false);
  const actions = usePartActions(design, setSaid);
  useHotkeys([
    ['mod+Z', design.undo],
    ['mod+shift+Z', design.redo],
  ]);
  if (!design.isReady) return <Waiting label="Opening the design" />;
  const { name, form } = design.board;
  const found = faultsOfDesign(form);
  const faults = Map.groupBy(found, ({ at }) => at);
  const leave = () => void navigate({ to: '/administration/templates' });
  const putAside = async () => {
    await api.del(`/note-designs/${opened.code}`).catch(tellProblem);
    await design.letGo();
    leave();
  };
  return (
    <Page
      title={name || 'Form without a name'}
      actions={<Toolbar design={design} opened={opened} isWhole={found.length === 0} onPublish={() => setPublishing(true)} onPutAside={() => void putAside()} />}
    >
      <Group gap="xs">
        <Anchor size="sm" href="/administration/templates">
          All templates
        </Anchor>
        <Badge variant="light">{published ? `Version ${published.version} is in use` : 'Not published yet'}</Badge>
        <Text size="xs" c="dimmed">
          Alt and an arrow move what has the focus, Ctrl D copies it, Delete takes it out.
        </Text>
      </Group>
      <Text role="status" className="sr-only" style={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}>
        {said}
      </Text>
      <Trouble
        design={design}
        onTheirs={() =>
          void design.letGo().then(() => {
            onTheirs();
          })
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="md">
            <FormSettings name={name} form={form} onRename={design.rename} change={design.change} />
            <DrawingBoard
              form={form}
              faults={new Map([...faults].map(([at, list]) => [at, list.map(({ says }) => says)]))}
              open={open}
              setOpen={setOpen}
              actions={actions}
              change={design.change}
            />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <div className={classes.sticky}>
            <Preview code={opened.code} name={name} form={form} isWhole={found.length === 0 && design.isKept && design.version > 0} />
          </div>
        </Grid.Col>
      </Grid>
      <PublishDialog
        opened={isPublishing}
        onClose={() => setPublishing(false)}
        code={opened.code}
        name={name}
        form={form}
        version={design.version}
        published={published}
        faults={found.map(({ says }) => says)}
        onDone={leave}
      />
    </Page>
  );
}

/** The drawing board of one template: its plan at the left, the form as it will be at the right. */
export function DesignerScreen() {
  const { code } = useParams({ strict: false }) as { code: string };
  const templates = useQuery(templateQueries.all);
  const design = useQuery(templateQueries.design(code));
  const [turn, setTurn] = useState(0);
  const failed = templates.error ?? design.error;
  if (failed) return <Failed error={failed} retry={() => void Promise.all([templates.refetch(), design.refetch()])} />;
  if (!templates.data || design.data === undefined || design.isFetching) return <Waiting label="Opening the design" />;
  const published = templates.data.items.find((template) => template.code === code);
  if (!design.data && !published) return <Failed error={new Error('There is no such template.')} />;
  const opened: Opened = design.data
    ? { ...design.data, form: design.data.form as unknown as DesignedForm }
    : {
        code,
        name: published?.name ?? '',
        form: designOf(published?.form ?? { loinc: '', asksTimes: false, asksRisk: false, asksDiagnosis: false, sections: [] }),
        basedOn: published?.version ?? null,
        version: 0,
      };
  const takeTheirs = () => void design.refetch().then(() => setTurn((now) => now + 1));
  return <Designer key={`${code}-${turn}`} opened={opened} published={published} onTheirs={takeTheirs} />;
}
