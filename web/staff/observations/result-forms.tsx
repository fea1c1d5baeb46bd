import { Autocomplete, Group, NativeSelect, SegmentedControl, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChangeResult, NewResult, ResultReply, type PanelReply } from '#server/observations/results/results.contract.ts';
import { api } from '../../ui/api/api.ts';
import type { ContractForm } from '../../ui/form/contract-form.ts';
import { tell } from '../../ui/form/tell.ts';
import { Waiting } from '../../ui/states/states.tsx';
import { documentQueries } from '../documents/document-queries.ts';
import { useMay } from '../identity/session.ts';
import { medicationQueries } from '../medications/medication-queries.ts';
import { ProgramField, useProgramsFor } from '../programs/program-field.tsx';
import { ChartForm, useChartForm, type OfChart } from '../records/chart-form.tsx';
import { teamQueries } from '../teams/team-queries.ts';
import { observationQueries } from './observation-queries.ts';
import { ResultValues } from './result-values.tsx';
import { asLocal, asMoment, typedFrom, valuesSent, type TypedValues } from './result-words.ts';

const empty = {
  collectedAt: '',
  receivedAt: '',
  laboratory: '',
  clia: '',
  method: 'presumptive',
  observed: '',
  documentId: '',
  orderedBy: '',
  note: '',
  values: {} as TypedValues,
};
type Typed = typeof empty;

/** The facts and values as they are sent. */
function said({ collectedAt, receivedAt, laboratory, clia, method, observed, documentId, orderedBy, note, values }: Typed, panel: PanelReply | undefined) {
  const ofScreen = panel?.kind === 'drug-screen' ? { method, isObserved: observed === '' ? null : observed === 'yes' } : {};
  return {
    collectedAt: asMoment(collectedAt),
    ...(receivedAt ? { receivedAt: asMoment(receivedAt) } : {}),
    laboratory,
    clia,
    ...ofScreen,
    documentId: documentId || null,
    orderedBy: orderedBy || null,
    note,
    values: valuesSent(panel, values),
  };
}

function DocumentField({ patientId, ...props }: { readonly patientId: string; readonly value: string; readonly onChange: (id: string) => void }) {
  const documents = useQuery(documentQueries.ofPatient(patientId));
  const filed = (documents.data?.items ?? []).filter(({ state }) => state === 'filed');
  if (filed.length === 0) return null;
  return (
    <Select
      label="Report"
      description="The document of this chart on which it came"
      clearable
      searchable
      data={filed.map(({ id, title }) => ({ value: id, label: title }))}
      value={props.value || null}
      onChange={(id) => props.onChange(id ?? '')}
    />
  );
}

/** Who asked for the test, so that they are called when it turns out critical. */
function OrderedByField({ form, programId }: { readonly form: ContractForm<Typed>['form']; readonly programId: string }) {
  const colleagues = useQuery(teamQueries.colleagues(programId));
  return (
    <Select
      label="Ordered by"
      description="Is called when a value is critical; empty, whoever answers for the patient is"
      clearable
      searchable
      data={(colleagues.data?.items ?? []).map(({ id, displayName, credential }) => ({ value: id, label: credential ? `${displayName}, ${credential}` : displayName }))}
      {...form.getInputProps('orderedBy')}
      value={form.values.orderedBy || null}
      onChange={(orderedBy) => form.setFieldValue('orderedBy', orderedBy ?? '')}
    />
  );
}

function ScreenFields({ form }: { readonly form: ContractForm<Typed>['form'] }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" style={{ alignItems: 'end' }}>
      <SegmentedControl
        aria-label="How it was tested"
        data={[
          { value: 'presumptive', label: 'Presumptive' },
          { value: 'definitive', label: 'Definitive' },
        ]}
        {...form.getInputProps('method')}
      />
      <NativeSelect
        label="Collection observed"
        data={[
          { value: '', label: 'not said' },
          { value: 'yes', label: 'observed' },
          { value: 'no', label: 'not observed' },
        ]}
        {...form.getInputProps('observed')}
      />
    </SimpleGrid>
  );
}

interface ResultFieldsProps {
  readonly form: ContractForm<Typed>['form'];
  readonly panel: PanelReply;
  readonly patientId: string;
  readonly programId: string;
}

