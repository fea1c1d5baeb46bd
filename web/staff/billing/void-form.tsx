import { Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ClaimDetailReply } from '#server/billing/claims/claims.contract.ts';
import { VoidClaim, VoidedClaim } from '#server/billing/corrections/corrections.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { ChoiceField, FormEnd } from '../../ui/form/fields.tsx';
import { tell } from '../../ui/form/tell.ts';
import { changeWords, voidReasons } from './correction-words.ts';

/** Takes a claim back whole, with the reason, and says beforehand what becomes of its charges. */
export function VoidForm({ claim, onDone }: { readonly claim: ClaimDetailReply; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { form, submit, isPending, failure } = useContractForm({
    contract: VoidClaim,
    initial: { reason: claim.changed === null ? '' : 'not-given', because: changeWords(claim) },
    send: (body) => api.post(`/claims/${claim.id}/void`, VoidedClaim, body),
    onSent: ({ claimId, number, batchId }) => {
      tell(batchId === null ? `Void ${number} is built and goes with the next file.` : `Void ${number} is on the way.`);
      void queries.invalidateQueries({ queryKey: ['billing'] });
      onDone();
      void navigate({ to: '/billing/claims/$claimId' as never, params: { claimId } as never });
    },
  });
  const chosen = voidReasons.find(({ code }) => code === form.values.reason);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">{claim.voiding?.says}</Text>
        <ChoiceField label="Why it is taken back" required choices={voidReasons} {...form.getInputProps('reason')} />
        {chosen && (
          <Text size="sm" c="dimmed">
            {chosen.becomes}
          </Text>
        )}
        <TextInput
          label="In a few words"
          description="Stands in the story of both claims. It does not go to the payer."
          required
          autoComplete="off"
          {...form.getInputProps('because')}
        />
        <FormEnd failure={failure} isPending={isPending} label="Void this claim" onCancel={onDone} />
      </Stack>
    </form>
  );
}
