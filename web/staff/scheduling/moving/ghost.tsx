import { useEffect, useRef } from 'react';
import { topOf, type GridScale } from '../drag.ts';
import { clockText } from '../zoned-time.ts';
import type { Carried } from './use-carrying.ts';
import classes from './moving.module.css';

/** The outline of what is carried, where it would be put down; kept in sight. */
export function Ghost({ carried, scale }: { readonly carried: Carried; readonly scale: GridScale }) {
  const place = useRef<HTMLDivElement>(null);
  const { at, appointment } = carried;
  useEffect(() => {
    // What it answers is no clean-up: newer browsers answer a promise.
    void place.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at]);
  return (
    <div ref={place} className={classes.ghost} style={{ top: topOf(at.start, scale), height: topOf(at.end, scale) - topOf(at.start, scale) }} aria-hidden>
      <strong>{appointment.patientName}</strong>{' '}
      <span>
        {clockText(at.start)} to {clockText(at.end)}
      </span>
    </div>
  );
}
