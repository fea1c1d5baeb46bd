import { Badge, Button, Select, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import type { Reviews } from '#server/stays/reviews/reviews.contract.ts';
import { api } from '../../ui/api/api.ts';
import { tellProblem } from '../../ui/form/tell.ts';
import { day } from '../../ui/format/words.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { Page } from '../../ui/states/states.tsx';
import { Lines, type Column } from '../../ui/table/lines.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMay } from '../identity/session.ts';
import { useMyPrograms } from '../programs/program-queries.ts';
import { stayQueries } from './stay-queries.ts';

type Review = Reviews['items'][number];

const stateColors = { later: 'gray', soon: 'tide', overdue: 'orange' } as const;
const OpenedDraft = z.object({ id: z.uuid() });

function Write({ review }: { readonly review: Review }) {
  const navigate = useNavigate();
  const { patientId, programId, templateCode } = review;
  const opening = useMutation({
    mutationFn: () => api.post('/drafts', OpenedDraft, { patientId, programId, templateCode }),
    onSuccess: ({ id }) => void navigate({ to: `/notes/${id}` }),
    onError: tellProblem,
  });
  return (
    <Button size="compact-sm" variant="light" loading={opening.isPending} aria-label={`Write the review of ${review.name}`} onClick={() => opening.mutate()}>
      Write
    </Button>
  );
}

const columns: readonly Column<Review>[] = [
  { label: 'Name', cell: ({ name, mrn }) => `${name}, ${mrn}` },
  { label: 'Program', cell: ({ programName }) => programName },
  {
    label: 'Due',
    cell: ({ dueOn, state, because }) => (
      <>
        <Badge size="sm" variant="light" color={stateColors[state]} tt="none" miw="max-content">
          {state === 'overdue' ? `overdue since ${day(dueOn)}` : day(dueOn)}
        </Badge>
        <Text size="xs" c="dimmed">
          {because === 'payer' ? 'before the authorization ends' : 'by the clock of the program'}
        </Text>
      </>
    ),
  },
  { label: 'Last review', cell: ({ lastReviewOn, lastReviewedBy }) => (lastReviewOn ? `${day(lastReviewOn)}, ${lastReviewedBy}` : 'none yet'), wide: true },
  {
    label: 'Approved through',
    cell: ({ authorizedThrough, payerName }) => (authorizedThrough ? `${day(authorizedThrough)}, ${payerName}` : 'no authorization'),
    wide: true,
  },
  { label: 'Reviewer', cell: ({ clinicianName, reviewer }) => clinicianName ?? reviewer, wide: true },
];

/** Continued-stay reviews: who is due, by whose clock, the most urgent first. */
export function ContinuedStayScreen() {
  const may = useMay();
  const programs = useMyPrograms();
  const [programId, setProgramId] = useState('');
  const reviews = useQuery(stayQueries.reviews(programId));
  const shown: readonly Column<Review>[] = may('chart.write') ? [...columns, { label: 'Review', cell: (review) => <Write review={review} /> }] : columns;
  return (
    <Page
      title="Continued stay"
      actions={<Select aria-label="Program" placeholder="All programs" clearable data={programs} value={programId || null} onChange={(id) => setProgramId(id ?? '')} />}
    >
      <Panel title="Reviews due" flush says="A signed review moves the day; nothing else does">
        <Loaded query={reviews} empty="No stay in your programs asks for a review.">
          {({ items }) => (
            <Lines
              label="Continued-stay reviews"
              rows={items}
              columns={shown}
              keyOf={({ episodeId }) => episodeId}
              to={({ patientId }) => `/patients/${patientId}/summary`}
              tone={({ state }) => (state === 'overdue' ? 'attention' : undefined)}
            />
          )}
        </Loaded>
      </Panel>
      {reviews.data && (
        <Text size="xs" c="dimmed">
          {reviews.data.source}
        </Text>
      )}
    </Page>
  );
}
