import { Button, Checkbox, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { DaySheets } from '#server/scheduling/day-sheets/day-sheets.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { DayField } from '../../../ui/form/fields.tsx';
import { today } from '../../../ui/format/today.ts';
import { clock } from '../../../ui/format/words.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Page } from '../../../ui/states/states.tsx';
import { useMe } from '../../identity/session.ts';
import { useMyPrograms } from '../../programs/program-queries.ts';
import { dayText } from '../zoned-time.ts';
import classes from './day-sheet.module.css';

interface Search {
  readonly day?: string;
  readonly whose?: string;
}

/** `site:<id>`, `program:<id>` or oneself, as the query wants it. */
function whoseQuery(whose: string): Record<string, string> {
  const [kind, id] = whose.split(':');
  return id ? (kind === 'site' ? { siteId: id } : { programId: id }) : {};
}

function useChoices() {
  const me = useMe();
  const programs = useMyPrograms();
  return [
    { value: 'me', label: 'My own day' },
    ...me.sites.map(({ id, name }) => ({ value: `site:${id}`, label: `Everybody at ${name}` })),
    ...programs.map(({ value, label }) => ({ value: `program:${value}`, label: `Everybody in ${label}` })),
  ];
}

function Sheets({ data }: { readonly data: DaySheetsData }) {
  return (
    <Stack gap="lg">
      {data.sheets.map(({ title, lines }) => (
        <section key={title} className={classes.sheet} aria-label={title}>
          <h2>
            {title}
            <span>{dayText(data.day, 'long')}</span>
          </h2>
          <table aria-label={`Day of ${title}`}>
            <thead>
              <tr>
                {['Time', 'Who', 'With', 'Where'].map((label) => (
                  <th key={label}>{label}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ startsAt, endsAt, name, clinicianName, room, modality }) => (
                <tr key={`${startsAt}${name}${clinicianName}`}>
                  <td>
                    {clock(startsAt, data.timeZone)} to {clock(endsAt, data.timeZone)}
                  </td>
                  <td>{name}</td>
                  <td>{clinicianName}</td>
                  <td>{modality === 'in-person' ? room : modality}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Stack>
  );
}

type DaySheetsData = ReturnType<typeof DaySheets.parse>;

/** Sheets of a day to print, one a clinician or one a room; names are short unless asked for whole. */
export function DaySheetScreen() {
  const me = useMe();
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const choices = useChoices();
  const [by, setBy] = useState<'clinician' | 'room'>('clinician');
  const [isWhole, setWhole] = useState(false);
  const day = search.day ?? today(me.organisation.timeZone);
  const whose = choices.find(({ value }) => value === search.whose)?.value ?? 'me';
  const wish = { day, by, names: isWhole ? 'whole' : 'short', ...whoseQuery(whose) };
  const sheets = useQuery({ queryKey: ['day-sheets', wish], queryFn: () => api.get('/day-sheets', DaySheets, wish) });
  const go = (to: Search) => void navigate({ to: '/schedule/day-sheet', search: { day, whose, ...to } as never, replace: true });
  return (
    <Page
      title="Day sheet"
      width={900}
      actions={
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          Print
        </Button>
      }
    >
      <Group className="no-print" align="end" gap="sm">
        <DayField label="Day" value={day} onChange={(event) => event.currentTarget.value && go({ day: event.currentTarget.value })} />
        <Select label="Whose" data={choices} value={whose} allowDeselect={false} searchable w={260} onChange={(next) => go({ whose: next ?? 'me' })} />
        <SegmentedControl
          aria-label="One sheet a"
          data={[
            { value: 'clinician', label: 'By clinician' },
            { value: 'room', label: 'By room' },
          ]}
          value={by}
          onChange={(next) => setBy(next === 'room' ? 'room' : 'clinician')}
        />
        <Checkbox label="Whole names" checked={isWhole} onChange={(event) => setWhole(event.currentTarget.checked)} mb={8} />
      </Group>
      <Text size="xs" c={isWhole ? 'orange.8' : 'dimmed'} className="no-print">
        {isWhole ? 'Keep this sheet in your own hands: it names people.' : 'First names and a letter, no kind of visit and no program: what others may see.'}
      </Text>
      <Loaded query={sheets} empty="Nobody is booked on this day." isEmpty={(data) => data.sheets.length === 0}>
        {(data) => <Sheets data={data} />}
      </Loaded>
    </Page>
  );
}
