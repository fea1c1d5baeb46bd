import { Text, Textarea } from '@mantine/core';
import { ChangeDocument, MadeDocument, MoveDocument, type DocumentReply } from '#server/documents/documents/documents.contract.ts';
import { api } from '../../ui/api/api.ts';
import { PatientField } from '../patients/patient-field.tsx';
import { ProgramField } from '../programs/program-field.tsx';
import { useMyPrograms } from '../programs/program-queries.ts';
import { ChartForm, useChartForm } from '../records/chart-form.tsx';
import { FactFields } from './fact-fields.tsx';

interface FormProps {
  readonly document: DocumentReply;
  readonly onDone: () => void;
}

/** Changes what is said of a document. */
export function ChangeDocumentForm({ document, onDone }: FormProps) {
  const { title, category, dated, receivedHow, receiptBasis, fromWhom } = document;
  const sent = useChartForm({
    patientId: document.patientId,
    onDone,
    contract: ChangeDocument,
    initial: { title, category, dated: dated ?? '', receivedHow, receiptBasis, fromWhom },
    prepare: (values) => ({ ...values, version: document.version }),
    send: (body) => api.patch(`/documents/${document.id}`, MadeDocument, body),
  });
  const { form } = sent;
  return (
    <ChartForm of={sent} label="Save" onCancel={onDone}>
      <FactFields form={form} />
    </ChartForm>
  );
}

/** Moves a misfiled document to the chart where it belongs. */
export function MoveDocumentForm({ document, onDone }: FormProps) {
  const programs = useMyPrograms();
  const sent = useChartForm({
    patientId: document.patientId,
    onDone,
    contract: MoveDocument,
    initial: { patientId: '', programId: '', reason: '' },
    prepare: (values) => ({ ...values, programId: values.programId || (programs[0]?.value ?? ''), version: document.version }),
    send: (body) => api.post(`/documents/${document.id}/move`, MadeDocument, body),
  });
  const { form } = sent;
  return (
    <ChartForm of={sent} label="Move it" onCancel={onDone}>
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
    </ChartForm>
  );
}
