import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text as Words } from '@tiptap/extension-text';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect } from 'react';
import type { SectionReply } from '#server/together/documents/documents.contract.ts';
import { JournalStatusLine } from '../../ui/journal/journal-status.tsx';
import type { JournalStatus } from '../../ui/journal/journal.ts';
import type { Present, SharedStatus, SharedText } from '../../ui/journal/shared-text.ts';
import classes from './together.module.css';

const words: Readonly<Record<SharedStatus, JournalStatus>> = {
  opening: { kind: 'saving', says: 'Opening' },
  saving: { kind: 'saving', says: 'Saving' },
  saved: { kind: 'saved', says: 'Saved' },
  offline: { kind: 'offline', says: 'Offline: kept on this device' },
  closed: { kind: 'signed-out', says: 'Closed to you now: what you wrote is kept on this device' },
};

const hues = ['#0b7285', '#5f3dc4', '#a61e4d', '#2b8a3e', '#862e9c', '#364fc7'] as const;

/** The same colour for the same person everywhere. */
function hueOf(id: string): string {
  const sum = [...id].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return hues[sum % hues.length] ?? hues[0];
}

function caret({ name = '', id = '' }: { name?: string; id?: string }): HTMLElement {
  const line = document.createElement('span');
  line.className = classes.caret ?? '';
  line.style.setProperty('--hue', hueOf(id));
  const label = document.createElement('span');
  label.className = classes.caretName ?? '';
  label.textContent = name;
  line.append(label);
  return line;
}

function WhoIsHere({ people, ownId }: { readonly people: readonly Present[]; readonly ownId: string }) {
  return (
    <Group gap={4}>
      {people
        .filter(({ id }) => id !== ownId)
        .map(({ id, name, isWriting }) => (
          <Badge key={id} variant="light" color="gray" size="sm" tt="none">
            {isWriting ? `${name} is writing` : name}
          </Badge>
        ))}
    </Group>
  );
}

/** The words of one section, written by several people at once, and the signature of its discipline. */
export function SectionEditor({
  section,
  text,
  me,
  onSign,
  isSigning,
}: {
  readonly section: SectionReply;
  readonly text: SharedText;
  readonly me: { readonly id: string; readonly name: string };
  readonly onSign: (words: string) => void;
  readonly isSigning: boolean;
}) {
  const mayWrite = text.mayWrite();
  const editor = useEditor(
    {
      extensions: [
        Document,
        Paragraph,
        Words,
        Collaboration.configure({ document: text.doc }),
        CollaborationCaret.configure({ provider: text.provider, user: { id: me.id, name: me.name }, render: caret }),
      ],
      editable: mayWrite,
      editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': section.label, class: classes.words ?? '' } },
      onFocus: () => text.provider.setAwarenessField('isWriting', true),
      onBlur: () => text.provider.setAwarenessField('isWriting', false),
    },
    [text],
  );
  useEffect(() => editor.setEditable(mayWrite, false), [editor, mayWrite]);
  const status = text.status();
  return (
    <Stack gap={6}>
      <Text size="xs" c="dimmed">
        {section.hint}
      </Text>
      <EditorContent editor={editor} data-section={section.key} />
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <JournalStatusLine status={words[status]} />
          <WhoIsHere people={text.present()} ownId={me.id} />
        </Group>
        {section.isMine && (
          <Button size="compact-sm" variant="light" loading={isSigning} disabled={status !== 'saved'} onClick={() => onSign(editor.getText({ blockSeparator: '\n' }))}>
            Sign this section
          </Button>
        )}
      </Group>
    </Stack>
  );
}
