import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SignConsent, type ConsentPage } from '#server/privacy/consents/consents.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { tell } from '../../../ui/form/tell.ts';
import { ConsentText } from './consent-text.tsx';
import { signerChoices } from './consent-words.ts';
import { PaperForm } from './paper-form.tsx';
import { SignaturePad } from './signature-pad.tsx';

const words = {
  en: {
    who: 'Who signs',
    name: 'Full name',
    pen: 'Sign here, with a finger or a mouse',
    none: 'Cannot draw? The written name counts.',
    clear: 'Clear',
    sign: 'I have read this and agree',
  },
  es: {
    who: 'Quién firma',
    name: 'Nombre completo',
    pen: 'Firme aquí, con el dedo o el ratón',
    none: '¿No puede dibujar? Vale el nombre escrito.',
    clear: 'Borrar',
    sign: 'Lo he leído y estoy de acuerdo',
  },
} as const;

interface SignFormProps {
  readonly consent: ConsentPage;
  readonly onDone: () => void;
}

/** The words, then the signature: by pen and name on this screen, or on paper with its scan. */
export function SignForm({ consent, onDone }: SignFormProps) {
  const [drawing, setDrawing] = useState('');
  const [onPaper, setOnPaper] = useState(false);
  const own = words[consent.language];
  const { form, submit, isPending, failure } = useContractForm({
    contract: SignConsent,
    initial: { name: '', signer: 'patient' },
    prepare: ({ name, signer }) => ({ signatures: [{ signer, name, drawing: drawing === '' ? null : drawing }] }),
    send: (body) => api.post(`/consents/${consent.id}/signature`, undefined, body),
    onSent: () => {
      tell('The consent is signed.');
      onDone();
    },
  });
  if (onPaper) return <PaperForm consent={consent} onDone={onDone} onCancel={() => setOnPaper(false)} />;
  return (
    <Stack gap="lg">
      <ConsentText consent={consent} />
      <form onSubmit={submit} noValidate lang={consent.language}>
        <Stack gap="sm">
          <Select label={own.who} data={signerChoices[consent.language]} allowDeselect={false} {...form.getInputProps('signer')} />
          <TextInput label={own.name} autoComplete="off" required {...form.getInputProps('name')} error={form.errors['signatures.0.name'] ?? form.errors['name']} />
          <SignaturePad label={own.pen} path={drawing} onChange={setDrawing} clearLabel={own.clear} />
          <Text size="xs" c="dimmed">
            {own.none}
          </Text>
          <FormEnd failure={failure} isPending={isPending} label={own.sign} />
        </Stack>
      </form>
      <Group>
        <Button component="a" href={`/api/consents/${consent.id}/print`} target="_blank" variant="subtle" size="compact-sm">
          Print it
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => setOnPaper(true)}>
          It was signed on paper
        </Button>
      </Group>
    </Stack>
  );
}
