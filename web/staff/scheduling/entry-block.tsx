import { Text, UnstyledButton } from '@mantine/core';
import type { ScheduleEntry } from './schedule.ts';
import { statusWords } from './status.ts';
import { clockText } from './zoned-time.ts';
import classes from './schedule.module.css';

interface EntryBlockProps {
  readonly entry: ScheduleEntry;
  readonly start: number;
  readonly end: number;
  readonly compact?: boolean;
  readonly onOpen?: () => void;
}

function words(entry: ScheduleEntry): { title: string; line: string } {
  if (entry.kind === 'busy') return { title: 'Busy', line: '' };
  if (entry.kind === 'blocked') return { title: entry.reason || 'Blocked', line: '' };
  return {
    title: entry.patientName,
    line: [entry.typeName, entry.modality === 'in-person' ? entry.roomName : entry.modality === 'video' ? 'Video' : 'Phone'].filter(Boolean).join(' · '),
  };
}

/** One entry as the grid draws it. Busy time outside the reader's programs shows as time and nothing else. */
export function EntryBlock({ entry, start, end, compact = false, onOpen }: EntryBlockProps) {
  const { title, line } = words(entry);
  const status = entry.kind === 'appointment' ? entry.status : undefined;
  // Begins with the words that are seen, so that speech control finds it by them (WCAG 2.5.3).
  const label = [`${title} ${clockText(start)} ${line}`.trim(), `until ${clockText(end)}`, status ? statusWords[status].label : ''].filter(Boolean).join(', ');
  const content = (
    <>
      <Text component="span" className={classes.entryTitle}>
        {status ? <span className={classes.statusDot} aria-hidden /> : null}
        {title}
      </Text>{' '}
      {!compact && end - start >= 30 && (
        <Text component="span" className={classes.entryLine}>
          {clockText(start)} {line}
        </Text>
      )}
    </>
  );
  if (entry.kind !== 'appointment') {
    return (
      <div className={classes.entry} data-kind={entry.kind} role="note" aria-label={label}>
        {content}
      </div>
    );
  }
  return (
    <UnstyledButton className={classes.entry} data-kind="appointment" data-status={status} aria-label={label} onClick={onOpen} title={label}>
      {content}
    </UnstyledButton>
  );
}
