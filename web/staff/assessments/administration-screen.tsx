import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { moment } from '../../ui/format/words.ts';
import { Failed, Page, Waiting } from '../../ui/states/states.tsx';
import { patientQueries, useRefreshPatient } from '../patients/patient-queries.ts';
import { answererWords, modeWords } from './assessment-words.ts';
import { assessmentQueries, useFreshAnswers } from './assessment-queries.ts';
import { FillForm } from './fill-form.tsx';
import { ResultView } from './result-view.tsx';

/** One instrument as it was asked of one person: questions while it is open, the result once it is sealed. */
export function AdministrationScreen() {
  const { administrationId = '' } = useParams({ strict: false }) as { administrationId?: string };
  const asked = useQuery(assessmentQueries.one(administrationId));
  const patientId = asked.data?.patientId ?? '';
  const banner = useQuery({ ...patientQueries.banner(patientId), enabled: patientId !== '' });
  const refresh = useRefreshPatient(patientId);
  useFreshAnswers(patientId, asked.data ? [asked.data] : []);
  if (asked.isError) return <Failed error={asked.error} retry={() => void asked.refetch()} />;
  if (!asked.data) return <Waiting label="Opening the questions" />;
  const { instrument, state, answeredBy, mode, startedAt, completedAt } = asked.data;
  return (
    <Page
      title={`${instrument.abbreviation}${banner.data ? `, ${banner.data.name}` : ''}`}
      width={880}
      actions={
        <Anchor component={Link} to={`/patients/${patientId}/assessments`} size="sm">
          All assessments
        </Anchor>
      }
    >
      <Text size="sm" c="dimmed">
        {instrument.title}. {completedAt ? `Completed ${moment(completedAt)}` : `Begun ${moment(startedAt)}`}, {answererWords[answeredBy]}, {modeWords[mode]}.
      </Text>
      {state === 'open' && mode !== 'staff' && <Text size="sm">This is being answered {modeWords[mode]}. You may also finish it here.</Text>}
      {state === 'open' ? (
        <FillForm
          administration={asked.data}
          onDone={() => {
            void asked.refetch();
            void refresh();
            window.scrollTo({ top: 0 });
          }}
        />
      ) : (
        <ResultView administration={asked.data} onChange={() => void asked.refetch()} />
      )}
    </Page>
  );
}
