import { Stack, Text, Textarea } from '@mantine/core';
import { ChangeDocument, MadeDocument, MoveDocument, WithdrawDocument, type DocumentReply } from '#server/documents/documents/documents.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { PatientField } from '../patients/patient-field.tsx';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { ProgramField } from '../programs/program-field.tsx';
import { useMyPrograms } from '../programs/program-queries.ts';
import { FactFields } from './fact-fields.tsx';

interface FormProps {
  readonly document: DocumentReply;
  readonly onDone: () => void;
}

/** Changes what is said of a document. */
export function ChangeDocumentForm({ document, onDone }: FormProps) {
  const refresh = useRefreshPatient(document.patientId);
  const { title, category, dated, receivedHow, receiptBasis, fromWhom } = document;
  const { form, submit, isPending, failure } = useContractForm({
    contract: ChangeDocument,
    initial: { title, category, dated: dated ?? '', receivedHow, receiptBasis, fromWhom },
    prepare: (values) => ({ ...values, version: document.version }),
    send: (body) => api.patch(`/documents/${document.id}`, MadeDocument, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FactFields form={form} />
        <FormEnd failure={failure} isPending={isPending} label="Save" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** Moves a misfiled document to the chart where it belongs. */
export function MoveDocumentForm({ document, onDone }: FormProps) {
  const programs = useMyPrograms();
  const refresh = useRefreshPatient(document.patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: MoveDocument,
    initial: { patientId: '', programId: '', reason: '' },
    prepare: (values) => ({ ...values, programId: values.programId || (programs[0]?.value ?? ''), version: document.version }),
    send: (body) => api.post(`/documents/${document.id}/move`, MadeDocument, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">Its pages leave this chart. A line stays here that something was misfiled, without a word about whose it is.</Text>
        <PatientField
          label="Whose it is"
          required
          {...form.getInputProps('patientId')}
          value={form.values.patientId || null}
          onChange={(id) => form.setFieldValue('patientId', id ?? '')}
        />
        <ProgramField programs={programs} {...form.getInputProps('programId')} />
        <Textarea label="Why" required autosize minRows={2} {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Move it" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** Marks a document as entered in error. */
export function WithdrawDocumentForm({ document, onDone }: FormProps) {
  const refresh = useRefreshPatient(document.patientId);
  const { form, submit, isPending, failure } = useContractForm({
    contract: WithdrawDocument,
    initial: { reason: '' },
    prepare: (values) => ({ ...values, version: document.version }),
    send: (body) => api.post(`/documents/${document.id}/withdrawal`, MadeDocument, body),
    onSent: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">It leaves the list and stays in the record.</Text>
        <Textarea label="Why" required autosize minRows={2} {...form.getInputProps('reason')} />
        <FormEnd failure={failure} isPending={isPending} label="Entered in error" onCancel={onDone} />
      </Stack>
    </form>
  );
}
