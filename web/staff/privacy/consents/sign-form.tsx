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
    second: 'Who signs beside them',
    secondName: 'Full name of the second person',
    both: 'Where the law asks a parent to agree to the care, parent and minor both sign.',
  },
  es: {
    who: 'Quién firma',
    name: 'Nombre completo',
    pen: 'Firme aquí, con el dedo o el ratón',
    none: '¿No puede dibujar? Vale el nombre escrito.',
    clear: 'Borrar',
    sign: 'Lo he leído y estoy de acuerdo',
    second: 'Quién firma además',
    secondName: 'Nombre completo de la segunda persona',
    both: 'Donde la ley exige que el padre o la madre acepte la atención, firman ambos.',
  },
} as const;

/** Minors and parents may have to sign together; everybody else signs alone (42 CFR 2.14). */
const besides: Readonly<Record<string, readonly string[]>> = { 'minor-patient': ['parent', 'guardian'], parent: ['minor-patient'], guardian: ['minor-patient'] };

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
    initial: { name: '', signer: 'patient', secondSigner: '', secondName: '' },
    prepare: ({ name, signer, secondSigner, secondName }) => ({
      signatures: [
        { signer, name, drawing: drawing === '' ? null : drawing },
        ...(besides[signer]?.includes(secondSigner) ? [{ signer: secondSigner, name: secondName, drawing: null }] : []),
      ],
    }),
    send: (body) => api.post(`/consents/${consent.id}/signature`, undefined, body),
    onSent: () => {
      tell('The consent is signed.');
      onDone();
    },
  });
  const second = signerChoices[consent.language].filter(({ value }) => besides[form.values.signer]?.includes(value));
  if (onPaper) return <PaperForm consent={consent} onDone={onDone} onCancel={() => setOnPaper(false)} />;
  return (
    <Stack gap="lg">
      <ConsentText consent={consent} />
      <form onSubmit={submit} noValidate lang={consent.language}>
        <Stack gap="sm">
          <Select
            label={own.who}
            data={signerChoices[consent.language]}
            allowDeselect={false}
            {...form.getInputProps('signer')}
            error={form.errors['signatures.0.signer']}
          />
          <TextInput label={own.name} autoComplete="off" required {...form.getInputProps('name')} error={form.errors['signatures.0.name'] ?? form.errors['name']} />
          {second.length > 0 && (
            <>
              <Select label={own.second} description={own.both} data={second} clearable {...form.getInputProps('secondSigner')} />
              {second.some(({ value }) => value === form.values.secondSigner) && (
                <TextInput label={own.secondName} autoComplete="off" required {...form.getInputProps('secondName')} error={form.errors['signatures.1.name']} />
              )}
            </>
          )}
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
