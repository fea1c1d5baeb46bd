import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconVaccineOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useClosedToMe } from '../privacy/need-to-know/closed-to-me.tsx';
import classes from './allergy-line.module.css';
import { allergyLine, standingWords } from './allergy-words.ts';
import { observationQueries } from './observation-queries.ts';

/** Allergies in the banner of a chart: the list, that none is known, or that nobody has asked. */
export function AllergyLine({ patientId }: { readonly patientId: string }) {
  const allergies = useQuery(observationQueries.allergies(patientId));
  const closed = useClosedToMe(patientId);
  if (allergies.isError) return <p className={classes.line}>Allergies could not be read. Ask before you give anything.</p>;
  if (!allergies.data) return null;
  const active = allergies.data.items.filter(({ state }) => state === 'active');
  // Nobody may read a closed chart as one in which nothing was asked.
  if (active.length === 0 && closed.data && closed.data.items.length > 0)
    return <p className={classes.line}>Allergies are not shown to you. Ask before you give anything.</p>;
  const words = standingWords(allergies.data);
  return (
    <Link to={`/patients/${patientId}/allergies`} className={classes.line} data-tone={active.length > 0 ? 'listed' : allergies.data.standing.is}>
      {words === undefined ? <IconAlertTriangle size={15} stroke={1.8} aria-hidden /> : <IconVaccineOff size={15} stroke={1.8} aria-hidden />}
      {words ?? (
        <span>
          <strong>Allergies</strong>{' '}
          {active.map((allergy, place) => (
            <span key={allergy.id} data-criticality={allergy.criticality}>
              {place > 0 && ' · '}
              {allergyLine(allergy)}
            </span>
          ))}
        </span>
      )}
    </Link>
  );
}
