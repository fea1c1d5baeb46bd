import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { CarePlan, type SealedPlan } from '#server/careplans/plans/plans.contract.ts';
import { api } from '../../ui/api/api.ts';
import { wordsOf } from '../../ui/api/problem.ts';
import { day, moment } from '../../ui/format/words.ts';
import { useMay } from '../identity/session.ts';
import { useShowPlan } from './use-plan-edits.ts';

function Words({ error }: { readonly error: unknown }) {
  if (!error) return null;
  return (
    <Alert color="orange" title="Before you can sign" role="alert">
      {[...new Set(wordsOf(error).lines)].map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </Alert>
  );
}

function SignHere({ plan, version }: { readonly plan: CarePlan; readonly version: SealedPlan }) {
  const show = useShowPlan(plan.patientId);
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const signing = useMutation({
    mutationFn: (body: { role: 'patient' | 'team'; outcome?: 'declined'; name?: string; reason?: string }) =>
      api.post(`/care-plans/${plan.id}/signatures`, CarePlan, { number: version.number, ...body }),
    onSuccess: show,
  });
  const isPatientDone = version.signatures.some(({ role }) => role === 'patient');
  return (
    <Stack gap="xs">
      {!isPatientDone && (
        <Group align="flex-end" gap="xs">
          <TextInput label="Patient signs by name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Button size="xs" disabled={!name.trim()} loading={signing.isPending} onClick={() => signing.mutate({ role: 'patient', name })}>
            Patient signs
          </Button>
          <TextInput label="Or why the patient declined" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Button
            size="xs"
            variant="default"
            disabled={!reason.trim() || !name.trim()}
            onClick={() => signing.mutate({ role: 'patient', outcome: 'declined', name, reason })}
          >
            Record it
          </Button>
        </Group>
      )}
      <Group>
        <Button size="compact-sm" variant="light" onClick={() => signing.mutate({ role: 'team' })}>
          Sign as one of the team
        </Button>
      </Group>
      <Words error={signing.error} />
    </Stack>
  );
}

function Version({ version }: { readonly version: SealedPlan }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        Version {version.number}, signed {moment(version.signedAt)} by {version.signedBy}; review due {day(version.reviewDue)}
      </Text>
      {!version.intact && (
        <Alert color="red" role="alert">
          This version no longer matches its digest. Tell the privacy officer.
        </Alert>
      )}
      {version.signatures.map(({ id, role, outcome, name, reason, signedAt }) => (
        <Text key={id} size="sm">
          {name} ({role}) {outcome} {moment(signedAt)}
          {reason && `: ${reason}`}
        </Text>
      ))}
    </div>
  );
}

/** Signing the plan, and the versions that were signed. */
export function PlanVersions({ plan, isSaved }: { readonly plan: CarePlan; readonly isSaved: boolean }) {
  const maySign = useMay()('note.sign');
  const show = useShowPlan(plan.patientId);
  const sealing = useMutation({ mutationFn: () => api.post(`/care-plans/${plan.id}/versions`, CarePlan, { version: plan.version }), onSuccess: show });
  const [latest] = plan.sealed;
  return (
    <Stack gap="sm">
      <Words error={sealing.error} />
      <Group>
        {maySign && (
          <Button onClick={() => sealing.mutate()} loading={sealing.isPending} disabled={!isSaved}>
            Sign the plan
          </Button>
        )}
        <Button variant="default" onClick={() => window.print()}>
          Print
        </Button>
      </Group>
      {plan.sealed.map((version) => (
        <Version key={version.id} version={version} />
      ))}
      {latest && maySign && <SignHere plan={plan} version={latest} />}
    </Stack>
  );
}
