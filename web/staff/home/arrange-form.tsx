import { ActionIcon, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Home, HomeTile } from '#server/homes/tiles/tiles.contract.ts';
import { api } from '../../ui/api/api.ts';
import { Failed } from '../../ui/states/states.tsx';
import { groupNames, moved } from './tile-words.ts';

interface GroupProps {
  readonly name: string;
  readonly tiles: readonly HomeTile[];
  readonly hidden: ReadonlySet<string>;
  readonly onShow: (code: string, isShown: boolean) => void;
  readonly onMove: (code: string, by: 1 | -1) => void;
}

function OneGroup({ name, tiles, hidden, onShow, onMove }: GroupProps) {
  if (tiles.length === 0) return null;
  return (
    <Stack gap={4} component="fieldset" m={0} p={0} bd="none">
      <Text component="legend" size="sm" fw={600} mb={4}>
        {name}
      </Text>
      {tiles.map(({ code, asks, means }, place) => (
        <Group key={code} justify="space-between" wrap="nowrap" gap="xs">
          <Checkbox label={asks} description={means} checked={!hidden.has(code)} onChange={(event) => onShow(code, event.currentTarget.checked)} />
          <Group gap={2} wrap="nowrap">
            <ActionIcon variant="subtle" color="gray" aria-label={`${asks}: up`} disabled={place === 0} onClick={() => onMove(code, -1)}>
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={`${asks}: down`} disabled={place === tiles.length - 1} onClick={() => onMove(code, 1)}>
              <IconArrowDown size={16} />
            </ActionIcon>
          </Group>
        </Group>
      ))}
    </Stack>
  );
}

/** Hides tiles of one's own home page and orders the others; nobody else's changes. */
export function ArrangeForm({ home, onDone }: { readonly home: Home; readonly onDone: () => void }) {
  const queries = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(home.tiles.filter(({ isHidden }) => isHidden).map(({ code }) => code)));
  const [order, setOrder] = useState<Readonly<Record<HomeTile['group'], readonly string[]>>>(() => {
    const of = (group: HomeTile['group']) => home.tiles.filter((tile) => tile.group === group).map(({ code }) => code);
    return { now: of('now'), today: of('today'), week: of('week') };
  });
  const keep = useMutation({
    mutationFn: (to: { hidden: readonly string[]; first: readonly string[] }) => api.put('/home/arrangement', undefined, to),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['home'] });
      onDone();
    },
  });
  return (
    <Stack gap="md">
      {(['now', 'today', 'week'] as const).map((group) => (
        <OneGroup
          key={group}
          name={groupNames[group]}
          tiles={order[group].flatMap((code) => home.tiles.find((tile) => tile.code === code) ?? [])}
          hidden={hidden}
          onShow={(code, isShown) => setHidden(new Set(isShown ? [...hidden].filter((one) => one !== code) : [...hidden, code]))}
          onMove={(code, by) => setOrder({ ...order, [group]: moved(order[group], code, by) })}
        />
      ))}
      {keep.isError && <Failed error={keep.error} />}
      <Group justify="space-between">
        <Button variant="default" loading={keep.isPending} onClick={() => keep.mutate({ hidden: [], first: [] })}>
          As the role has it
        </Button>
        <Button loading={keep.isPending} onClick={() => keep.mutate({ hidden: [...hidden], first: Object.values(order).flat() })}>
          Keep
        </Button>
      </Group>
    </Stack>
  );
}
