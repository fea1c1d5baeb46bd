import { Button, Fieldset, Select, SimpleGrid, Stack, TextInput, type SelectProps } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { AddressFields, PhoneField } from '../../ui/form/fields.tsx';

/** Time zones of the world, those of the United States first. */
export function TimeZoneField(props: Omit<SelectProps, 'data'>) {
  const american = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu'];
  return (
    <Select
      label="Time zone"
      searchable
      data={[
        { group: 'United States', items: american },
        { group: 'All', items: Intl.supportedValuesOf('timeZone').filter((zone) => !american.includes(zone)) },
      ]}
      {...props}
    />
  );
}

interface SiteFieldsProps {
  // oxlint-disable-next-line typescript/no-explicit-any -- Mantine's own type for a form of any values
  readonly form: UseFormReturnType<any>;
  readonly at: string;
  readonly onRemove?: () => void;
}

/** One site under the name `at` of the form; the empty text is the form itself. */
export function SiteFields({ form, at, onRemove }: SiteFieldsProps) {
  const path = (name: string) => (at ? `${at}.${name}` : name);
  return (
    <Fieldset legend={onRemove ? 'Site' : undefined} variant={onRemove ? 'default' : 'unstyled'}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label="Name of the site" required {...form.getInputProps(path('name'))} />
          <TimeZoneField required {...form.getInputProps(path('timeZone'))} />
          <PhoneField label="Phone" {...form.getInputProps(path('phone'))} />
          <TextInput label="NPI, if it has its own" {...form.getInputProps(path('npi'))} />
        </SimpleGrid>
        <AddressFields form={form} at={path('address')} required />
        {onRemove && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onRemove}>
            Remove this site
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}
