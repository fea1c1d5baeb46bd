import { Card, Grid, MultiSelect, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { memo, useRef } from 'react';
import type { DraftHeaderWire, DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import { useNow } from '../../ui/format/use-now.ts';
import { useMe } from '../identity/session.ts';
import { minutesOf, timeOf } from '../scheduling/booking.ts';
import { instantAt, wallTime } from '../scheduling/zoned-time.ts';
import { modalities, risks } from './note-words.ts';

interface NoteHeaderProps {
  readonly draft: DraftReply;
  readonly header: DraftHeaderWire;
  readonly onChange: (change: Partial<DraftHeaderWire>) => void;
  /** What stood in the way of signing, by the place it names. */
  readonly faults: ReadonlyMap<string, string>;
  /** The last results of assessments. */
  readonly scores: readonly { readonly id: string; readonly says: string }[] | undefined;
}

function minutesBetween(start: string | null, end: string | null): number | null {
  return start && end ? Math.round((Date.parse(end) - Date.parse(start)) / 60_000) : null;
}

function TimeField({
  label,
  value,
  fallbackDay,
  zone,
  error,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly fallbackDay: string;
  readonly zone: string;
  readonly error: string | undefined;
  readonly onChange: (instant: string) => void;
}) {
  const shown = value ? wallTime(value, zone) : null;
  return (
    <TextInput
      type="time"
      label={label}
      value={shown ? timeOf(shown.minutes) : ''}
      error={error}
      onChange={(event) => event.currentTarget.value && onChange(instantAt(shown?.day ?? fallbackDay, minutesOf(event.currentTarget.value), zone))}
    />
  );
}

/** When, how and about what: filled from the appointment, open to correction. Minutes decide what can be billed, so they stand in sight. */
export const NoteHeader = memo(function NoteHeader({ draft, header, onChange, faults, scores = [] }: NoteHeaderProps) {
  const zone = useMe().organisation.timeZone;
  const today = wallTime(useNow(), zone).day;
  const minutes = minutesBetween(header.startedAt, header.endedAt);
  const { asksRisk, asksDiagnosis } = draft.template.form;
  const risk = useRef<HTMLDivElement>(null);
  const toRisk = () => (risk.current?.querySelector<HTMLElement>('input:checked') ?? risk.current?.querySelector('input'))?.focus();
  // By the place of the key: Option and a letter type signs on a Mac.
  useHotkeys([['alt+R', toRisk, { usePhysicalKeys: true }]], []);
  return (
    <Card withBorder padding="md">
      <Grid gap="sm" align="end">
        <Grid.Col span={{ base: 6, sm: 3 }} id="at-header.startedAt">
          <TimeField
            label="Started"
            value={header.startedAt}
            fallbackDay={today}
            zone={zone}
            error={faults.get('header.startedAt')}
            onChange={(startedAt) => onChange({ startedAt })}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 6, sm: 3 }} id="at-header.endedAt">
          <TimeField
            label={minutes === null ? 'Ended' : `Ended (${minutes} min)`}
            value={header.endedAt}
            fallbackDay={today}
            zone={zone}
            error={faults.get('header.endedAt')}
            onChange={(endedAt) => onChange({ endedAt })}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 6 }} id="at-header.modality">
          <Select
            label="How you met"
            data={modalities}
            value={header.modality}
            allowDeselect={false}
            onChange={(value) => onChange({ modality: modalities.find((one) => one.value === value)?.value ?? 'in-person' })}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 6 }}>
          <TextInput label="Who took part" value={header.participants} onChange={(event) => onChange({ participants: event.currentTarget.value })} maxLength={300} />
        </Grid.Col>
        {header.modality !== 'in-person' && (
          <Grid.Col span={{ base: 12, sm: 6 }} id="at-header.patientLocation">
            <TextInput
              label="Where the patient was"
              value={header.patientLocation}
              error={faults.get('header.patientLocation')}
              onChange={(event) => onChange({ patientLocation: event.currentTarget.value })}
              maxLength={300}
            />
          </Grid.Col>
        )}
        {asksDiagnosis && (
          <Grid.Col span={12} id="at-header.diagnosisIds">
            <MultiSelect
              label="Diagnoses addressed"
              placeholder={draft.diagnoses.length === 0 ? 'None on the problem list yet: add one in the chart' : undefined}
              data={draft.diagnoses.map(({ id, code, description }) => ({ value: id, label: `${code} ${description}` }))}
              value={header.diagnosisIds}
              error={faults.get('header.diagnosisIds')}
              onChange={(diagnosisIds) => onChange({ diagnosisIds })}
            />
          </Grid.Col>
        )}
        {scores.length > 0 && (
          <Grid.Col span={12}>
            <Text size="sm" fw={500}>
              Last scores
            </Text>
            <Text size="sm" c="dimmed">
              {scores
                .slice(0, 4)
                .map(({ says }) => says)
                .join('  ·  ')}
            </Text>
          </Grid.Col>
        )}
        {asksRisk && (
          <Grid.Col span={12} id="at-header.risk">
            <Text size="sm" fw={500} mb={4} id="risk-label">
              Risk to self or others{' '}
              <Text span size="xs" c="dimmed" fw={400} aria-hidden>
                Alt R
              </Text>
            </Text>
            <SegmentedControl
              ref={risk}
              aria-labelledby="risk-label"
              data={[...risks]}
              value={header.risk ?? ''}
              onChange={(value) => onChange({ risk: risks.find((one) => one.value === value)?.value ?? null })}
            />
            {faults.get('header.risk') && (
              <Text size="xs" c="red.8" mt={4}>
                {faults.get('header.risk')}
              </Text>
            )}
          </Grid.Col>
        )}
      </Grid>
    </Card>
  );
});
