import { Anchor, Badge, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CarePlanList } from '#server/careplans/plans/plans.contract.ts';
import { DiagnosisList } from '#server/charting/diagnoses/diagnoses.contract.ts';
import { NoteList } from '#server/charting/notes/notes.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { day, moment } from '../../../ui/format/words.ts';
import { changeWords } from '../../assessments/assessment-words.ts';
import { assessmentQueries } from '../../assessments/assessment-queries.ts';
import { levelWords } from '../../assessments/risk/risk-words.ts';
import { SummaryCard, SummaryLine } from './summary-card.tsx';

interface OfPatient {
  readonly patientId: string;
}

const useDiagnoses = (patientId: string) =>
  useQuery({
    queryKey: ['patient', patientId, 'diagnoses'],
    queryFn: () => api.get(`/patients/${patientId}/diagnoses`, DiagnosisList, { resolved: 'without' }),
  });

const usePlans = (patientId: string) =>
  useQuery({ queryKey: ['patient', patientId, 'care-plans'], queryFn: () => api.get(`/patients/${patientId}/care-plans`, CarePlanList) });

/** What stands on the problem list. */
export function DiagnosesCard({ patientId }: OfPatient) {
  return (
    <SummaryCard
      title="Diagnoses"
      patientId={patientId}
      tab="diagnoses"
      query={useDiagnoses(patientId)}
      isEmpty={({ items }) => items.length === 0}
      empty="No diagnosis yet. One is needed before a note can be billed."
    >
      {({ items }) =>
        items.slice(0, 6).map(({ id, code, clinicianLabel, description, specifiers, isPrincipal, certainty, codeSays }) => (
          <SummaryLine key={id} strong={isPrincipal} quiet={[code, ...specifiers, certainty === 'confirmed' ? '' : certainty, codeSays].filter(Boolean).join(', ')}>
            {clinicianLabel || description}
          </SummaryLine>
        ))
      }
    </SummaryCard>
  );
}

/** Goals of the plans, and by when each is to be reviewed. */
export function PlanCard({ patientId }: OfPatient) {
  return (
    <SummaryCard title="Plan" patientId={patientId} tab="care-plans" query={usePlans(patientId)} isEmpty={({ items }) => items.length === 0} empty="No care plan yet.">
      {({ items }) =>
        items.flatMap(({ id, programName, due, isOverdue, entries }) => [
          <SummaryLine key={id} quiet={`${programName}, review by ${day(due)}`}>
            {isOverdue && (
              <Badge size="sm" variant="light" color="orange">
                review overdue
              </Badge>
            )}
          </SummaryLine>,
          ...entries
            .filter(({ kind }) => kind === 'goal')
            .slice(0, 4)
            .map((goal) => <SummaryLine key={goal.id}>{goal.fields['words'] ?? ''}</SummaryLine>),
        ])
      }
    </SummaryCard>
  );
}

const isNeed = (code: string) => /^Z(5[5-9]|6[0-5]|7[35])/.test(code);

/** What stands in the way outside of treatment: circumstances on the problem list (Z55 to Z65, Z73, Z75), and problems of the plans. */
export function NeedsCard({ patientId }: OfPatient) {
  const diagnoses = useDiagnoses(patientId);
  const plans = usePlans(patientId);
  const circumstances = (diagnoses.data?.items ?? [])
    .filter(({ code }) => isNeed(code))
    .map(({ id, clinicianLabel, description }) => ({ id, says: clinicianLabel || description }));
  const problems = (plans.data?.items ?? []).flatMap(({ entries }) =>
    entries.filter(({ kind }) => kind === 'problem').map(({ id, fields }) => ({ id, says: fields['statement'] ?? '' })),
  );
  return (
    <SummaryCard
      title="Needs"
      patientId={patientId}
      tab="care-plans"
      query={diagnoses}
      isEmpty={() => circumstances.length + problems.length === 0}
      empty="No need is written down yet."
    >
      {() => [...circumstances, ...problems].slice(0, 8).map(({ id, says }) => <SummaryLine key={id}>{says}</SummaryLine>)}
    </SummaryCard>
  );
}

/** The last signed notes. */
export function NotesCard({ patientId }: OfPatient) {
  const list = useQuery({ queryKey: ['patient', patientId, 'notes', 'last'], queryFn: () => api.get(`/patients/${patientId}/notes`, NoteList, { limit: 5 }) });
  return (
    <SummaryCard title="Last notes" patientId={patientId} tab="notes" query={list} isEmpty={({ items }) => items.length === 0} empty="No signed note yet.">
      {({ items }) =>
        items.map(({ id, title, startedAt, signedAt, signedBy }) => (
          <SummaryLine key={id} quiet={`${moment(startedAt ?? signedAt)}, ${signedBy}`}>
            <Anchor component={Link} to={`/signed-notes/${id}`} size="sm" fw={550}>
              {title}
            </Anchor>
          </SummaryLine>
        ))
      }
    </SummaryCard>
  );
}

/** The last score of each instrument, and how it changed. */
export function ScoresCard({ patientId }: OfPatient) {
  const history = useQuery(assessmentQueries.history(patientId));
  return (
    <SummaryCard title="Scores" patientId={patientId} tab="assessments" query={history} isEmpty={({ series }) => series.length === 0} empty="Nothing was asked yet.">
      {({ series }) =>
        series.slice(0, 6).map(({ instrumentCode, abbreviation, answeredBy, points, change, offTrack }) => {
          const [before, last] = [points.at(-2), points.at(-1)];
          const words = offTrack ? 'off track' : changeWords(change);
          return (
            <SummaryLine
              key={`${instrumentCode} ${answeredBy}`}
              quiet={[last && day(last.at), last?.says, before?.score !== undefined && before.score !== null ? `before ${before.score}` : ''].filter(Boolean).join(', ')}
            >
              <Group gap="xs">
                {abbreviation} <strong>{last?.score ?? last?.says ?? ''}</strong>
                {words && (
                  <Badge size="sm" variant="light" color={offTrack || change === 'worse' ? 'orange' : 'gray'}>
                    {words}
                  </Badge>
                )}
              </Group>
            </SummaryLine>
          );
        })
      }
    </SummaryCard>
  );
}

/** Where somebody stands on the suicide-risk pathway. */
export function RiskCard({ patientId }: OfPatient) {
  const risk = useQuery(assessmentQueries.risk(patientId));
  return (
    <SummaryCard
      title="Risk"
      patientId={patientId}
      tab="assessments"
      query={risk}
      isEmpty={({ items }) => items.every(({ closedAt }) => closedAt !== null)}
      empty="Not on the suicide-risk pathway."
    >
      {({ items }) =>
        items
          .filter(({ closedAt }) => closedAt === null)
          .map(({ id, level, programName, ownerName, openedAt, plan }) => (
            <SummaryLine
              key={id}
              strong
              quiet={`${programName}, since ${day(openedAt)}, ${ownerName ?? 'in nobody’s hands'}; ${plan ? `safety plan of ${day(plan.at)}` : 'no safety plan yet'}`}
            >
              {level === null ? 'On the pathway, not formulated yet' : levelWords[level]}
            </SummaryLine>
          ))
      }
    </SummaryCard>
  );
}
