import { Button, Checkbox, FileButton, Stack, Text } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { z } from 'zod';
import { NewDocument } from '#server/documents/documents/documents.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Problem } from '../../ui/api/problem.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { ProgramField, useProgramsFor } from '../programs/program-field.tsx';
import { titleFrom } from './document-words.ts';
import classes from './documents.module.css';
import { FactFields, noFacts } from './fact-fields.tsx';

const accepted = 'application/pdf,image/jpeg,image/png,image/webp';

function ChooseFile({ file, onFile }: { readonly file: File | null; readonly onFile: (file: File) => void }) {
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onFile(dropped);
  };
  return (
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      role="presentation"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <FileButton accept={accepted} onChange={(chosen) => chosen && onFile(chosen)} inputProps={{ 'aria-label': 'The file' }}>
        {(props) => (
          <Button variant="light" {...props}>
            {file ? 'Choose another file' : 'Choose a file or take a picture'}
          </Button>
        )}
      </FileButton>
      <Text size="sm" mt="xs" c="dimmed">
        {file ? file.name : 'PDF, JPEG, PNG or WebP, up to 15 MB. It may be dropped here.'}
      </Text>
    </div>
  );
}

/** Files a scan, a picture or a file in the chart. */
export function FileForm({ patientId, onDone }: { readonly patientId: string; readonly onDone: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const programs = useProgramsFor(patientId);
  const refresh = useRefreshPatient(patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: NewDocument,
    initial: { ...noFacts, programId: '', isMeant: false },
    prepare: ({ isMeant, programId, ...values }) => ({ ...values, isMeant: String(isMeant), programId: programId || (programs[0]?.value ?? '') }),
    send: async (body) => {
      if (!file) throw new Problem(422, { title: 'Choose a file first.' });
      await api.upload(`/patients/${patientId}/documents`, file, z.record(z.string(), z.string()).parse(body));
    },
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  const isDouble = form.errors['isMeant'] !== undefined || form.values.isMeant;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ChooseFile
          file={file}
          onFile={(chosen) => {
            setFile(chosen);
            if (form.values.title === '') form.setFieldValue('title', titleFrom(chosen.name));
          }}
        />
        <FactFields form={form} />
        <ProgramField programs={programs} {...form.getInputProps('programId')} />
        {isDouble && <Checkbox label="File it a second time" {...form.getInputProps('isMeant', { type: 'checkbox' })} />}
        <FormEnd failure={failure} isPending={isPending} label="File it" onCancel={onDone} />
      </Stack>
    </form>
  );
}
