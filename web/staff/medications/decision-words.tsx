import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';

interface DecisionWordsProps {
  readonly asking: 'change' | 'stop';
  readonly isPending: boolean;
  readonly onSay: (text: string) => void;
}

/** The words that a change or a stop needs: the new dose, or the reason. */
export function DecisionWords({ asking, isPending, onSay }: DecisionWordsProps) {
  const [text, setText] = useState('');
  return (
    <Group gap="xs" align="end" wrap="nowrap">
      <TextInput
        size="xs"
        style={{ flex: 1 }}
        label={asking === 'change' ? 'New dose and frequency' : 'Why it stops'}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || text.trim() === '') return;
          event.preventDefault();
          onSay(text.trim());
        }}
      />
      <Button size="xs" variant="light" loading={isPending} disabled={text.trim() === ''} onClick={() => onSay(text.trim())}>
        Decide
      </Button>
    </Group>
  );
}
