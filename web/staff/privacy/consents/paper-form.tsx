import { Button, FileInput, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConsentPage } from '#server/privacy/consents/consents.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { tell } from '../../../ui/form/tell.ts';
import { Failed } from '../../../ui/states/states.tsx';
import { signerChoices } from './consent-words.ts';

interface PaperFormProps {
  readonly consent: ConsentPage;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A consent that came back on paper: who signed, and the scan. */
export function PaperForm({ consent, onDone, onCancel }: PaperFormProps) {
  const [scan, setScan] = useState<File | null>(null);
  const [signer, setSigner] = useState('patient');
  const [name, setName] = useState('');
  const keep = useMutation({
    mutationFn: (file: File) => api.upload(`/consents/${consent.id}/paper`, file, { signer, name }),
    onSuccess: () => {
      tell('The consent is kept with its scan.');
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (scan) keep.mutate(scan);
      }}
    >
      <Stack gap="sm">
        <Select label="Who signed" data={signerChoices.en} allowDeselect={false} value={signer} onChange={(value) => setSigner(value ?? 'patient')} />
        <TextInput label="Name as signed" required value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <FileInput label="Scan or picture of the signed paper" accept="application/pdf,image/*" required value={scan} onChange={setScan} clearable />
        {keep.isError && <Failed error={keep.error} />}
        <Group>
          <Button type="submit" loading={keep.isPending} disabled={!scan || name.trim().length < 2}>
            Keep it
          </Button>
          <Button variant="subtle" color="gray" onClick={onCancel}>
            Sign on this screen instead
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
