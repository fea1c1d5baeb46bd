import { Badge, Button, Group, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconRefresh } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ClaimDetailReply } from '#server/billing/claims/claims.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { useMay } from '../identity/session.ts';
import { claimStates, toneColours } from './claim-states.ts';
import { ResubmitForm } from './resubmit-form.tsx';
import { VoidForm } from './void-form.tsx';

interface ActProps {
  readonly label: string;
  readonly icon: ReactNode;
  /** Why it cannot be done now; the button stays in sight and says so. */
  readonly obstacle: string | null;
  readonly isMain: boolean;
  readonly onStart: () => void;
}

function Act({ label, icon, obstacle, isMain, onStart }: ActProps) {
  return (
    <Tooltip label={obstacle} disabled={obstacle === null} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
      <Button
        variant={isMain ? 'filled' : 'default'}
        leftSection={icon}
        data-disabled={obstacle !== null || undefined}
        aria-disabled={obstacle !== null}
        onClick={() => obstacle === null && onStart()}
      >
        {label}
      </Button>
    </Tooltip>
  );
}

const isCalm = ({ state, changed }: ClaimDetailReply) => changed === null && (state === 'paid' || state === 'accepted' || state === 'voided');

/** The state, and what can be done about a claim that came back or that a payer has taken. */
export function ClaimActs({ claim }: { readonly claim: ClaimDetailReply }) {
  const [open, setOpen] = useState<'correct' | 'void'>();
  const may = useMay();
  const { label, tone } = claimStates[claim.state];
  const { resubmission, voiding, changed } = claim;
  const close = () => setOpen(undefined);
  return (
    <Group gap="sm">
      <Badge size="lg" variant="light" color={toneColours[tone]}>
        {label}
      </Badge>
      {resubmission && may('claim.write') && (
        <Act
          label={
            { '1': claim.state === 'voided' ? 'Bill again' : 'Correct and send again', '7': 'Correct and send again', '8': 'Send the void again' }[resubmission.frequency]
          }
          icon={<IconRefresh size={16} />}
          obstacle={resubmission.obstacle}
          isMain={!isCalm(claim) && changed?.act !== 'void'}
          onStart={() => setOpen('correct')}
        />
      )}
      {voiding && may('claim.write') && (
        <Act label="Void" icon={<IconArrowBackUp size={16} />} obstacle={voiding.obstacle} isMain={changed?.act === 'void'} onStart={() => setOpen('void')} />
      )}
      <Dialog title={`Correct claim ${claim.number}`} opened={open === 'correct'} onClose={close}>
        <ResubmitForm claim={claim} onDone={close} />
      </Dialog>
      <Dialog title={`Void claim ${claim.number}`} opened={open === 'void'} onClose={close}>
        <VoidForm claim={claim} onDone={close} />
      </Dialog>
    </Group>
  );
}
