import { Badge, Button, Stack, Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { MadeSite, NewSite, SiteChanges, type SiteReply } from '#server/identity/sites/sites.contract.ts';
import { api } from '../../ui/api/api.ts';
import { blanksAsNull, filledFrom, withoutBlanks } from '../../ui/form/blanks.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { FormEnd } from '../../ui/form/fields.tsx';
import { phone } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Lines } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { SiteFields } from '../identity/site-fields.tsx';
import { useMe } from '../identity/session.ts';
import { addressLine } from '../patients/choices.ts';
import { administrationQueries } from './choices.ts';

function SiteForm({ site, onDone }: { readonly site: SiteReply | undefined; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const { organisation } = useMe();
  const { form, submit, isPending, failure } = useContractForm({
    contract: (site ? SiteChanges : NewSite) as z.ZodType<object, object>,
    initial: filledFrom(
      { name: '', phone: '', npi: '', timeZone: organisation.timeZone, active: true, address: { line1: '', line2: '', city: '', state: '', zip: '' } },
      site,
    ),
    prepare: ({ active, ...values }) => (site ? { ...blanksAsNull(values), active } : withoutBlanks(values)),
    send: async (body) => {
      if (site) await api.patch(`/sites/${site.id}`, undefined, body);
      else await api.post('/sites', MadeSite, body);
    },
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ['sites'] });
      onDone();
    },
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <SiteFields form={form} at="" />
        {site && <Switch label="Open" {...form.getInputProps('active', { type: 'checkbox' })} />}
        <FormEnd failure={failure} isPending={isPending} label={site ? 'Save' : 'Open the site'} onCancel={onDone} />
      </Stack>
    </form>
  );
}

/** Where the organisation works. */
export function SitesSection() {
  const sites = useQuery(administrationQueries.sites);
  const [doing, setDoing] = useState<SiteReply | 'add' | null>(null);
  const close = () => setDoing(null);
  return (
    <Panel
      title="Sites"
      flush
      actions={
        <Button size="compact-sm" onClick={() => setDoing('add')}>
          Open a site
        </Button>
      }
    >
      <Loaded query={sites} empty="No site yet.">
        {({ items }) => (
          <Lines
            label="Sites"
            rows={items}
            columns={[
              { label: 'Site', cell: ({ name }) => name },
              { label: 'Address', cell: ({ address }) => addressLine(address) },
              { label: 'Phone', cell: (site) => phone(site.phone) },
              { label: 'Time zone', cell: ({ timeZone }) => timeZone, wide: true },
              {
                label: 'Standing',
                cell: ({ active }) =>
                  active ? null : (
                    <Badge size="sm" color="gray" variant="light">
                      closed
                    </Badge>
                  ),
              },
            ]}
            keyOf={({ id }) => id}
            onOpen={setDoing}
            tone={({ active }) => (active ? undefined : 'past')}
          />
        )}
      </Loaded>
      <Dialog title={doing === 'add' ? 'Open a site' : (doing?.name ?? '')} opened={doing !== null} onClose={close}>
        {doing && <SiteForm site={doing === 'add' ? undefined : doing} onDone={close} />}
      </Dialog>
    </Panel>
  );
}
