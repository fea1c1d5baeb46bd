import { Button, Group, PasswordInput, SimpleGrid, Stack, Stepper, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { FirstRun } from '#server/identity/set-up/set-up.contract.ts';
import { SignInState } from '#server/identity/sign-in/sign-in.contract.ts';
import { api } from '../../ui/api/api.ts';
import { useContractForm } from '../../ui/form/contract-form.ts';
import { AddressFields, PhoneField } from '../../ui/form/fields.tsx';
import { Failed } from '../../ui/states/states.tsx';
import { Harbor } from './harbor.tsx';
import { useNewSession } from './session.ts';
import { codeInAddress, complaintsOfStep, emptyFirstRun, emptySite, firstRunBody, firstStepWith, type FirstRunValues } from './set-up.ts';
import { SiteFields, TimeZoneField } from './site-fields.tsx';

type Form = ReturnType<typeof useContractForm<typeof FirstRun, FirstRunValues, unknown>>['form'];

function OrganisationStep({ form }: { readonly form: Form }) {
  const field = (name: string) => form.getInputProps(`organisation.${name}`);
  return (
    <Stack gap="sm">
      <TextInput label="Name of the organisation" required {...field('name')} />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextInput label="Tax number (EIN)" required placeholder="9 digits" {...field('taxId')} />
        <TextInput label="NPI" required placeholder="10 digits" {...field('npi')} />
        <TextInput label="Taxonomy code" required placeholder="261QM0801X" {...field('taxonomy')} />
        <PhoneField label="Phone" required {...field('phone')} />
        <TextInput label="Email" type="email" required {...field('email')} />
        <TimeZoneField required {...field('timeZone')} />
      </SimpleGrid>
      <AddressFields form={form} at="organisation.address" required />
    </Stack>
  );
}

function AdministratorStep({ form }: { readonly form: Form }) {
  const field = (name: string) => form.getInputProps(`administrator.${name}`);
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        You. An authenticator app is set up right after this.
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label="Given name" required autoComplete="given-name" {...field('givenName')} />
        <TextInput label="Family name" required autoComplete="family-name" {...field('familyName')} />
      </SimpleGrid>
      <TextInput label="Email" type="email" required autoComplete="username" {...field('email')} />
      <PasswordInput label="Password" description="At least 12 characters; a short sentence is fine" required autoComplete="new-password" {...field('password')} />
      <TextInput label="Set-up code" description="It stands in the console where Mooring was started" required autoComplete="off" {...form.getInputProps('setUpCode')} />
    </Stack>
  );
}

/** The first run in the browser: organisation, sites, first administrator. Programs and payers follow once one is signed in. */
export function SetUpScreen() {
  const renew = useNewSession();
  const [step, setStep] = useState(0);
  const { form, submit, isPending, failure } = useContractForm({
    contract: FirstRun,
    initial: emptyFirstRun(Intl.DateTimeFormat().resolvedOptions().timeZone, codeInAddress(window.location.hash)),
    prepare: firstRunBody,
    send: (body) => api.post('/set-up', SignInState, body),
    onSent: () => {
      window.history.replaceState(null, '', '/');
      void renew();
    },
  });
  const sites = form.values.sites;
  const forward = () => {
    const errors = complaintsOfStep(step, form.values);
    form.setErrors(errors);
    if (Object.keys(errors).length === 0) setStep(step + 1);
  };
  const finish = () => {
    setStep(firstStepWith(form.values) ?? 2);
    submit();
  };
  return (
    <Harbor wide>
      <Title order={1}>Welcome aboard</Title>
      <Text c="dimmed" size="sm" mb="lg">
        A few things, once. All of it can be changed later.
      </Text>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step < 2) forward();
          else finish();
        }}
      >
        <Stepper active={step} onStepClick={setStep} allowNextStepsSelect={false} size="sm">
          <Stepper.Step label="Organisation">
            <OrganisationStep form={form} />
          </Stepper.Step>
          <Stepper.Step label="Sites">
            <Stack gap="lg">
              {sites.map((site, index) => (
                <SiteFields key={site.key} form={form} at={`sites.${index}`} {...(sites.length > 1 ? { onRemove: () => form.removeListItem('sites', index) } : {})} />
              ))}
              <Button variant="light" onClick={() => form.insertListItem('sites', emptySite(form.values.organisation.timeZone, String(sites.length)))}>
                Add another site
              </Button>
            </Stack>
          </Stepper.Step>
          <Stepper.Step label="You">
            <AdministratorStep form={form} />
          </Stepper.Step>
        </Stepper>
        {failure ? <Failed error={failure} /> : null}
        <Group justify="space-between" mt="lg">
          <Button variant="default" onClick={() => setStep(step - 1)} disabled={step === 0}>
            Back
          </Button>
          <Button type="submit" loading={isPending}>
            {step < 2 ? 'Next' : 'Open the house'}
          </Button>
        </Group>
      </form>
    </Harbor>
  );
}
