import { Checkbox, MultiSelect, SegmentedControl, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { demographicChoices } from '#server/patients/demographics/demographics.contract.ts';
import { AddressFields, ChoiceField, DayField, PhoneField } from '../../ui/form/fields.tsx';
import type { Registration } from './registration.ts';

type Form = UseFormReturnType<Registration>;
const grid = { base: 1, xs: 2, md: 3 };
const list = (choices: readonly { code: string; says: string }[]) => choices.map(({ code, says }) => ({ value: code, label: says }));

/** Name and birth date: enough to find somebody, or to begin a record. */
export function NameFields({ form }: { readonly form: Form }) {
  return (
    <SimpleGrid cols={grid} spacing="sm">
      <TextInput label="Given name" required autoComplete="off" {...form.getInputProps('givenName')} />
      <TextInput label="Middle name" autoComplete="off" {...form.getInputProps('middleName')} />
      <TextInput label="Family name" required autoComplete="off" {...form.getInputProps('familyName')} />
      <DayField label="Birth date" required {...form.getInputProps('birthDate')} />
      <TextInput
        label="Name to use"
        description="If not the given name"
        autoComplete="off"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('nameToUse')}
      />
      <ChoiceField label="Pronouns" choices={demographicChoices.pronouns} {...form.getInputProps('pronouns')} />
    </SimpleGrid>
  );
}

/** How to reach the person. */
export function ReachFields({ form }: { readonly form: Form }) {
  return (
    <>
      <SimpleGrid cols={grid} spacing="sm">
        <PhoneField label="Phone" {...form.getInputProps('phone')} />
        <div>
          <SegmentedControl
            mt={{ base: 0, xs: 24 }}
            fullWidth
            aria-label="Kind of phone"
            data={[
              { value: 'mobile', label: 'Mobile' },
              { value: 'home', label: 'Home' },
              { value: 'work', label: 'Work' },
            ]}
            {...form.getInputProps('phoneKind')}
          />
        </div>
        <TextInput label="Email" type="email" autoComplete="off" {...form.getInputProps('email')} />
      </SimpleGrid>
      <AddressFields form={form} />
    </>
  );
}

/** USCDI v3 demographics. Everything may stay open: a person is asked, not examined. */
export function AboutFields({ form }: { readonly form: Form }) {
  return (
    <>
      <SimpleGrid cols={grid} spacing="sm">
        <ChoiceField label="Sex assigned at birth" choices={demographicChoices.sexAtBirth} {...form.getInputProps('sexAtBirth')} />
        <ChoiceField label="Sex for insurance claims" choices={demographicChoices.administrativeSex} {...form.getInputProps('administrativeSex')} />
        <ChoiceField label="Gender identity" choices={demographicChoices.genderIdentity} {...form.getInputProps('genderIdentity')} />
        <ChoiceField label="Sexual orientation" choices={demographicChoices.sexualOrientation} {...form.getInputProps('sexualOrientation')} />
        <ChoiceField label="Preferred language" choices={demographicChoices.language} {...form.getInputProps('language')} />
        <MultiSelect label="Race" data={list(demographicChoices.race)} clearable {...form.getInputProps('race')} />
        <MultiSelect label="Ethnicity" data={list(demographicChoices.ethnicity)} clearable {...form.getInputProps('ethnicity')} />
      </SimpleGrid>
      <Checkbox label="Needs an interpreter" {...form.getInputProps('needsInterpreter', { type: 'checkbox' })} />
    </>
  );
}
