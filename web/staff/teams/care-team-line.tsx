import { useQuery } from '@tanstack/react-query';
import classes from '../patients/chart.module.css';
import { teamQueries } from './team-queries.ts';
import { teamWords } from './team-words.ts';

/** Who looks after this person, in one line over every page of the chart. */
export function CareTeamLine({ patientId }: { readonly patientId: string }) {
  const team = useQuery(teamQueries.careTeam(patientId));
  const words = teamWords(team.data?.items ?? []);
  if (words.length === 0) return null;
  return (
    <ul className={classes.team} aria-label="Care team">
      {words.map(({ staffId, says, leads }) => (
        <li key={staffId} data-leads={leads || undefined}>
          {says}
        </li>
      ))}
    </ul>
  );
}
