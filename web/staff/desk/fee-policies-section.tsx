import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FeePolicies, type ProgramFees } from '#server/desk/fee-policies/fee-policies.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { day, moment } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { FeePolicyForm } from './fee-policy-form.tsx';

type Held = NonNullable<ProgramFees['inForce']>;

function Policy({ held, when }: { readonly held: Held; readonly when: string }) {
  const by = held.decidedAt === null ? held.reason : `${held.reason} (${[held.decidedBy, moment(held.decidedAt)].filter(Boolean).join(', ')})`;
  return (
    <div>
      <Text size="sm">
        <strong>{when}:</strong> {held.says}
      </Text>
      <Text size="xs" c="dimmed">
        {by}
      </Text>
    </div>
  );
}

function OneProgram({ fees, onDecide }: { readonly fees: ProgramFees; readonly onDecide: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const { programName, inForce, coming, former } = fees;
  return (
    <Panel
      title={programName}
      actions={
        <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} aria-label={`Change the fees of ${programName}`} onClick={onDecide}>
          Change…
        </Button>
      }
    >
      <Stack gap="xs">
        {inForce ? <Policy held={inForce} when={`Since ${day(inForce.validFrom)}`} /> : <Text size="sm">Nothing is asked for: no fee has been decided.</Text>}
        {coming.map((held) => (
          <Policy key={`${held.validFrom}${held.decidedAt ?? ''}`} held={held} when={`From ${day(held.validFrom)}`} />
        ))}
        {former.length > 0 && (
          <Group>
            <Button size="compact-xs" variant="subtle" color="gray" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? 'Hide what was decided before' : `What was decided before (${former.length})`}
            </Button>
          </Group>
        )}
        {isOpen && former.map((held) => <Policy key={`${held.validFrom}${held.decidedAt ?? ''}`} held={held} when={`For ${day(held.validFrom)}`} />)}
      </Stack>
    </Panel>
  );
}

/** What each program asks for a missed or late cancelled visit, since when and by whose decision; whom nobody may charge. */
export function FeePoliciesSection() {
  const policies = useQuery({ queryKey: ['fee-policies'], queryFn: () => api.get('/fee-policies', FeePolicies) });
  const [deciding, setDeciding] = useState<ProgramFees | null>(null);
  const close = () => setDeciding(null);
  return (
    <Stack gap="md" maw={860}>
      <Text size="sm">The desk sees what a missed visit costs before it says so, and posts or waives it. Tell patients in writing beforehand what holds here.</Text>
      <Loaded query={policies} empty="No program yet. Add one under Programs.">
        {({ items, neverCharged }) => (
          <Stack gap="md">
            {items.map((fees) => (
              <OneProgram key={fees.programId} fees={fees} onDecide={() => setDeciding(fees)} />
            ))}
            <Panel title="Never charged, whatever is decided here">
              <Stack gap="xs">
                {neverCharged.map(({ says, source, verifiedOn }) => (
                  <div key={says}>
                    <Text size="sm">{says}</Text>
                    <Text size="xs" c="dimmed">
                      {source}. {verifiedOn === null ? 'Not verified at its source yet.' : `Read at its source on ${day(verifiedOn)}.`}
                    </Text>
                  </div>
                ))}
              </Stack>
            </Panel>
          </Stack>
        )}
      </Loaded>
      <Dialog title={deciding ? `Fees for missed visits: ${deciding.programName}` : ''} opened={deciding !== null} onClose={close}>
        {deciding && <FeePolicyForm fees={deciding} onDone={close} />}
      </Dialog>
    </Stack>
  );
}
