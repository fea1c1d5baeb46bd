import { Badge, Text } from '@mantine/core';
import { moment } from '../../ui/format/words.ts';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { actionWords, whyWords, type EntryReply } from './entry-words.ts';

const columns: readonly Column<EntryReply>[] = [
  { label: 'Who', cell: ({ actor }) => actor.name },
  {
    label: 'Did',
    cell: ({ action, outcome, fields }) => (
      <>
        {actionWords(action)}{' '}
        {outcome !== 'done' && (
          <Badge size="sm" variant="light" color="orange">
            {outcome}
          </Badge>
        )}
        {fields.length > 0 && (
          <Text span size="xs" c="dimmed" display="block">
            {fields.join(', ')}
          </Text>
        )}
      </>
    ),
  },
  { label: 'Why', cell: (entry) => whyWords(entry) },
  { label: 'When', cell: ({ at }) => moment(at) },
  { label: 'From', cell: ({ address }) => address ?? '', wide: true },
];

/** Entries of the audit as lines. */
export function EntryLines({ entries }: { readonly entries: readonly EntryReply[] }) {
  return <Lines label="Audit entries" rows={entries} columns={columns} keyOf={({ id }) => id} tone={({ outcome }) => (outcome === 'done' ? undefined : 'attention')} />;
}
