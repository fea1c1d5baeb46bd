import { tileRow, type Tile } from '#server/platform/index.ts';
import { worklistOf } from './list-worklist.action.ts';

const opens = (patientId: string) => `/patients/${patientId}/assessments`;

/** What home pages ask of measurement. */
export const measurementTiles: readonly Tile[] = [
  {
    code: 'assessments.off-track',
    asks: 'My patients off track',
    means: 'Patients of whom I am the primary clinician and who on some instrument are reliably worse, or less than 20% better after six weeks.',
    may: 'assessment.read',
    rows: async (tx) =>
      (await worklistOf(tx))
        .filter(({ offTrack }) => offTrack.length > 0)
        .map(({ patientId, patientName, offTrack }) => {
          const what = offTrack.map(({ abbreviation, first, last }) => `${abbreviation} ${first} to ${last}`).join(', ');
          return tileRow({
            id: patientId,
            patientId,
            who: patientName,
            what,
            isLate: offTrack.some(({ reason }) => reason === 'reliably-worse'),
            opens: opens(patientId),
          });
        }),
  },
  {
    code: 'assessments.to-ask',
    asks: 'Assessments to ask for',
    means: 'Patients of whom I am the primary clinician and of whom an assessment is due by the cadence of their program. Late: overdue.',
    may: 'assessment.read',
    rows: async (tx) =>
      (await worklistOf(tx))
        .filter(({ due }) => due.length > 0)
        .map(({ patientId, patientName, due }) => {
          const [first] = due.toSorted((one, other) => one.dueOn.toString().localeCompare(other.dueOn.toString()));
          const what = due.map(({ abbreviation }) => abbreviation).join(', ');
          const isLate = due.some(({ state }) => state === 'overdue');
          return tileRow({ id: patientId, patientId, who: patientName, what, day: first?.dueOn ?? null, isLate, opens: opens(patientId) });
        }),
  },
];
