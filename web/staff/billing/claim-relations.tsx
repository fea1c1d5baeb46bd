import { Alert, Anchor, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ClaimDetailReply } from '#server/billing/claims/claims.contract.ts';
import { day as dayWords, money } from '../../ui/format/words.ts';
import { frequencyWords } from './correction-words.ts';

function ClaimLink({ id, number }: { readonly id: string; readonly number: string }) {
  return (
    <Anchor component={Link} to={`/billing/claims/${id}`} size="sm" underline="always">
      {number}
    </Anchor>
  );
}

/** Which claim this one replaces or voids and why, and which one replaces or voids it. */
export function ClaimRelations({ claim }: { readonly claim: ClaimDetailReply }) {
  const { corrects, correctedWith, frequency, originalNumber, because } = claim;
  return (
    <>
      {corrects && (
        <Text size="sm">
          {frequencyWords(frequency)} of claim <ClaimLink {...corrects} />, which the payer knows as {originalNumber}
          {because && `: ${because}`}
        </Text>
      )}
      {correctedWith && (
        <Text size="sm">
          {correctedWith.frequency === '8' ? 'Voided with claim' : 'Replaced by claim'} <ClaimLink {...correctedWith} />
        </Text>
      )}
    </>
  );
}

/** What changed of the days of a claim since it was built, and what is to be done about it. */
export function ChangedOnClaim({ claim: { changed, amountCents } }: { readonly claim: ClaimDetailReply }) {
  if (!changed) return null;
  return (
    <Alert color="orange" title="Days of this claim have changed">
      <List size="sm" spacing={2}>
        {changed.days.map(({ day, says }) => (
          <List.Item key={day}>
            {dayWords(day)}: {says}
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {changed.says}
        {changed.becomesCents !== amountCents && ` It comes to ${money(changed.becomesCents)} instead of ${money(amountCents)}.`}
      </Text>
    </Alert>
  );
}
