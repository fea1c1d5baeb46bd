import { ActionIcon, Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDeviceTablet, IconPlus, IconPrinter, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '../../ui/form/dialog.tsx';
import { KioskForm } from '../desk/kiosk-form.tsx';
import { AppearanceField } from './appearance/appearance-field.tsx';
import type { Appearance } from './appearance/appearance.ts';
import { stepped, type View } from './view.ts';
import { addDays, dayText, mondayOf } from './zoned-time.ts';

/** A choice of whose days to show. */
export interface Whose {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

interface ToolbarProps {
  readonly view: View;
  readonly today: string;
  readonly choices: readonly Whose[];
  readonly mayBook: boolean;
  readonly appearance: Appearance;
  readonly onAppearance: (appearance: Appearance) => void;
  readonly onView: (view: View) => void;
  readonly onBook: () => void;
  readonly onFind: () => void;
}

function title({ span, day }: View): string {
  if (span === 'day') return dayText(day, 'long');
  const monday = mondayOf(day);
  return `${dayText(monday)} to ${dayText(addDays(monday, 6))}`;
}

/** Which days, whose days, how they look, and the way to book. */
export function ScheduleToolbar({ view, today, choices, mayBook, appearance, onAppearance, onView, onBook, onFind }: ToolbarProps) {
  const [isTablet, setTablet] = useState(false);
  return (
    <Group justify="space-between" gap="sm" mb="sm">
      <Group gap="xs">
        <ActionIcon variant="default" size="lg" aria-label="Earlier" onClick={() => onView(stepped(view, -1))}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        <Button variant="default" size="sm" onClick={() => onView({ ...view, day: today })}>
          Today
        </Button>
        <ActionIcon variant="default" size="lg" aria-label="Later" onClick={() => onView(stepped(view, 1))}>
          <IconChevronRight size={18} />
        </ActionIcon>
        <Text fw={600} ml={4} aria-live="polite">
          {title(view)}
        </Text>
      </Group>
      <Group gap="xs">
        <Select
          aria-label="Whose schedule"
          data={choices.map(({ group, items }) => ({ group, items: [...items] }))}
          value={view.whose}
          onChange={(whose) => whose && onView({ ...view, whose })}
          searchable
          allowDeselect={false}
          w={165}
        />
        <SegmentedControl
          aria-label="Span"
          data={[
            { value: 'day', label: 'Day' },
            { value: 'week', label: 'Week' },
          ]}
          value={view.span}
          onChange={(span) => onView({ ...view, span: span === 'day' ? 'day' : 'week' })}
        />
        <AppearanceField appearance={appearance} onChange={onAppearance} />
        <Button variant="default" component={Link} to="/schedule/day-sheet" search={{ day: view.day } as never} visibleFrom="sm">
          Day sheet
        </Button>
        {mayBook && (
          <ActionIcon variant="default" size="lg" aria-label="Check-in tablet" onClick={() => setTablet(true)} visibleFrom="sm">
            <IconDeviceTablet size={18} />
          </ActionIcon>
        )}
        <ActionIcon variant="default" size="lg" aria-label="Print" onClick={() => window.print()} visibleFrom="sm">
          <IconPrinter size={18} />
        </ActionIcon>
        {mayBook && (
          <Button variant="default" leftSection={<IconSearch size={16} />} onClick={onFind}>
            Find a time
          </Button>
        )}
        {mayBook && (
          <Button leftSection={<IconPlus size={16} />} onClick={onBook}>
            Book
          </Button>
        )}
      </Group>
      <Dialog title="Check-in tablet" opened={isTablet} onClose={() => setTablet(false)}>
        <KioskForm />
      </Dialog>
    </Group>
  );
}
