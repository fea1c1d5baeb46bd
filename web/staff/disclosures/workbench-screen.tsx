import { Anchor, Grid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { RehearsalJson } from '#server/disclosures/packets/packets.contract.ts';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Empty, Page } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { patientQueries } from '../patients/patient-queries.ts';
import { AskForm } from './ask-form.tsx';
import type { Asked } from './asked.ts';
import { disclosureQueries } from './disclosure-queries.ts';
import { RehearsalView } from './rehearsal-view.tsx';
import { ReleaseBar } from './release-bar.tsx';
import { TreatingForm } from './treating-form.tsx';

type Shown = { readonly rehearsal: RehearsalJson; readonly asked: Asked };

function Result({ shown, patientId, onChecked }: { readonly shown: Shown | null; readonly patientId: string; readonly onChecked: () => void }) {
  if (!shown)
    return (
      <Panel title="What would go">
        <Empty>Choose ground, recipient and records. Nothing leaves before you release it.</Empty>
      </Panel>
    );
  const { rehearsal, asked } = shown;
  const unverified = rehearsal.withheld.some(({ reason }) => reason === 'NOT_TREATING');
  return (
    <Stack gap="md">
      {unverified && <TreatingForm partyId={asked.partyId} patientId={patientId} onDone={onChecked} />}
      <RehearsalView rehearsal={rehearsal}>
        <ReleaseBar key={rehearsal.packetId} rehearsal={rehearsal} />
      </RehearsalView>
    </Stack>
  );
}

/** The release workbench: choose, see exactly what would go and why the rest stays, release. */
export function WorkbenchScreen() {
  const { patientId = '' } = useParams({ strict: false }) as { patientId?: string };
  const banner = useQuery(patientQueries.banner(patientId));
  const lanes = useQuery(disclosureQueries.lanes);
  const [shown, setShown] = useState<Shown | null>(null);
  const clear = useCallback(() => setShown(null), []);
  return (
    <Page
      title="Release records"
      actions={
        <Anchor component={Link} to={`/patients/${patientId}/disclosures`} size="sm">
          {banner.data ? `${banner.data.name}, ${day(banner.data.birthDate)}, ${banner.data.mrn}` : 'Chart'}
        </Anchor>
      }
    >
      <Grid gap="md" align="start">
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Panel title="What is asked">
            <Loaded query={lanes}>
              {({ items }) => <AskForm patientId={patientId} lanes={items} onRehearsed={(rehearsal, asked) => setShown({ rehearsal, asked })} onChange={clear} />}
            </Loaded>
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Result shown={shown} patientId={patientId} onChecked={clear} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}
