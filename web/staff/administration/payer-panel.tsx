import { Stack, Text } from '@mantine/core';
import type { PayerReply } from '#server/billing/payers/payers.contract.ts';
import { day } from '../../ui/format/words.ts';
import { Panel } from '../../ui/table/panel.tsx';
import { Fees } from './fees.tsx';
import { PayerChangeForm, RuleForm } from './payer-forms.tsx';
import { traineeWords } from './payer-words.ts';

type Rule = PayerReply['rules'][number];

/** What a payer asked of claims at a time, in one sentence. */
function ruleWords({ filingDays, videoModifier, audioModifier, traineePolicy, source }: Rule): string {
  const modifiers = [videoModifier && `video ${videoModifier}`, audioModifier && `audio ${audioModifier}`].filter(Boolean).join(', ');
  return [`${filingDays} days to file`, modifiers, traineeWords[traineePolicy], source].filter(Boolean).join('; ');
}

/** One payer: its name, what it allows, what it asks of claims, and since when. */
export function PayerPanel({ payer, onDone }: { readonly payer: PayerReply; readonly onDone: () => void }) {
  return (
    <Stack gap="md">
      <PayerChangeForm payer={payer} onDone={onDone} />
      <Panel title="What it allows">
        <Fees payer={payer} />
      </Panel>
      <Panel title="What it asks of claims">
        <Stack gap={6}>
          {payer.rules.map((rule) => (
            <div key={rule.validFrom}>
              <Text size="sm" fw={rule.validTo ? 400 : 600}>
                From {day(rule.validFrom)}
                {rule.validTo ? ` to ${day(rule.validTo)}` : ''}
              </Text>
              <Text size="xs" c="dimmed">
                {ruleWords(rule)}
              </Text>
            </div>
          ))}
        </Stack>
      </Panel>
      {payer.days.length > 0 && (
        <Panel title="How it pays days" says="Where it differs from the general rule. These come with the product's content.">
          <Stack gap={6}>
            {payer.days.map(({ says, levels, source, validFrom, validTo }) => (
              <div key={`${says}${validFrom}`}>
                <Text size="sm">{says}</Text>
                <Text size="xs" c="dimmed">
                  {levels.join(', ')}; from {day(validFrom)}
                  {validTo ? ` to ${day(validTo)}` : ''}; {source}
                </Text>
              </div>
            ))}
          </Stack>
        </Panel>
      )}
      <Panel title="Start other rules" says="From a day on. What was done before is claimed by the rules of its day.">
        <RuleForm payer={payer} onDone={onDone} />
      </Panel>
    </Stack>
  );
}
