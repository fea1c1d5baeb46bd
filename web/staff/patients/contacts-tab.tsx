import { Badge, Button, Grid, Group, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Contact } from '#server/patients/contacts/contacts.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { tellProblem } from '../../ui/form/tell.ts';
import { phone } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { saysOf } from './choices.ts';
import { CommunicationPanel } from './communication-panel.tsx';
import { ContactForm } from './contact-form.tsx';
import { patientQueries, useRefreshPatient } from './patient-queries.ts';

type ContactReply = z.infer<typeof Contact>;

function Permissions({ contact }: { readonly contact: ContactReply }) {
  const allowed = [contact.mayLeaveMessage && 'message', contact.mayDiscussCare && 'talk about care'].filter(Boolean);
  if (!contact.mayContact)
    return (
      <Badge size="sm" color="red" variant="light">
        do not contact
      </Badge>
    );
  return (
    <Group gap={4}>
      {allowed.length > 0 ? (
        allowed.map((what) => (
          <Badge key={String(what)} size="sm" variant="light">
            {what}
          </Badge>
        ))
      ) : (
        <Badge size="sm" variant="light" color="gray">
          contact only
        </Badge>
      )}
    </Group>
  );
}

const columns: readonly Column<ContactReply>[] = [
  { label: 'Name', cell: ({ name }) => name },
  { label: 'Is', cell: ({ relationship, kind }) => `${saysOf('relationship', relationship)}, ${kind.replace('-', ' ')}` },
  { label: 'Phone', cell: (contact) => phone(contact.phone) },
  { label: 'May', cell: (contact) => <Permissions contact={contact} /> },
];

const isEnded = ({ endedAt }: ContactReply) => endedAt !== null;

/** People around the patient with what may be said to them, and how the patient asks to be reached. */
export function ContactsTab({ patientId }: { readonly patientId: string }) {
  const may = useMay();
  const contacts = useQuery(patientQueries.contacts(patientId));
  const refresh = useRefreshPatient(patientId);
  const [doing, setDoing] = useState<ContactReply | 'add' | null>(null);
  const close = () => setDoing(null);
  const end = useMutation({ mutationFn: (id: string) => api.del(`/contacts/${id}`), onSuccess: () => refresh().then(close), onError: tellProblem });
  const mayWrite = may('patient.register');
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Panel
          title="People"
          flush
          actions={
            mayWrite && (
              <Button size="compact-xs" variant="light" onClick={() => setDoing('add')}>
                Add
              </Button>
            )
          }
        >
          <Loaded query={contacts} empty="Nobody on record. An emergency contact is worth asking for." isEmpty={({ items }) => items.every(isEnded)}>
            {({ items }) => (
              <Lines
                label="People around the patient"
                rows={items.filter((contact) => !isEnded(contact))}
                columns={columns}
                keyOf={({ id }) => id}
                {...(mayWrite ? { onOpen: setDoing } : {})}
              />
            )}
          </Loaded>
        </Panel>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <CommunicationPanel patientId={patientId} />
      </Grid.Col>
      <Dialog title={doing === 'add' ? 'Add a person' : 'Change a person'} opened={doing !== null} onClose={close}>
        {doing && (
          <Stack>
            <ContactForm patientId={patientId} contact={doing === 'add' ? undefined : doing} onDone={close} />
            {doing !== 'add' && (
              <Button variant="subtle" color="red" loading={end.isPending} onClick={() => end.mutate(doing.id)}>
                This person is no longer a contact
              </Button>
            )}
          </Stack>
        )}
      </Dialog>
    </Grid>
  );
}
