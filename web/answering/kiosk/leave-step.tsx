import { Button, PasswordInput, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../ui/api/api.ts';
import { Failed } from '../../ui/states/states.tsx';
import { kioskFlag } from './kiosk-flag.ts';
import classes from './kiosk.module.css';

/** Ends the tablet: a colleague proves by address and password to work here, and signs in as always afterwards. */
export function LeaveStep({ onBack }: { readonly onBack: () => void }) {
  const [proof, setProof] = useState({ email: '', password: '' });
  const leaving = useMutation({
    mutationFn: () => api.post('/kiosk/leaving', undefined, proof),
    onSuccess: () => {
      kioskFlag.lower();
      window.location.replace('/');
    },
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        leaving.mutate();
      }}
    >
      <Text size="lg">Staff: end check-in on this tablet.</Text>
      <TextInput
        label="Email"
        size="lg"
        type="email"
        autoComplete="off"
        value={proof.email}
        onChange={(event) => setProof({ ...proof, email: event.currentTarget.value })}
      />
      <PasswordInput
        label="Password"
        size="lg"
        autoComplete="off"
        value={proof.password}
        onChange={(event) => setProof({ ...proof, password: event.currentTarget.value })}
      />
      {leaving.isError && <Failed error={leaving.error} />}
      <Button type="submit" size="lg" loading={leaving.isPending} disabled={proof.email === '' || proof.password === ''}>
        End check-in
      </Button>
      <Button variant="default" size="md" onClick={onBack}>
        Back to check-in
      </Button>
    </form>
  );
}
