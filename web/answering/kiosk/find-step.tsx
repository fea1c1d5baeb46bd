import { Button, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FoundVisit } from '#server/desk/kiosks/kiosks.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Problem } from '../../ui/api/problem.ts';
import { Failed } from '../../ui/states/states.tsx';
import { birthDateOf, type KioskWords } from './kiosk-words.ts';
import classes from './kiosk.module.css';

interface FindStepProps {
  readonly words: KioskWords;
  readonly phoneDigits: number;
  readonly onFound: (found: { token: string; when: string }) => void;
}

const nothing = { givenName: '', familyName: '', month: '', day: '', year: '', phoneDigits: '' };
/** A tablet keeps nothing of what was typed, and offers nothing of what others typed. */
const unkept = { autoComplete: 'off', autoCorrect: 'off', spellCheck: false, size: 'lg' } as const;

/** Who is there: name, birth date and the end of a telephone number. */
export function FindStep({ words, phoneDigits, onFound }: FindStepProps) {
  const [typed, setTyped] = useState(nothing);
  const [complaint, setComplaint] = useState('');
  const finding = useMutation({
    mutationFn: (birthDate: string) => {
      const { givenName, familyName, phoneDigits: digits } = typed;
      return api.post('/kiosk/visits', FoundVisit, { givenName, familyName, birthDate, phoneDigits: digits });
    },
    onSuccess: onFound,
    onError: (error) => setComplaint(error instanceof Problem && error.status < 500 && error.status !== 429 ? words.again : ''),
  });
  const field = (name: keyof typeof nothing) => ({
    ...unkept,
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const digits = (name: keyof typeof nothing, most: number) => ({ ...field(name), inputMode: 'numeric' as const, maxLength: most });
  const find = () => {
    const birthDate = birthDateOf(typed);
    const isWhole = typed.givenName.trim() !== '' && typed.familyName.trim() !== '' && birthDate !== null && typed.phoneDigits.length === phoneDigits;
    setComplaint(isWhole ? '' : words.incomplete);
    if (isWhole) finding.mutate(birthDate);
  };
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      <Text size="lg">{words.hello}</Text>
      <TextInput label={words.givenName} {...field('givenName')} />
      <TextInput label={words.familyName} {...field('familyName')} />
      <fieldset className={classes.date}>
        <legend>{words.birthDate}</legend>
        <TextInput label={words.month} placeholder="MM" {...digits('month', 2)} />
        <TextInput label={words.day} placeholder="DD" {...digits('day', 2)} />
        <TextInput label={words.year} placeholder="YYYY" {...digits('year', 4)} />
      </fieldset>
      <TextInput label={words.phone(phoneDigits)} {...digits('phoneDigits', phoneDigits)} />
      {complaint !== '' && (
        <Text role="alert" size="lg" c="var(--mantine-color-orange-text)">
          {complaint}
        </Text>
      )}
      {finding.isError && complaint === '' && <Failed error={finding.error} />}
      <Button type="submit" size="xl" loading={finding.isPending}>
        {words.find}
      </Button>
    </form>
  );
}