function ResultFields({ form, panel, patientId, programId }: ResultFieldsProps) {
  const may = useMay();
  const mayMedications = may('medication.read');
  const results = useQuery(observationQueries.results(patientId));
  const medications = useQuery({ ...medicationQueries.list(patientId), enabled: mayMedications });
  const taken = medications.data?.items.filter(({ stoppedOn }) => stoppedOn === null).map(({ name }) => name);
  const known = results.data?.items ?? [];
  const choose = (laboratory: string) => {
    form.setFieldValue('laboratory', laboratory);
    const clia = known.find((each) => each.laboratory === laboratory)?.clia;
    if (clia) form.setFieldValue('clia', clia);
  };
  return (
    <>
      <Group grow align="start">
        <TextInput label="Collected" type="datetime-local" required {...form.getInputProps('collectedAt')} />
        <TextInput label="Received, empty for now" type="datetime-local" {...form.getInputProps('receivedAt')} />
      </Group>
      <Group grow align="start">
        <Autocomplete
          label="Laboratory"
          required
          data={[...new Set(known.map(({ laboratory }) => laboratory))]}
          {...form.getInputProps('laboratory')}
          onChange={choose}
        />
        <TextInput label="CLIA number" placeholder="05D0642827" autoComplete="off" {...form.getInputProps('clia')} />
      </Group>
      {panel.kind === 'drug-screen' && <ScreenFields form={form} />}
      {mayMedications && medications.isPending ? (
        <Waiting />
      ) : (
        <ResultValues
          panel={panel}
          values={form.values.values}
          taken={taken}
          errorOf={(path) => {
            const error = form.errors[path];
            return typeof error === 'string' ? error : undefined;
          }}
          onChange={(values) => form.setFieldValue('values', values)}
        />
      )}
      {form.errors['values'] && (
        <Text size="sm" c="var(--danger-words)" role="alert">
          {form.errors['values']}
        </Text>
      )}
      {may('document.read') && (
        <DocumentField patientId={patientId} value={form.values.documentId} onChange={(documentId) => form.setFieldValue('documentId', documentId)} />
      )}
      <OrderedByField form={form} programId={programId} />
      <Textarea label="Remark" autosize minRows={1} {...form.getInputProps('note')} />
    </>
  );
}

/** Writes down what a laboratory found. What is typed survives a reload. */
export function NewResultForm({ patientId, onDone }: OfChart) {
  const programs = useProgramsFor(patientId);
  const panels = useQuery(observationQueries.panels);
  const panelNamed = (code: string) => panels.data?.items.find((each) => each.code === code);
  const sent = useChartForm({
    patientId,
    onDone,
    contract: NewResult,
    initial: { ...empty, panel: '', programId: '' },
    keepAs: `result ${patientId}`,
    prepare: ({ panel, programId, ...typed }) => ({ panel, programId: programId || (programs[0]?.value ?? ''), ...said(typed, panelNamed(panel)) }),
    send: (body) => api.post(`/patients/${patientId}/results`, ResultReply, body),
    onSent: ({ panelName }) => tell(`${panelName} is kept and waits for review.`),
  });
  const { form } = sent;
  const panel = panelNamed(form.values.panel);
  return (
    <ChartForm of={sent} label="Write it down" onCancel={onDone}>
      <Select
        label="What was tested"
        required
        searchable
        allowDeselect={false}
        data={(panels.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        {...form.getInputProps('panel')}
        value={form.values.panel || null}
      />
      {panel && (
        <ResultFields
          form={form as unknown as ContractForm<Typed>['form']}
          panel={panel}
          patientId={patientId}
          programId={form.values.programId || (programs[0]?.value ?? '')}
        />
      )}
      {panel && <ProgramField programs={programs} {...form.getInputProps('programId')} />}
    </ChartForm>
  );
}

/** Corrects a result; what was written first stays in its history, and the correction is reviewed anew. */
export function ChangeResultForm({ result, panel, patientId, onDone }: OfChart & { readonly result: ResultReply; readonly panel: PanelReply }) {
  const { collectedAt, receivedAt, laboratory, clia, method, isObserved, documentId, orderedBy, note } = result;
  const sent = useChartForm({
    patientId,
    onDone,
    contract: ChangeResult,
    initial: {
      collectedAt: asLocal(collectedAt),
      receivedAt: asLocal(receivedAt),
      laboratory,
      clia,
      method: method ?? 'presumptive',
      observed: isObserved === null ? '' : isObserved ? 'yes' : 'no',
      documentId: documentId ?? '',
      orderedBy: orderedBy ?? '',
      note,
      values: typedFrom(result),
      reason: '',
    },
    prepare: ({ reason, ...typed }) => ({ version: result.version, reason, ...said(typed, panel) }),
    send: (body) => api.patch(`/results/${result.id}`, ResultReply, body),
  });
  const { form } = sent;
  return (
    <ChartForm of={sent} label="Save the correction" onCancel={onDone}>
      <ResultFields form={form as unknown as ContractForm<Typed>['form']} panel={panel} patientId={patientId} programId={result.programId} />
      <Textarea label="Why it is corrected" required autosize minRows={2} {...form.getInputProps('reason')} />
    </ChartForm>
  );
}
