import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Coverage } from '#server/patients/coverage/coverage.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { day } from '../../ui/format/words.ts';
import { Empty, Failed, Waiting } from '../../ui/states/states.tsx';
import { Facts } from '../../ui/table/facts.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { CardPictures } from './card-pictures.tsx';
import { subscriberChoices, verifyChoices } from './choices.ts';
import { CoverageForm } from './coverage-form.tsx';
import { GuarantorsPanel } from './guarantors-panel.tsx';
import { patientQueries } from './patient-queries.ts';
import { usePayers } from './payer-choices.ts';
import { Verify } from './verify-coverage.tsx';

type CoverageReply = z.infer<typeof Coverage>;
const ranks = ['', 'Primary', 'Secondary', 'Tertiary'];

function verifiedWords(verified: CoverageReply['verified']): string {
  if (!verified) return 'not yet';
  const how = verifyChoices.find(({ code }) => code === verified.how)?.says.toLowerCase();
  return [day(verified.on), how, verified.byName, verified.note].filter(Boolean).join(', ');
}

function CoverageCard({ coverage, payer, onChange }: { readonly coverage: CoverageReply; readonly payer: string; readonly onChange: () => void }) {
  const may = useMay();
  const { subscriber } = coverage;
  return (
    <Panel
      title={`${payer}${coverage.planName ? `, ${coverage.planName}` : ''}`}
      actions={
        <Group gap={6} wrap="nowrap">
          <Badge variant="light" color={coverage.isActive ? 'tide' : 'gray'}>
            {coverage.isActive ? ranks[coverage.rank] : 'not active'}
          </Badge>
          {may('coverage.write') && (
            <Button size="compact-xs" variant="default" onClick={onChange}>
              Change
            </Button>
          )}
        </Group>
      }
    >
      <Stack gap="sm">
        <Facts
          facts={[
            ['Member number', coverage.memberId],
            ['Group', coverage.groupNumber],
            ['Patient is', subscriberChoices.find(({ code }) => code === coverage.relationship)?.says],
            ...(subscriber ? ([['Subscriber', `${subscriber.givenName} ${subscriber.familyName}, born ${day(subscriber.birthDate)}`]] as const) : []),
            ['Verified', verifiedWords(coverage.verified)],
            ['Valid', `${day(coverage.validFrom)} to ${coverage.validThrough ? day(coverage.validThrough) : 'open'}`],
          ]}
        />
        {coverage.isActive && may('coverage.write') && <Verify coverage={coverage} />}
        <CardPictures coverage={coverage} mayChange={may('coverage.write')} />
      </Stack>
    </Panel>
  );
}

/** Insurance in the order in which it pays, with the cards, and who answers for the rest. */
export function CoverageTab({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const coverages = useQuery(patientQueries.coverages(patientId));
  const payers = usePayers();
  const [doing, setDoing] = useState<CoverageReply | 'add' | null>(null);
  const close = () => setDoing(null);
  const items = (coverages.data?.items ?? []).toSorted((a, b) => Number(b.isActive) - Number(a.isActive) || a.rank - b.rank);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          Insurance pays in this order.
        </Text>
        {may('coverage.write') && (
          <Button size="compact-sm" onClick={() => setDoing('add')}>
            Add insurance
          </Button>
        )}
      </Group>
      {coverages.isPending && <Waiting />}
      {coverages.isError && <Failed error={coverages.error} retry={() => void coverages.refetch()} />}
      {coverages.data && items.length === 0 && <Empty>No insurance on record. Without one, the patient pays.</Empty>}
      {items.map((coverage) => (
        <CoverageCard
          key={coverage.id}
          coverage={coverage}
          payer={payers.find(({ code }) => code === coverage.payerId)?.says ?? 'Payer'}
          onChange={() => setDoing(coverage)}
        />
      ))}
      <GuarantorsPanel patientId={patientId} />
      <Dialog title={doing === 'add' ? 'Add insurance' : 'Change insurance'} opened={doing !== null} onClose={close} wide>
        {doing && (
          <CoverageForm
            patientId={patientId}
            coverage={doing === 'add' ? undefined : doing}
            nextRank={Math.min(3, items.filter(({ isActive }) => isActive).length + 1)}
            onDone={close}
          />
        )}
      </Dialog>
    </Stack>
  );
}
