import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { Timeline } from '#server/timeline/entries/entries.contract.ts';
import { api } from '../../ui/api/api.ts';
import { placeOf as addressOf } from '../../ui/format/address.ts';
import { day } from '../../ui/format/words.ts';
import { chartTabs } from '../patients/chart-tabs.tsx';
import { kindWords, placeOf } from '../timeline/story.ts';

/** Something found in the chart that is open, and where it stands. */
export interface FoundInChart {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly place: ReturnType<typeof addressOf>;
}

const most = 8;

/** The chart that is open behind the finder. */
function useOpenChart(): string | undefined {
  return useRouterState({ select: ({ location }) => /^\/patients\/([0-9a-f-]{36})/.exec(location.pathname)?.[1] });
}

/** Pages and entries of the open chart with these words: results, vital signs, allergies, documents, diagnoses, notes and whatever else happened. */
export function useInThisChart(words: string, may: (permission: string) => boolean): readonly FoundInChart[] {
  const patientId = useOpenChart();
  const isAsked = patientId !== undefined && words.trim().length > 2;
  const found = useQuery({
    queryKey: ['patient', patientId, 'timeline', 'words', words],
    queryFn: () => api.get(`/patients/${patientId}/timeline`, Timeline, { words, limit: most }),
    enabled: isAsked && may('chart.read'),
  });
  if (!isAsked) return [];
  const pages = chartTabs
    .filter(({ label, may: needs }) => may(needs) && label.toLowerCase().includes(words.trim().toLowerCase()))
    .map(({ path, label }) => ({ id: `tab ${path}`, label, description: 'Page of this chart', place: addressOf(`/patients/${patientId}/${path}`) }));
  const entries = (found.data?.items ?? []).map((entry) => ({
    id: `${entry.kind} ${entry.id} ${entry.title}`,
    label: entry.detail ? `${entry.title}, ${entry.detail}` : entry.title,
    description: `In this chart: ${kindWords[entry.kind].toLowerCase()}, ${day(entry.at)}`,
    place: addressOf(placeOf(entry, patientId)),
  }));
  return [...pages, ...entries];
}
