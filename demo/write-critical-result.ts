import type pg from 'pg';
import { analytesOf, interpreted, panelOf, resultLine, reviewWithinHours, takenUpBy } from '#server/observations/index.ts';
import { copyRows } from './copy.ts';
import { Chance } from './random.ts';
import type { Story } from './story.ts';

/** Writes one lithium level that cannot wait as the product does: the result, its task with a clock, and the alert on the chart. */
export async function writeCriticalResult(client: pg.Client, { cast, people, stays }: Pick<Story, 'cast' | 'people' | 'stays'>, now: Temporal.Instant): Promise<void> {
  const [stay, panel] = [stays.findLast(({ program, endedOn }) => program === 'psychiatry' && endedOn === null), panelOf('lithium')];
  const patientId = stay && people[stay.patient]?.id;
  if (patientId === undefined || panel === undefined) return;
  const chance = new Chance(61);
  const [writtenAt, programId, prescriber] = [now.subtract({ minutes: 20 }), cast.programIds.psychiatry, cast.personaIds.prescriber];
  const values = interpreted(analytesOf(panel), { lithium: { value: '1.64', low: '0.60', high: '1.20' } });
  const [resultId, alertId, says] = [chance.uuid(writtenAt), chance.uuid(writtenAt), resultLine(analytesOf(panel), values)];
  await copyRows(
    client,
    'observations.result',
    `id version patient_id program_id panel panel_name collected_at received_at laboratory clia specimen values worst says state written_at written_by review_due ordered_by`.split(
      ' ',
    ),
    [
      [
        resultId,
        1,
        patientId,
        programId,
        panel.code,
        panel.name,
        now.subtract({ hours: 26 }),
        writtenAt,
        'Tidewater Reference Laboratory',
        '50D9999901',
        panel.specimen,
        { json: values },
        'critical',
        says,
        'recorded',
        writtenAt,
        prescriber,
        writtenAt.add({ hours: reviewWithinHours.critical }),
        prescriber,
      ],
    ],
  );
  await copyRows(
    client,
    'patients.alert',
    ['id', 'patient_id', 'program_id', 'kind', 'severity', 'says', 'since', 'kept_by'],
    [[alertId, patientId, programId, 'safety', 'danger', 'A critical result waits to be taken up', writtenAt, 'critical-result']],
  );
  const dueAt = takenUpBy(writtenAt);
  await copyRows(client, 'teams.task', `id patient_id program_id title details due_on due_at for_staff_id made_at kept_by kept_id opens alert_id`.split(' '), [
    [
      chance.uuid(writtenAt),
      patientId,
      programId,
      `Critical result: ${says}`,
      `${panel.name}. Look at it, and write what was done.`,
      dueAt.toZonedDateTimeISO('America/Los_Angeles').toPlainDate(),
      dueAt,
      prescriber,
      writtenAt,
      'critical-result',
      resultId,
      `/patients/${patientId}/results?open=${resultId}`,
      alertId,
    ],
  ]);
}
