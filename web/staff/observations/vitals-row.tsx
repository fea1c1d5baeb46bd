import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { VitalSetReply, type SignReply, type VitalCode } from '#server/observations/vitals/vitals.contract.ts';
import { api } from '../../ui/api/api.ts';
import { fieldErrors } from '../../ui/api/problem.ts';
import { forgetValues, keepValues, keptValues } from '../../ui/form/kept-values.ts';
import { tell } from '../../ui/form/tell.ts';
import { Failed } from '../../ui/states/states.tsx';
import { useRefreshPatient } from '../patients/patient-queries.ts';
import { ProgramField, useProgramsFor } from '../programs/program-field.tsx';
import { SignFields } from './sign-fields.tsx';
import { doubtsIn, measuredIn, type VitalRow } from './vital-words.ts';
import classes from './vitals.module.css';

interface Typed extends VitalRow {
  readonly position: string;
  readonly note: string;
  readonly programId: string;
}

const nothing: Typed = { values: {}, units: {}, position: 'sitting', note: '', programId: '' };

/** One row for one round: Tab goes from value to value, Enter keeps it. What is typed survives a reload. */
export function VitalsRow({ patientId, signs }: { readonly patientId: string; readonly signs: readonly SignReply[] }) {
  const keepAs = `vitals ${patientId}`;
  const programs = useProgramsFor(patientId);
  const refresh = useRefreshPatient(patientId);
  const [typed, setTyped] = useState<Typed>(() => ({ ...nothing, ...keptValues<Typed>(keepAs) }));
  // Sent again after a lost answer, the same row is kept once.
  const id = useRef(crypto.randomUUID());
  const change = (next: Typed) => {
    setTyped(next);
    keepValues(keepAs, next);
  };
  const keep = useMutation({
    mutationFn: () =>
      api.post(`/patients/${patientId}/vitals`, VitalSetReply, {
        id: id.current,
        programId: typed.programId || programs[0]?.value,
        position: typed.position || null,
        measured: measuredIn(signs, typed),
        note: typed.note,
      }),
    onSuccess: () => {
      id.current = crypto.randomUUID();
      forgetValues(keepAs);
      setTyped({ ...nothing, units: typed.units, position: typed.position, programId: typed.programId });
      tell('Vital signs are kept.');
      return refresh();
    },
  });
  const errors = fieldErrors(keep.error);
  const errorOf = (code: VitalCode) => errors[`measured.${code}.value`] ?? errors[`measured.${code}`];
  const isAboutSigns = signs.some(({ code }) => errorOf(code));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate();
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Vital signs" className={classes.entry}>
      <SignFields signs={signs} row={typed} errorOf={errorOf} onChange={(row) => change({ ...typed, ...row })}>
        <NativeSelect
          label="Position"
          value={typed.position}
          data={['sitting', 'standing', 'lying']}
          onChange={({ currentTarget }) => change({ ...typed, position: currentTarget.value })}
        />
      </SignFields>
      {doubtsIn(signs, typed).map((doubt) => (
        <Text key={doubt} size="sm" c="var(--caution-words)" role="status">
          {doubt}
        </Text>
      ))}
      <Group align="end" gap="sm">
        <TextInput className={classes.note} label="Remark" value={typed.note} onChange={({ currentTarget }) => change({ ...typed, note: currentTarget.value })} />
        <ProgramField programs={programs} value={typed.programId} onChange={(programId) => change({ ...typed, programId: programId ?? '' })} description={undefined} />
        <Button type="submit" loading={keep.isPending}>
          Keep
        </Button>
      </Group>
      {keep.isError && !isAboutSigns && <Failed error={keep.error} />}
    </form>
  );
}
