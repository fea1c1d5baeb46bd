import { Anchor, Badge, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { day, moment } from '../../../ui/format/words.ts';
import { medicationQueries } from '../../medications/medication-queries.ts';
import { allergyLine, standingWords } from '../../observations/allergy-words.ts';
import { observationQueries } from '../../observations/observation-queries.ts';
import { bloodPressure, shownValue } from '../../observations/vital-words.ts';
import { SummaryCard, SummaryLine } from './summary-card.tsx';

interface OfPatient {
  readonly patientId: string;
}

/** What a person takes now. */
export function MedicinesCard({ patientId }: OfPatient) {
  const list = useQuery(medicationQueries.list(patientId));
  const standing = (items: readonly { stoppedOn: string | null }[]) => items.some(({ stoppedOn }) => stoppedOn === null);
  return (
    <SummaryCard title="Medicines" patientId={patientId} tab="medications" query={list} isEmpty={({ items }) => !standing(items)} empty="No medicine is noted.">
      {({ items }) =>
        items
          .filter(({ stoppedOn }) => stoppedOn === null)
          .map(({ id, name, dose, programName, startedOn }) => (
            <SummaryLine key={id} quiet={[programName, startedOn && `since ${day(startedOn)}`].filter(Boolean).join(', ')}>
              <strong>{name}</strong> {dose}
            </SummaryLine>
          ))
      }
    </SummaryCard>
  );
}

/** Allergies, or that none is known, or that nobody asked. */
export function AllergiesCard({ patientId }: OfPatient) {
  const list = useQuery(observationQueries.allergies(patientId));
  return (
    <SummaryCard title="Allergies" patientId={patientId} tab="allergies" query={list} isEmpty={() => false} empty="">
      {(data) => {
        const words = standingWords(data);
        if (words) return <SummaryLine strong={data.standing.is === 'not-asked'}>{words}</SummaryLine>;
        return data.items
          .filter(({ state }) => state === 'active')
          .map((allergy) => (
            <SummaryLine key={allergy.id} strong={allergy.criticality === 'high'} quiet={allergy.criticality === 'high' ? 'may endanger life' : allergy.severity}>
              {allergyLine(allergy)}
            </SummaryLine>
          ));
      }}
    </SummaryCard>
  );
}

/** The last round of vital signs. */
export function VitalsCard({ patientId }: OfPatient) {
  const list = useQuery(observationQueries.vitals(patientId));
  return (
    <SummaryCard title="Vital signs" patientId={patientId} tab="vitals" query={list} isEmpty={({ items }) => items.length === 0} empty="No vital signs yet.">
      {({ items }) =>
        items.slice(0, 2).map((set) => (
          <SummaryLine key={set.id} quiet={`${moment(set.takenAt)}, ${set.writtenBy}`}>
            {[
              bloodPressure(set),
              set.measured.pulse && `pulse ${set.measured.pulse.value}`,
              shownValue(set, 'temperature'),
              shownValue(set, 'weight'),
              set.bodyMassIndex && `BMI ${set.bodyMassIndex}`,
            ]
              .filter(Boolean)
              .join(', ')}
          </SummaryLine>
        ))
      }
    </SummaryCard>
  );
}

/** The last results; what nobody has reviewed first. */
export function ResultsCard({ patientId }: OfPatient) {
  const list = useQuery(observationQueries.results(patientId));
  return (
    <SummaryCard title="Results" patientId={patientId} tab="results" query={list} isEmpty={({ items }) => items.length === 0} empty="No results yet.">
      {({ items }) =>
        items
          .toSorted((one, other) => Number(one.reviewedAt !== null) - Number(other.reviewedAt !== null))
          .slice(0, 5)
          .map(({ id, panelName, says, worst, collectedAt, reviewedAt }) => (
            <SummaryLine key={id} quiet={`${panelName}, ${day(collectedAt)}`}>
              <Group gap="xs">
                <Anchor component={Link} to={`/patients/${patientId}/results?open=${id}`} size="sm">
                  {says}
                </Anchor>
                {(reviewedAt === null || worst === 'critical') && (
                  <Badge size="sm" variant="light" color={worst === 'critical' ? 'red' : 'orange'}>
                    {worst === 'critical' ? 'critical' : 'to review'}
                  </Badge>
                )}
              </Group>
            </SummaryLine>
          ))
      }
    </SummaryCard>
  );
}
