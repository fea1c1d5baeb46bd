import { sql } from 'kysely';
import { tileRows, type Tile } from '#server/platform/index.ts';

/** What home pages ask of emergency access. */
export const emergencyTiles: readonly Tile[] = [
  {
    code: 'privacy.emergency-reviews',
    asks: 'Emergency access to review',
    means: 'Charts that were opened in an emergency and wait for a verdict. Late: past the hours of the oversight policy.',
    may: 'privacy.review',
    rows: (tx) =>
      tileRows(
        {
          id: sql`v.emergency_id`,
          patientId: sql`o.patient_id`,
          who: sql`coalesce(p.display_name, 'Somebody out of my reach')`,
          what: sql`'opened by ' || o.staff_name`,
          at: sql`v.due_at`,
          isLate: sql`v.due_at < ${tx.now}`,
          opens: sql`'/privacy'`,
        },
        sql`from privacy.emergency_review v join privacy.emergency_access o on o.id = v.emergency_id left join patients.patient_name p on p.id = o.patient_id where v.verdict is null`,
      ),
    screen: { to: '/privacy', asks: '/emergency-reviews', at: 'items' },
  },
];
