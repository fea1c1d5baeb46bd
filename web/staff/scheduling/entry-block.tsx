import { Text, UnstyledButton } from '@mantine/core';
import { markOf, type Marking } from './appearance/appearance.ts';
import { Sign, StatusSign } from './appearance/sign.tsx';
import { hintId } from './moving/carrying.ts';
import type { ScheduleEntry } from './schedule.ts';
import { statusWords } from './status.ts';
import { clockText } from './zoned-time.ts';
import tones from './appearance/appearance.module.css';
import classes from './schedule.module.css';

interface EntryBlockProps {
  readonly entry: ScheduleEntry;
  readonly start: number;
  readonly end: number;
  readonly marking: Marking;
  readonly compact?: boolean;
  readonly movable?: boolean;
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
export function EntryBlock({ entry, start, end, marking, compact = false, movable = false, onOpen }: EntryBlockProps) {
  const { title, line } = words(entry);
  const status = entry.kind === 'appointment' ? entry.status : undefined;
  const mark = entry.kind === 'appointment' ? markOf(marking, entry) : undefined;
  // Begins with the words that are seen, so that speech control finds it by them (WCAG 2.5.3).
  const label = [`${title} ${clockText(start)} ${line}`.trim(), `until ${clockText(end)}`, status ? statusWords[status].label : ''].filter(Boolean).join(', ');
  const content = (
    <>
      <Text component="span" className={classes.entryTitle}>
        {status && <StatusSign status={status} />}
        {mark && marking.by !== 'status' && <Sign mark={mark} />}
        {title}
      </Text>{' '}
      {end - start >= (compact ? 60 : 30) && (
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
    <UnstyledButton
      className={`${classes.entry} ${tones.toned}`}
      data-kind="appointment"
      data-status={status}
      data-tone={mark?.tone}
      data-entry={entry.id}
      aria-label={label}
      {...(movable ? { 'aria-keyshortcuts': 'M', 'aria-describedby': hintId } : {})}
      onClick={onOpen}
      title={label}
    >
      {content}
    </UnstyledButton>
  );
}
