import { Button, Group, Select, SimpleGrid, TextInput, type SelectProps, type TextInputProps } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { phone } from '../format/words.ts';
import { Failed } from '../states/states.tsx';
import { states } from './us-states.ts';

/** A day as people type it; the value is YYYY-MM-DD or empty. */
export function DayField(props: TextInputProps) {
  return <TextInput type="date" min="1880-01-01" max="2200-01-01" {...props} />;
}

/** A telephone number; shown grouped once it is whole. */
export function PhoneField({ onBlur, ...props }: TextInputProps) {
  const value = typeof props.value === 'string' ? props.value : '';
  return <TextInput type="tel" inputMode="tel" autoComplete="off" placeholder="(253) 555-0100" {...props} value={phone(value)} onBlur={onBlur} />;
}

interface Choice {
  readonly code: string;
  readonly says: string;
}

/** One of a list of codes, shown by its words. Empty is null in Mantine and the empty string in our forms. */
export function ChoiceField({
  choices,
  value,
  onChange,
  ...props
}: Omit<SelectProps, 'data' | 'onChange'> & { readonly choices: readonly Choice[]; readonly onChange?: (code: string) => void }) {
  return (
    <Select
      data={choices.map(({ code, says }) => ({ value: code, label: says }))}
      value={value || null}
      onChange={(code) => onChange?.(code ?? '')}
      searchable={choices.length > 7}
      clearable={!props.required}
      {...props}
    />
  );
}

/** A postal address in the United States, under the name `at` of the form. */
// oxlint-disable-next-line typescript/no-explicit-any -- Mantine's own type for a form of any values
export function AddressFields({ form, at = 'address', required = false }: { readonly form: UseFormReturnType<any>; readonly at?: string; readonly required?: boolean }) {
  const field = (name: string) => form.getInputProps(`${at}.${name}`);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label="Street" autoComplete="off" required={required} {...field('line1')} />
        <TextInput label="Apartment or suite" autoComplete="off" {...field('line2')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm">
        <TextInput label="City" autoComplete="off" required={required} {...field('city')} />
        <Select
          label="State"
          data={states}
          searchable
          required={required}
          {...field('state')}
          value={(field('state').value as string) || null}
          onChange={(state) => field('state').onChange(state ?? '')}
        />
        <TextInput label="ZIP code" inputMode="numeric" autoComplete="off" required={required} {...field('zip')} />
      </SimpleGrid>
    </>
  );
}

interface FormEndProps {
  readonly failure: unknown;
  readonly isPending: boolean;
  readonly label: string;
  readonly onCancel?: () => void;
  readonly children?: ReactNode;
}

/** The end of every form: what went wrong, the way out, and the one button that sends. */
export function FormEnd({ failure, isPending, label, onCancel, children }: FormEndProps) {
  return (
    <>
      {failure ? <Failed error={failure} /> : null}
      <Group justify="flex-end" gap="sm" mt="xs">
        {children}
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button type="submit" loading={isPending}>
          {label}
        </Button>
      </Group>
    </>
  );
}
