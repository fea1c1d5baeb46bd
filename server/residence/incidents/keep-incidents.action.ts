import { action, Refused, refuseIf } from '#server/platform/index.ts';
import { obstaclesToMoment } from '../residencies/moment.rules.ts';
import { lockLodger } from '../residencies/residencies.store.ts';
import { incidentKinds } from './incident.ts';
import type { ReportIncident } from './incidents.contract.ts';
import { incidents, insertIncident, lockIncident, namesInHouse, writeFollowUp } from './incidents.store.ts';
import { obstaclesToNames } from './names.rules.ts';

/** Reports what happened: one report for each person involved, each in the record of that person alone and naming nobody else who lives here. */
export const reportIncident = action('residence.report-incident', async (tx, { people, ...event }: ReportIncident): Promise<void> => {
  const happenedAt = Temporal.Instant.from(event.happenedAt);
  const everybody = await namesInHouse(tx);
  const lodgers = [];
  for (const told of people) lodgers.push({ told, lodger: await lockLodger(tx, told.residencyId) });
  refuseIf([
    ...obstaclesToMoment(happenedAt, tx.now, undefined),
    ...lodgers.flatMap(({ told, lodger }, place) => [
      ...obstaclesToNames(told.whatHappened, lodger.patientId, everybody, `people.${place}.whatHappened`),
      ...obstaclesToNames(told.whatWasDone, lodger.patientId, everybody, `people.${place}.whatWasDone`),
    ]),
  ]);
  const hours = incidentKinds.find(({ code }) => code === event.kind)?.followUpHours ?? 24;
  const facts = { ...event, happenedAt, dueAt: tx.now.add({ hours }) };
  for (const { told, lodger } of lodgers) {
    await insertIncident(tx, lodger, facts, told);
    tx.touch({ kind: 'incident-report', id: told.id, patientId: lodger.patientId, programId: lodger.programId });
  }
});

/** Reports of one's programs, those to be followed up first. */
export const listIncidents = action('residence.list-incidents', async (tx) => {
  const rows = await incidents(tx);
  tx.touch({ kind: 'incident-report', patientId: [...new Set(rows.map(({ patientId }) => patientId))] });
  const items = rows.map((row) => ({ ...row, isOverdue: row.followUp === null && Temporal.Instant.compare(row.followUpDueAt, tx.now) < 0 }));
  return { kinds: [...incidentKinds], items };
});

/** Says what came of an incident: once, for the report of one person. */
export const followUpIncident = action(
  'residence.follow-up-incident',
  async (tx, { incidentReportId: reportId, followUp }: { incidentReportId: string; followUp: string }): Promise<void> => {
    const row = await lockIncident(tx, reportId);
    if (row.followUp !== null)
      throw new Refused('incident.followed-up', { code: 'incident.followed-up', says: `${row.followedUpByName ?? 'Somebody'} followed this up already.` }, 409);
    refuseIf(obstaclesToNames(followUp, row.patientId, await namesInHouse(tx), 'followUp'));
    await writeFollowUp(tx, reportId, followUp);
    tx.touch({ kind: 'incident-report', id: reportId, patientId: row.patientId, programId: row.programId, fields: ['followUp'] });
  },
);
