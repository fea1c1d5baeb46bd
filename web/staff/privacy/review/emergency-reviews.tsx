import { Badge, Checkbox, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { EmergenciesForReview, EmergencyVerdict, GivenVerdict, type EmergencyForReview } from '#server/privacy/break-glass/break-glass.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { useContractForm } from '../../../ui/form/contract-form.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { FormEnd } from '../../../ui/form/fields.tsx';
import { moment } from '../../../ui/format/words.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Facts } from '../../../ui/table/facts.tsx';
import { Lines, type Column } from '../../../ui/table/lines.tsx';
import { Panel } from '../../../ui/table/panel.tsx';

type Review = z.infer<typeof EmergencyForReview>;

const columns: readonly Column<Review>[] = [
  { label: 'Who', cell: ({ staffName }) => staffName },
  { label: 'Whose chart', cell: ({ patientName }) => patientName ?? 'A person out of your reach' },
  { label: 'Nature', cell: ({ nature }) => nature },
  { label: 'Opened', cell: ({ openedAt }) => moment(openedAt) },
  {
    label: 'Review',
    cell: ({ verdict, dueAt }) =>
      verdict ? (
        <Badge variant="light" color={verdict === 'appropriate' ? 'tide' : 'orange'}>
          {verdict.replace('-', ' ')}
        </Badge>
      ) : (
        `by ${moment(dueAt)}`
      ),
  },
];

function VerdictForm({ review, onDone }: { readonly review: Review; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const { form, submit, isPending, failure } = useContractForm({
    contract: EmergencyVerdict,
    initial: { verdict: 'appropriate' as 'appropriate' | 'not-appropriate', reason: '', opensIncident: false },
    prepare: (values) => values,
    send: (body: z.input<typeof EmergencyVerdict>) => api.post(`/emergencies/${review.id}/review`, GivenVerdict, body),
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['emergency-reviews'] });
      void queries.invalidateQueries({ queryKey: ['incidents'] });
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <SegmentedControl
          aria-label="Verdict"
          data={[
            { value: 'appropriate', label: 'Appropriate' },
            { value: 'not-appropriate', label: 'Not appropriate' },
          ]}
          {...form.getInputProps('verdict')}
        />
        <Textarea label="What you found" required={form.values.verdict === 'not-appropriate'} autosize minRows={3} {...form.getInputProps('reason')} />
        <Checkbox label="Open an incident" {...form.getInputProps('opensIncident', { type: 'checkbox' })} />
        <FormEnd failure={failure} isPending={isPending} label="Give the verdict" onCancel={onDone} />
      </Stack>
    </form>
  );
}

function FiveFacts({ review }: { readonly review: Review }) {
  return (
    <Facts
      facts={[
        ['Recipient', review.recipientName],
        ['Facility', review.recipientAffiliation],
        ['Discloser', review.discloserName],
        ['Date and time', moment(review.disclosedAt)],
        ['Nature of the emergency', review.nature],
        ['Passed on outside', review.toOutside ? 'Yes' : 'No'],
        ['Open', `${moment(review.openedAt)} to ${moment(review.endedAt ?? review.endsAt)}`],
        ['Reason of the verdict', review.reason],
      ]}
    />
  );
}

/** Emergency accesses that wait for a verdict, or had theirs. */
export function EmergencyReviews() {
  const [state, setState] = useState<'waiting' | 'reviewed'>('waiting');
  const [chosen, setChosen] = useState<Review | null>(null);
  const reviews = useQuery({ queryKey: ['emergency-reviews', state], queryFn: () => api.get('/emergency-reviews', EmergenciesForReview, { state }) });
  const close = () => setChosen(null);
  return (
    <Panel
      title="Emergency access"
      flush
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Which"
          value={state}
          onChange={(value) => setState(value === 'reviewed' ? 'reviewed' : 'waiting')}
          data={[
            { value: 'waiting', label: 'Waiting' },
            { value: 'reviewed', label: 'Reviewed' },
          ]}
        />
      }
    >
      <Loaded query={reviews} empty={state === 'waiting' ? 'No emergency access waits for review.' : 'None has been reviewed yet.'}>
        {({ items }) => (
          <Lines
            label="Emergency access"
            rows={items}
            columns={columns}
            keyOf={({ id }) => id}
            onOpen={setChosen}
            tone={({ verdict, dueAt }) => (!verdict && Date.parse(dueAt) < Date.now() ? 'attention' : undefined)}
          />
        )}
      </Loaded>
      <Dialog title="Emergency access" opened={chosen !== null} onClose={close}>
        {chosen && (
          <Stack gap="md">
            <FiveFacts review={chosen} />
            {!chosen.verdict && <VerdictForm review={chosen} onDone={close} />}
          </Stack>
        )}
      </Dialog>
    </Panel>
  );
}
