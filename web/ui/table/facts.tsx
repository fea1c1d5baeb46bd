import type { ReactNode } from 'react';
import classes from './facts.module.css';

/** Names and values, two columns when there is room. What is not known shows as a dash, never as nothing. */
export function Facts({ facts }: { readonly facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd>{value === null || value === undefined || value === '' ? <span aria-label="not recorded">–</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
