import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { cellsOf, pullSources, staleLines, takenOver, textOfCells, withCell, type StaleLine } from '#server/charting/templates/templates.contract.ts';
import { FieldGroup } from './field-group.tsx';
import type { FieldProps } from './field-props.ts';

interface LineProps {
  readonly says: string;
  readonly stale: StaleLine | undefined;
  readonly onTakeOver: (line: StaleLine) => void;
  readonly onTakeOut: () => void;
}

/** A line that was pulled in; when the chart says it otherwise by now, what it says, to take over by a click. */
function PulledLine({ says, stale, onTakeOver, onTakeOut }: LineProps) {
  return (
    <div style={stale ? { borderInlineStart: '3px solid var(--mantine-color-orange-5)', paddingInlineStart: 8 } : undefined}>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm">{says}</Text>
        <Button size="compact-xs" variant="subtle" color="gray" flex="none" aria-label={`Take out ${says}`} onClick={onTakeOut}>
          Take out
        </Button>
      </Group>
      {stale && (
        <Group gap="xs" wrap="nowrap" role="status">
          <Text size="xs">{stale.is === null ? 'The chart has this no longer.' : `The chart says now: ${stale.is}`}</Text>
          {stale.is !== null && (
            <Button size="compact-xs" variant="light" flex="none" aria-label={`Take over ${stale.is}`} onClick={() => onTakeOver(stale)}>
              Take over
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}

/** What the chart already knows, pulled in by a click and then part of the note. What changed since is marked, and changes in the note only by a click. */
export function PullField({ field, value, error, onChange, context }: FieldProps<'pull'>) {
  const queries = useQueryClient();
  const now = context.known[field.source];
  const known = now ?? [];
  const cells = cellsOf(value);
  const lines = Object.entries(cells);
  const stale = now ? staleLines(value, now) : [];
  const open = known.filter(({ id }) => !cells[id]);
  const pull = (taken: typeof known) => onChange(textOfCells({ ...cells, ...Object.fromEntries(taken.map(({ id, says }) => [id, says])) }));
  return (
    <FieldGroup field={field} error={error}>
      <Stack gap={8} mt={6}>
        {lines.map(([id, says]) => (
          <PulledLine
            key={id}
            says={says}
            stale={stale.find((line) => line.id === id)}
            onTakeOver={(line) => onChange(takenOver(value, [line]))}
            onTakeOut={() => onChange(withCell(value, id, ''))}
          />
        ))}
        <Group gap="xs">
          <Button size="compact-sm" variant="default" disabled={open.length === 0} onClick={() => pull(open)}>
            Pull in: {pullSources[field.source].toLowerCase()}
          </Button>
          {open.length > 1 &&
            open.map((one) => (
              <Button key={one.id} size="compact-sm" variant="subtle" aria-label={`Pull in ${one.says}`} onClick={() => pull([one])}>
                + {one.says}
              </Button>
            ))}
          {lines.length > 0 && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Look what changed since: ${field.label}`}
              onClick={() => void queries.invalidateQueries({ queryKey: ['draft-known'] })}
            >
              Look what changed since
            </Button>
          )}
          {stale.length > 1 && (
            <Button size="compact-sm" variant="light" aria-label={`Take over all that changed: ${field.label}`} onClick={() => onChange(takenOver(value, stale))}>
              Take over all {stale.length}
            </Button>
          )}
          {lines.length > 0 && now && stale.length === 0 && (
            <Text size="xs" c="dimmed" role="status">
              As the chart has it now.
            </Text>
          )}
          {known.length === 0 && lines.length === 0 && (
            <Text size="xs" c="dimmed">
              The chart has none to pull in.
            </Text>
          )}
        </Group>
      </Stack>
    </FieldGroup>
  );
}
