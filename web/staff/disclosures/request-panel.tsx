import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { CloseRequest, Disagreement, ExtendRequest, RequestMade, type RequestJson } from '#server/disclosures/requests/requests.contract.ts';
import { api } from '../../ui/api/api.ts';
import { withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { day } from '../../ui/format/words.ts';
import { Facts } from '../../ui/table/facts.tsx';
import { useMay } from '../identity/session.ts';
import { useRefreshDisclosures } from './disclosure-queries.ts';
import { daysLeft, spoken } from './disclosure-words.ts';

interface FormProps {
  readonly request: RequestJson;
  readonly onDone: () => void;
}

function useSent(onDone: () => void): () => void {
  const refresh = useRefreshDisclosures();
  return () => {
    refresh();
    onDone();
  };
}

function CloseForm({ request, onDone }: FormProps) {
  const { form, submit, isPending, failure } = useContractForm({
    contract: CloseRequest,
    initial: { state: 'fulfilled', ground: '', answer: '' },
    prepare: (values) => withoutBlanks({ ...values, ground: values.state === 'denied' ? values.ground : '' }),
    keepAs: `request-closing:${request.id}`,
    send: (body) => api.post(`/patient-requests/${request.id}/closing`, undefined, body),
    onSent: useSent(onDone),
  });
  const states = ['fulfilled', ...(request.grounds.length > 0 ? ['denied'] : []), 'withdrawn'];
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select label="What came of it" data={states.map((state) => ({ value: state, label: spoken(state) }))} allowDeselect={false} {...form.getInputProps('state')} />
        {form.values.state === 'denied' && (
          <Select
            label="Ground"
            required
            data={request.grounds.map((ground) => ({ value: ground, label: spoken(ground) }))}
            {...form.getInputProps('ground')}
            value={form.values.ground || null}
          />
        )}
        <Textarea label="What was answered" required autosize minRows={3} {...form.getInputProps('answer')} />
        <FormEnd failure={failure} isPending={isPending} label="Close it" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function ExtendForm({ request, onDone }: FormProps) {
  const { form, submit, isPending, failure } = useContractForm({
    contract: ExtendRequest,
    initial: { reason: '' },
    keepAs: `request-extension:${request.id}`,
    send: (body) => api.post(`/patient-requests/${request.id}/extension`, RequestMade, body),
    onSent: useSent(onDone),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea
          label="Why it takes longer"
          description="The patient is told so in writing. There is one extension."
          required
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
        <FormEnd failure={failure} isPending={isPending} label="Extend it" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function DisagreementForm({ request, onDone }: FormProps) {
  const { form, submit, isPending, failure } = useContractForm({
    contract: Disagreement,
    initial: { words: '' },
    send: (body) => api.post(`/patient-requests/${request.id}/disagreement`, undefined, body),
    onSent: useSent(onDone),
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea
          label="The patient’s statement of disagreement"
          description="It goes along with what is released later."
          required
          autosize
          minRows={3}
          {...form.getInputProps('words')}
        />
        <FormEnd failure={failure} isPending={isPending} label="Keep it" onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** One request: what was asked, until when, and its end. */
export function RequestPanel({ request, onDone }: FormProps) {
  const may = useMay();
  const [doing, setDoing] = useState<'close' | 'extend'>('close');
  const { state, kind, extendedOn, dueOn, details, answer, ground, disagreement } = request;
  const isOpen = state === 'open';
  return (
    <Stack gap="md">
      <Facts
        facts={[
          ['Patient', request.patientName],
          ['Received', day(request.receivedOn)],
          ['Due', isOpen ? `${day(dueOn)}, ${daysLeft(request.daysLeft)}` : day(dueOn)],
          ['State', spoken(state)],
          ['Asked', details],
          ...(isOpen
            ? []
            : ([
                ['Answered', answer],
                ['Ground', ground ? spoken(ground) : ''],
                ['Disagreement', disagreement],
              ] as const)),
        ]}
      />
      {isOpen && may('disclosure.release') && (
        <>
          {!extendedOn && kind !== 'intermediary-list' && (
            <Group>
              <Button size="compact-sm" variant="light" onClick={() => setDoing(doing === 'close' ? 'extend' : 'close')}>
                {doing === 'close' ? 'It takes longer' : 'Close it instead'}
              </Button>
            </Group>
          )}
          {doing === 'close' ? <CloseForm request={request} onDone={onDone} /> : <ExtendForm request={request} onDone={onDone} />}
        </>
      )}
      {kind === 'amendment' && state === 'denied' && !disagreement && may('disclosure.release') && <DisagreementForm request={request} onDone={onDone} />}
    </Stack>
  );
}
