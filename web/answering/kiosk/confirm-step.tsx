import { Button, Checkbox, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmedVisit } from '#server/desk/kiosks/kiosks.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Failed } from '../../ui/states/states.tsx';
import type { KioskWords } from './kiosk-words.ts';
import classes from './kiosk.module.css';

interface ConfirmStepProps {
  readonly words: KioskWords;
  readonly token: string;
  readonly when: string;
  readonly onBack: () => void;
  readonly onDone: (questions: readonly string[], hasChanged: boolean) => void;
}

/** The time of the own visit, and whether anything changed since the last one. Shows nothing of what is on file. */
export function ConfirmStep({ words, token, when, onBack, onDone }: ConfirmStepProps) {
  const [said, setSaid] = useState({ contactChanged: false, coverageChanged: false });
  const arriving = useMutation({
    mutationFn: () => api.post('/kiosk/arrivals', ConfirmedVisit, { token, ...said }),
    onSuccess: ({ questions }) => onDone(questions, said.contactChanged || said.coverageChanged),
  });
  return (
    <div className={classes.form}>
      <Text size="xl" fw={600} role="status">
        {words.found(when)}
      </Text>
      <fieldset className={classes.changes}>
        <legend>{words.changed}</legend>
        <Checkbox size="lg" label={words.contact} checked={said.contactChanged} onChange={(event) => setSaid({ ...said, contactChanged: event.currentTarget.checked })} />
        <Checkbox
          size="lg"
          label={words.coverage}
          checked={said.coverageChanged}
          onChange={(event) => setSaid({ ...said, coverageChanged: event.currentTarget.checked })}
        />
      </fieldset>
      {arriving.isError && <Failed error={arriving.error} />}
      <Button size="xl" loading={arriving.isPending} onClick={() => arriving.mutate()}>
        {words.here}
      </Button>
      <Button size="md" variant="default" onClick={onBack}>
        {words.notMe}
      </Button>
    </div>
  );
}
