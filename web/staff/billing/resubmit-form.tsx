import { Anchor, List, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ClaimDetailReply } from '#server/billing/claims/claims.contract.ts';
import { ResubmitClaim, ResubmittedClaim, type ResubmittedClaimReply } from '#server/billing/corrections/corrections.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { changeWords } from './correction-words.ts';

/** What the biller hears of a claim that was sent again. */
function wordsFor({ number, batchId, holds }: ResubmittedClaimReply): string {
  if (number === null) return `Not sent. ${holds.map(({ says }) => says).join(' ')}`;
  return batchId === null ? `Claim ${number} is built and goes with the next file.` : `Claim ${number} is on the way.`;
}

/** Corrects the numbers on a claim and sends it again; all else is corrected where it is kept. */
export function ResubmitForm({ claim, onDone }: { readonly claim: ClaimDetailReply; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const asksReason = claim.resubmission?.frequency === '7';
  const { form, submit, isPending, failure } = useContractForm({
    contract: ResubmitClaim,
    initial: { reason: changeWords(claim), priorAuthorization: claim.priorAuthorization ?? '', referralNumber: claim.referralNumber ?? '' },
    // An emptied number is a correction too, so nothing is left out but a reason that nobody asks for.
    prepare: ({ reason, ...values }) => (asksReason || reason !== '' ? { reason, ...values } : values),
    send: (body) => api.post(`/claims/${claim.id}/resubmission`, ResubmittedClaim, body),
    onSent: (reply) => {
      tell(wordsFor(reply));
      void queries.invalidateQueries({ queryKey: ['billing'] });
      onDone();
      if (reply.claimId) void navigate({ to: '/billing/claims/$claimId' as never, params: { claimId: reply.claimId } as never });
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {claim.lastEvent && <Text size="sm">{claim.lastEvent}.</Text>}
        <Text size="sm">{claim.resubmission?.says}</Text>
        {claim.frequency !== '8' && (
          <>
            <Text size="sm" c="dimmed">
              First correct what was wrong where it is kept; the claim takes it from there:
            </Text>
            <List size="sm" spacing={2}>
              <List.Item>
                Member number, subscriber, birth date and address in{' '}
                <Anchor size="sm" href={`/patients/${claim.patientId}`}>
                  the chart of {claim.patientName}
                </Anchor>
              </List.Item>
              <List.Item>NPI and licences of the clinician, and the payer’s rules, under Administration</List.Item>
            </List>
            {asksReason && (
              <TextInput
                label="What is corrected, and why"
                description="Stands in the story of both claims. It does not go to the payer."
                required
                autoComplete="off"
                {...form.getInputProps('reason')}
              />
            )}
            <TextInput label="Prior authorization number" autoComplete="off" {...form.getInputProps('priorAuthorization')} />
            <TextInput label="Referral number" autoComplete="off" {...form.getInputProps('referralNumber')} />
          </>
        )}
        <FormEnd failure={failure} isPending={isPending} label="Send again" onCancel={onDone} />
      </Stack>
    </form>
  );
}
