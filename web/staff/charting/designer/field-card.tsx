import { ActionIcon, Badge, Group, Stack, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { fieldKinds, type DesignedForm } from '#server/charting/designs/designs.contract.ts';
import type { TemplateField } from '#server/charting/templates/templates.contract.ts';
import classes from './designer.module.css';
import { SettingEditor } from './setting-editor.tsx';

/** What can be done with a section or field. */
export interface PartActions {
  readonly move: (key: string, step: -1 | 1) => void;
  readonly duplicate: (key: string) => void;
  readonly remove: (key: string) => void;
}

/** Alt and an arrow move, Delete takes out, Ctrl D copies: while the name of the part has the focus. */
export function heardOn(key: string, { move, duplicate, remove }: PartActions) {
  return (event: KeyboardEvent) => {
    const isMod = event.ctrlKey || event.metaKey;
    if (event.altKey && event.key === 'ArrowUp') move(key, -1);
    else if (event.altKey && event.key === 'ArrowDown') move(key, 1);
    else if (event.key === 'Delete') remove(key);
    else if (isMod && event.key.toLowerCase() === 'd') duplicate(key);
    else return;
    event.preventDefault();
  };
}

/** The same by the mouse. */
export function PartButtons({ part: { key, label }, actions }: { readonly part: { readonly key: string; readonly label: string }; readonly actions: PartActions }) {
  const button = (says: string, Icon: typeof IconCopy, run: () => void) => (
    <Tooltip label={says} openDelay={500}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${says}: ${label}`} onClick={run}>
        <Icon size={15} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group gap={0} wrap="nowrap">
      {button('Move up', IconArrowUp, () => actions.move(key, -1))}
      {button('Move down', IconArrowDown, () => actions.move(key, 1))}
      {button('Duplicate', IconCopy, () => actions.duplicate(key))}
      {button('Delete', IconTrash, () => actions.remove(key))}
    </Group>
  );
}

interface FieldCardProps {
  readonly form: DesignedForm;
  readonly field: TemplateField;
  readonly isOpen: boolean;
  readonly faults: readonly string[];
  readonly actions: PartActions;
  readonly onToggle: () => void;
  readonly onSet: (key: string, name: string, value: unknown) => void;
  readonly drag: { readonly onDragStart: () => void; readonly onDragEnd: () => void };
}

/** One field on the drawing board: its name closed, its settings open. */
export function FieldCard({ form, field, isOpen, faults, actions, onToggle, onSet, drag }: FieldCardProps) {
  const kind = fieldKinds[field.kind];
  return (
    <div className={classes.field} data-open={isOpen} data-fault={faults.length > 0}>
      <Group gap={4} wrap="nowrap">
        <div
          className={classes.grip}
          draggable
          aria-hidden
          data-grip={field.key}
          onDragStart={(event) => {
            event.dataTransfer.setData('text/plain', field.label);
            event.dataTransfer.effectAllowed = 'move';
            drag.onDragStart();
          }}
          onDragEnd={drag.onDragEnd}
        >
          <IconGripVertical size={15} />
        </div>
        <UnstyledButton id={`part-${field.key}`} className={classes.name} aria-expanded={isOpen} onClick={onToggle} onKeyDown={heardOn(field.key, actions)}>
          <Text size="sm" fw={550} truncate component="span">
            {field.label.trim() || 'Without a question'}
            {'required' in field && field.required && <span aria-hidden> *</span>}
          </Text>
          <Text size="xs" c="dimmed" component="span">
            {kind.name}
          </Text>
          {field.showIf && (
            <Badge size="xs" variant="light" component="span">
              rule
            </Badge>
          )}
        </UnstyledButton>
        <PartButtons part={field} actions={actions} />
      </Group>
      {faults.map((says) => (
        <Text key={says} size="xs" c="red.8" pl={24}>
          {says}
        </Text>
      ))}
      {isOpen && (
        <Stack gap="sm" className={classes.settings}>
          {kind.settings.map((setting) => (
            <SettingEditor key={setting.name} form={form} field={field} setting={setting} onChange={(value) => onSet(field.key, setting.name, value)} />
          ))}
          <TextInput size="xs" label="Key" description="Under which answers are kept; a form with the same key takes them over." value={field.key} readOnly />
        </Stack>
      )}
    </div>
  );
}
