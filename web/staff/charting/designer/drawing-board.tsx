import { Button, Group, Menu, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { IconGripVertical, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import {
  askable,
  fieldKinds,
  withFieldAt,
  withKind,
  withSection,
  withSectionAt,
  withSetting,
  type DesignedForm,
  type DesignedSection,
} from '#server/charting/designs/designs.contract.ts';
import type { FieldKind, TemplateField } from '#server/charting/templates/templates.contract.ts';
import classes from './designer.module.css';
import { FieldCard, heardOn, PartButtons, type PartActions } from './field-card.tsx';
import { freshKey } from './fresh-key.ts';
import { RuleEditor } from './rule-editor.tsx';

/** What is dragged: a field or a whole section. */
type Dragged = { readonly kind: 'field' | 'section'; readonly key: string } | undefined;

interface BoardProps {
  readonly form: DesignedForm;
  readonly faults: ReadonlyMap<string, readonly string[]>;
  readonly open: string | undefined;
  readonly setOpen: (key: string | undefined) => void;
  readonly actions: PartActions;
  readonly change: (to: (form: DesignedForm) => DesignedForm, tag?: string) => void;
}

function AddField({ section, onAdd }: { readonly section: DesignedSection; readonly onAdd: (kind: FieldKind) => void }) {
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <Button size="compact-sm" variant="light" leftSection={<IconPlus size={14} />} aria-label={`Add a field to ${section.label}`}>
          Add a field
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={380} style={{ overflowY: 'auto' }}>
        {Object.entries(fieldKinds).map(([kind, { name, says }]) => (
          <Menu.Item key={kind} onClick={() => onAdd(kind as FieldKind)}>
            <Text size="sm" fw={550} component="span">
              {name}
            </Text>{' '}
            <Text size="xs" c="dimmed" component="span">
              {says}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** A place between two parts, where what is dragged can be let go. */
function Gap({ accepts, onDrop }: { readonly accepts: boolean; readonly onDrop: () => void }) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={classes.gap}
      data-over={accepts && isOver}
      data-gap
      aria-hidden
      onDragOver={(event) => {
        if (!accepts) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (accepts) onDrop();
      }}
    />
  );
}

function SectionHead({ section, form, change, actions, isOpen, onToggle, setDragged }: SectionProps & { readonly isOpen: boolean; readonly onToggle: () => void }) {
  const set = (name: string) => (value: unknown) => change((now) => withSetting(now, section.key, name, value), `${section.key}.${name}`);
  const others = askable(form, section.key).filter(({ key }) => !section.fields.some((field) => field.key === key));
  return (
    <Stack gap={6}>
      <Group gap={4} wrap="nowrap">
        <div
          className={classes.grip}
          draggable
          aria-hidden
          onDragStart={(event) => {
            event.dataTransfer.setData('text/plain', section.label);
            setDragged({ kind: 'section', key: section.key });
          }}
          onDragEnd={() => setDragged(undefined)}
        >
          <IconGripVertical size={16} />
        </div>
        <TextInput
          id={`part-${section.key}`}
          className={classes.sectionName}
          size="sm"
          aria-label="Section"
          value={section.label}
          onChange={(event) => set('label')(event.currentTarget.value)}
          onKeyDown={(event) => (event.altKey ? heardOn(section.key, actions)(event) : undefined)}
        />
        <Button size="compact-xs" variant="subtle" color="gray" aria-expanded={isOpen} aria-label={`Settings of ${section.label}`} onClick={onToggle}>
          Settings
        </Button>
        <PartButtons part={section} actions={actions} />
      </Group>
      {isOpen && (
        <Stack gap="sm" pl={24} pb={6}>
          <Textarea
            size="xs"
            label="Help under the heading"
            autosize
            value={section.hint ?? ''}
            onChange={(event) => set('hint')(event.currentTarget.value || undefined)}
          />
          <RuleEditor label="Shown only if" rule={section.showIf} fields={others} onChange={set('showIf')} />
        </Stack>
      )}
    </Stack>
  );
}

interface SectionProps extends BoardProps {
  readonly section: DesignedSection;
  readonly dragged: Dragged;
  readonly setDragged: (dragged: Dragged) => void;
}

function Section(props: SectionProps) {
  const { section, form, faults, open, setOpen, actions, change, dragged, setDragged } = props;
  const add = (kind: FieldKind) => {
    const key = freshKey(kind);
    change((now) => withKind(now, section.key, kind, key));
    setOpen(key);
  };
  const drop = (before: TemplateField | undefined) => {
    if (!dragged) return;
    change((now) => {
      const others = now.sections.find(({ key }) => key === section.key)?.fields.filter(({ key }) => key !== dragged.key) ?? [];
      const at = before ? others.findIndex(({ key }) => key === before.key) : others.length;
      return withFieldAt(now, dragged.key, section.key, at);
    });
    setDragged(undefined);
  };
  const toggle = (key: string) => setOpen(open === key ? undefined : key);
  return (
    <section className={classes.section} aria-label={`Section ${section.label}`}>
      <SectionHead {...props} isOpen={open === section.key} onToggle={() => toggle(section.key)} />
      {(faults.get(section.key) ?? []).map((says) => (
        <Text key={says} size="xs" c="red.8">
          {says}
        </Text>
      ))}
      {section.fields.map((field) => (
        <div key={field.key}>
          <Gap accepts={dragged?.kind === 'field' && dragged.key !== field.key} onDrop={() => drop(field)} />
          <FieldCard
            form={form}
            field={field}
            isOpen={open === field.key}
            faults={faults.get(field.key) ?? []}
            actions={actions}
            onToggle={() => toggle(field.key)}
            onSet={(key, name, value) => change((now) => withSetting(now, key, name, value), `${key}.${name}`)}
            drag={{ onDragStart: () => setDragged({ kind: 'field', key: field.key }), onDragEnd: () => setDragged(undefined) }}
          />
        </div>
      ))}
      <Gap accepts={dragged?.kind === 'field'} onDrop={() => drop(undefined)} />
      <AddField section={section} onAdd={add} />
    </section>
  );
}

/** Sections and their fields: added, opened, dragged, moved by the keyboard. */
export function DrawingBoard(props: BoardProps) {
  const { form, change, setOpen } = props;
  const [dragged, setDragged] = useState<Dragged>();
  const dropSection = (at: number) => {
    const from = form.sections.findIndex(({ key }) => key === dragged?.key);
    if (dragged) change((now) => withSectionAt(now, dragged.key, from < at ? at - 1 : at));
    setDragged(undefined);
  };
  const addSection = () => {
    const key = freshKey('section');
    change((now) => withSection(now, key));
    setOpen(undefined);
    requestAnimationFrame(() => document.getElementById(`part-${key}`)?.focus());
  };
  return (
    <Stack gap={4}>
      {form.sections.map((section, at) => (
        <div key={section.key}>
          <Gap accepts={dragged?.kind === 'section'} onDrop={() => dropSection(at)} />
          <Section {...props} section={section} dragged={dragged} setDragged={setDragged} />
        </div>
      ))}
      <Gap accepts={dragged?.kind === 'section'} onDrop={() => dropSection(form.sections.length)} />
      <Group>
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={addSection}>
          Add a section
        </Button>
      </Group>
    </Stack>
  );
}
