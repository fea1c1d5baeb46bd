import { ActionIcon, Popover, Radio, Stack } from '@mantine/core';
import { IconPalette } from '@tabler/icons-react';
import { colorings, type Appearance, type Coloring } from './appearance.ts';

const words: Readonly<Record<Coloring, string>> = { status: 'Status', type: 'Kind of appointment', program: 'Program', clinician: 'Clinician' };

interface AppearanceFieldProps {
  readonly appearance: Appearance;
  readonly onChange: (appearance: Appearance) => void;
}

/** What colors the schedule and how dense it is; each person's own choice. */
export function AppearanceField({ appearance, onChange }: AppearanceFieldProps) {
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon variant="default" size="lg" aria-label="Colors and density" visibleFrom="sm">
          <IconPalette size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Colors and density">
        <Stack gap="md">
          <Radio.Group
            label="Color by"
            value={appearance.colorBy}
            onChange={(value) => onChange({ ...appearance, colorBy: colorings.find((one) => one === value) ?? appearance.colorBy })}
          >
            <Stack gap={6} mt={6}>
              {colorings.map((one) => (
                <Radio key={one} value={one} label={words[one]} />
              ))}
            </Stack>
          </Radio.Group>
          <Radio.Group
            label="Density"
            value={appearance.density}
            onChange={(value) => onChange({ ...appearance, density: value === 'compact' ? 'compact' : 'comfortable' })}
          >
            <Stack gap={6} mt={6}>
              <Radio value="comfortable" label="Comfortable" />
              <Radio value="compact" label="Compact" description="A team's week as one line a person" />
            </Stack>
          </Radio.Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
