import { Alert, Button, CopyButton, Group, Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { StartAdministration, StartedReply } from '#server/assessments/administrations/administrations.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { moment } from '../../ui/format/words.ts';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { useMyPrograms } from '../programs/program-queries.ts';
import { assessmentQueries } from './assessment-queries.ts';
import { handOver, linkOf } from './hand-over.ts';

interface StartFormProps {
  readonly patientId: string;
  /** Chosen already; empty for none. */
  readonly instrumentCode: string;
  readonly onDone: () => void;
}

type Values = { programId: string; instrumentCode: string; mode: 'staff' | 'tablet' | 'link'; answeredBy: 'patient' | 'clinician' | 'proxy'; reason: string };

function LinkMade({ address, expiresAt, onDone }: { readonly address: string; readonly expiresAt: string; readonly onDone: () => void }) {
  return (
    <Stack gap="sm">
      <Alert title="The link is ready">
        It opens these questions and nothing else, needs no account, and ends on {moment(expiresAt)} or when the answers are handed in. It is shown only now.
      </Alert>
      <TextInput label="Link" readOnly value={address} onFocus={({ currentTarget }) => currentTarget.select()} />
      <Group justify="flex-end">
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy the link'}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>Done</Button>
      </Group>
      <Text size="xs" c="dimmed">
        Send it in a way the patient agreed to. The answers appear in this chart as they are given.
      </Text>
    </Stack>
  );
}

const modes = [
  { value: 'staff', label: 'Here, with me', says: 'Read the questions aloud and enter the answers.' },
  { value: 'tablet', label: 'Hand this device over', says: 'You are signed out here; the patient sees the questions and nothing else.' },
  { value: 'link', label: 'By link', says: 'On the patient’s own phone, without an account.' },
] as const;

/** What is asked, how, and who answers. */
export function StartForm({ patientId, instrumentCode, onDone }: StartFormProps) {
  const programs = useMyPrograms();
  const refresh = useRefreshPatient(patientId);
  const navigate = useNavigate();
  const instruments = useQuery(assessmentQueries.instruments).data?.items ?? [];
  const [link, setLink] = useState<{ address: string; expiresAt: string }>();
  const [mode, setMode] = useState<Values['mode']>(instrumentCode === '' ? 'staff' : 'link');
  const { form, submit, isPending, failure } = useContractForm<typeof StartAdministration, Values, z.infer<typeof StartedReply>>({
    contract: StartAdministration,
    initial: { programId: '', instrumentCode, mode, answeredBy: 'patient', reason: '' },
    prepare: ({ reason, ...values }) => ({ ...values, mode, programId: values.programId || (programs[0]?.value ?? ''), ...(reason.trim() ? { reason } : {}) }),
    send: (body) => api.post(`/patients/${patientId}/assessments`, StartedReply, body),
    onSent: ({ id, token, expiresAt }) => {
      void refresh();
      if (token === null) void navigate({ to: `/assessments/${id}` });
      else if (mode === 'tablet') void handOver(token);
      else setLink({ address: linkOf(token), expiresAt: expiresAt ?? '' });
    },
  });
  if (link) return <LinkMade {...link} onDone={onDone} />;
  const chosen = instruments.find(({ code }) => code === form.values.instrumentCode);
  const pick = (code: string | null) => {
    const isRated = instruments.find((each) => each.code === code)?.bySelf === false;
    form.setValues({ instrumentCode: code ?? '', answeredBy: isRated ? 'clinician' : 'patient' });
    if (isRated) setMode('staff');
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label="Instrument"
          required
          searchable
          data={instruments.map(({ code, abbreviation, title }) => ({ value: code, label: `${abbreviation}, ${title}` }))}
          {...form.getInputProps('instrumentCode')}
          onChange={pick}
          value={form.values.instrumentCode || null}
          description={chosen ? `About ${chosen.minutes} minutes. ${chosen.validity}` : undefined}
        />
        <Radio.Group label="How" value={mode} onChange={(value) => setMode(value as Values['mode'])} error={form.errors['mode']}>
          <Stack gap={6} mt={4}>
            {modes.map(({ value, label, says }) => (
              <Radio key={value} value={value} label={label} description={says} disabled={value !== 'staff' && chosen?.bySelf === false} />
            ))}
          </Stack>
        </Radio.Group>
        <Select
          label="Who answers"
          allowDeselect={false}
          data={[
            { value: 'patient', label: 'The patient' },
            { value: 'clinician', label: 'A clinician rates' },
            { value: 'proxy', label: 'Somebody close to the patient' },
          ]}
          {...form.getInputProps('answeredBy')}
        />
        {programs.length > 1 && (
          <Select
            label="Program"
            data={programs}
            allowDeselect={false}
            {...form.getInputProps('programId')}
            value={form.values.programId || (programs[0]?.value ?? null)}
          />
        )}
        <Textarea
          label="Why again so soon"
          description="Only needed when it was answered within the time it looks back over"
          autosize
          minRows={1}
          {...form.getInputProps('reason')}
        />
        <FormEnd failure={failure} isPending={isPending} label={mode === 'link' ? 'Make the link' : mode === 'tablet' ? 'Hand over' : 'Begin'} onCancel={onDone} />
      </Stack>
    </form>
  );
}
