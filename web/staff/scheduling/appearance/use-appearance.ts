import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMe } from '../../identity/session.ts';
import { programQueries } from '../../programs/program-queries.ts';
import { scheduleQueries } from '../schedule-queries.ts';
import { appearanceOf, marksOf, statusMarks, usual, type Appearance, type Marking } from './appearance.ts';

function read(text: string | undefined): Appearance {
  try {
    return appearanceOf(JSON.parse(text ?? 'null'));
  } catch {
    return usual;
  }
}

/** How this person likes to see the schedule, kept in this browser for the next time. */
export function useAppearance(): [Appearance, (appearance: Appearance) => void] {
  const { staff } = useMe();
  const [appearance, setAppearance] = useLocalStorage({ key: `mooring-schedule:${staff.id}`, defaultValue: usual, deserialize: read, getInitialValueInEffect: false });
  return [appearance, setAppearance];
}

/** What colors the entries: all statuses, kinds, programs or colleagues there are, each with its mark. */
export function useMarking({ colorBy }: Appearance): Marking {
  const types = useQuery({ ...scheduleQueries.types, enabled: colorBy === 'type' });
  const programs = useQuery({ ...programQueries.all, enabled: colorBy === 'program' });
  const directory = useQuery({ ...scheduleQueries.directory, enabled: colorBy === 'clinician' });
  return useMemo(() => {
    switch (colorBy) {
      case 'status':
        return { by: colorBy, marks: statusMarks };
      case 'type':
        return { by: colorBy, marks: marksOf((types.data?.items ?? []).map(({ code, name }) => ({ key: code, name }))) };
      case 'program':
        return { by: colorBy, marks: marksOf((programs.data?.items ?? []).map(({ id, name }) => ({ key: id, name }))) };
      case 'clinician':
        return { by: colorBy, marks: marksOf((directory.data?.items ?? []).map(({ id, displayName }) => ({ key: id, name: displayName }))) };
    }
  }, [colorBy, types.data, programs.data, directory.data]);
}
