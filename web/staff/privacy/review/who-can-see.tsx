import { useState } from 'react';
import { Panel } from '../../../ui/table/panel.tsx';
import { PurposeChoice, SightLines } from './sight-lines.tsx';

/** Who of the staff can see a person at this moment, and by which facts. */
export function WhoCanSeePanel({ patientId }: { readonly patientId: string }) {
  const [purpose, setPurpose] = useState('TREAT');
  return (
    <Panel title="Who can see this person" flush actions={<PurposeChoice value={purpose} onChange={setPurpose} />}>
      <SightLines patientId={patientId} kind="person" purpose={purpose} />
    </Panel>
  );
}
