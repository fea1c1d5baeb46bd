import { Alert, Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FindingAnswer, type AdministrationReply } from '#server/assessments/administrations/administrations.contract.ts';
import type { Item } from '#server/assessments/instruments/instrument.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { moment } from '../../ui/format/words.ts';
import { Failed } from '../../ui/states/states.tsx';
import { useMay } from '../identity/session.ts';
import { concernWords } from './assessment-words.ts';

type Finding = AdministrationReply['findings'][number];

function Act({ finding, onChange }: { readonly finding: Finding; readonly onChange: () => void }) {
  const { form, submit, isPending, failure } = useContractForm({
    contract: FindingAnswer,
    initial: { answer: '' },
    send: (body) => api.post(`/critical-findings/${finding.id}/answer`, undefined, body),
    onSent: onChange,
    keepAs: `finding:${finding.id}`,
  });
  return (
    <form onSubmit={submit} noValidate>
      {failure ? <Failed error={failure} /> : null}
      <Group align="flex-end" gap="xs">
        <Textarea label="What was done" autosize minRows={1} style={{ flex: 1 }} {...form.getInputProps('answer')} />
        <Button type="submit" loading={isPending}>
          Close it
        </Button>
      </Group>
    </form>
  );
}

/** Answers that somebody has to act on. What speaks of suicide is worked on the pathway and cannot be closed here. */
export function CriticalFindings({
  patientId,
  findings,
  items,
  onChange,
}: {
  readonly patientId: string;
  readonly findings: readonly Finding[];
  readonly items: readonly Item[];
  readonly onChange: () => void;
}) {
  const mayAct = useMay()('assessment.write');
  return findings.map((finding) => {
    const { id, at, concern, action, dueAt, answeredAt, answer } = finding;
    const question = items.find((item) => item.id === at)?.text;
    return (
      <Alert key={id} color={answeredAt ? 'gray' : 'red'} title={`${concernWords[concern]}: ${action}`}>
        <Stack gap={4}>
          {question && <Text size="sm">{question}</Text>}
          {answeredAt ? (
            <Text size="sm">
              {moment(answeredAt)}: {answer}
            </Text>
          ) : concern === 'suicide' ? (
            <Anchor component={Link} to={`/patients/${patientId}/assessments`} size="sm" fw={600}>
              Work the suicide-risk pathway
            </Anchor>
          ) : (
            <>
              <Text size="sm">Act by {moment(dueAt)}.</Text>
              {mayAct && <Act finding={finding} onChange={onChange} />}
            </>
          )}
        </Stack>
      </Alert>
    );
  });
}
