import { Button, Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TherapyGroup } from '#server/groups/groups/groups.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import { day } from '../../ui/format/words.ts';
import { Lines } from '../../ui/table/lines.tsx';
import { useMay } from '../identity/session.ts';
import { usePatientSearch } from '../patients/patient-search.ts';

/** Who belongs to the group and who did; people are added by search and leave with a last day. */
export function Roster({ group }: { readonly group: TherapyGroup }) {
  const mayWrite = useMay()('chart.write');
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 150);
  const found = usePatientSearch(asked);
  const after = { onSuccess: () => queries.invalidateQueries({ queryKey: ['groups'] }), onError: tellProblem };
  const adding = useMutation({ mutationFn: (patientId: string) => api.post(`/groups/${group.id}/members`, TherapyGroup, { patientId }), ...after });
  const ending = useMutation({ mutationFn: (patientId: string) => api.del(`/groups/${group.id}/members/${patientId}`), ...after });
  return (
    <>
      {group.members.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nobody is in this group yet.
        </Text>
      ) : (
        <Lines
          label={`Roster of ${group.name}`}
          rows={group.members}
          keyOf={({ patientId, joinedOn }) => `${patientId} ${joinedOn}`}
          tone={({ leftOn }) => (leftOn === null ? undefined : 'past')}
          columns={[
            { label: 'Member', cell: ({ name }) => name },
            { label: 'Since', cell: ({ joinedOn, leftOn }) => (leftOn === null ? day(joinedOn) : `${day(joinedOn)} to ${day(leftOn)}`) },
            {
              label: 'Membership',
              cell: ({ patientId, leftOn }) =>
                mayWrite && leftOn === null ? (
                  <Button size="compact-xs" variant="subtle" color="gray" loading={ending.isPending} onClick={() => ending.mutate(patientId)}>
                    End today
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {mayWrite && group.active && (
        <Group>
          <Select
            size="xs"
            label={`Add to ${group.name}`}
            placeholder="Name, birth date or record number"
            w={320}
            maw="100%"
            data={(found.data?.items ?? []).map(({ id, displayName, birthDate, mrn }) => ({ value: id, label: `${displayName}, ${day(birthDate)}, ${mrn}` }))}
            searchable
            searchValue={text}
            onSearchChange={setText}
            // The server judged who fits, typing errors included.
            filter={({ options }) => options}
            nothingFoundMessage={text.trim().length < 2 ? 'Type a name, a birth date or a record number' : 'Nobody found in your programs'}
            value={null}
            onChange={(patientId) => patientId && adding.mutate(patientId)}
          />
        </Group>
      )}
    </>
  );
}
