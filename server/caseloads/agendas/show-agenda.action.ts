import { action } from '#server/platform/index.ts';
import { programName, standardOf } from '#server/programs/index.ts';
import { agendaOf } from './agenda.rules.ts';
import { inCare, organisationDay } from './agendas.store.ts';

/** Who is to be talked over in a week, by the review clock of the program. */
export const showAgenda = action('caseload.show-agenda', async (tx, { programId, week }: { programId: string; week?: string | undefined }) => {
  const { reviewDays } = await standardOf(tx, programId);
  const { name } = await programName(tx, programId);
  const today = await organisationDay(tx);
  const day = week === undefined ? today : Temporal.PlainDate.from(week);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const sunday = monday.add({ days: 6 });
  const items = agendaOf(await inCare(tx, programId), reviewDays, sunday);
  tx.touch({ kind: 'agenda', programId, patientId: items.map(({ patientId }) => patientId) });
  return {
    programName: name,
    monday,
    sunday,
    reviewDays,
    items: items.map(({ reviewDue: _due, ...item }) => ({ ...item, isOverdue: Temporal.PlainDate.compare(item.dueOn, today) < 0 })),
  };
});
