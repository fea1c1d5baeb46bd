import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { patientQueries } from '../patients/patient-queries.ts';
import { useMyPrograms } from './program-queries.ts';

/** The programs in which the signed-in person works, those that treat this patient first: a record belongs to the program that makes it. */
export function useProgramsFor(patientId: string): { value: string; label: string }[] {
  const mine = useMyPrograms();
  const banner = useQuery(patientQueries.banner(patientId));
  const treating = new Set(banner.data?.programs.filter(({ state }) => state === 'admitted').map(({ id }) => id));
  return mine.toSorted((one, other) => Number(treating.has(other.value)) - Number(treating.has(one.value)));
}

/** Which program makes a record; not shown to who works in one only. */
export function ProgramField({ programs, value, ...props }: Omit<SelectProps, 'data'> & { readonly programs: { value: string; label: string }[] }) {
  if (programs.length < 2) return null;
  return (
    <Select
      label="Program"
      description="The record belongs to this program, and is seen by those who may see its records"
      data={programs}
      required
      allowDeselect={false}
      {...props}
      value={value || (programs[0]?.value ?? null)}
    />
  );
}
