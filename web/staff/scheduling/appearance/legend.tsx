import type { ScheduleEntry } from '../schedule.ts';
import { legendOf, type Marking } from './appearance.ts';
import { Sign } from './sign.tsx';
import classes from './appearance.module.css';

const titles: Readonly<Record<Marking['by'], string>> = { status: 'Status', type: 'Kind', program: 'Program', clinician: 'Clinician' };

/** What the colors and signs in sight mean. */
export function Legend({ marking, entries }: { readonly marking: Marking; readonly entries: readonly ScheduleEntry[] }) {
  const marks = legendOf(marking, entries);
  if (marks.length === 0) return null;
  return (
    <ul className={classes.legend} aria-label={`Colors: ${titles[marking.by]}`}>
      {marks.map((mark) => (
        <li key={mark.key} className={`${classes.known} ${classes.toned}`} data-tone={mark.tone}>
          <span className={classes.swatch}>
            <Sign mark={mark} />
          </span>
          {mark.name}
        </li>
      ))}
    </ul>
  );
}
