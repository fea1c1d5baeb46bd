import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { hintId } from './carrying.ts';
import classes from './moving.module.css';

const keys: readonly { readonly keys: readonly string[]; readonly says: string }[] = [
  { keys: ['←', '→'], says: 'day or person' },
  { keys: ['↑', '↓'], says: '5 minutes' },
  { keys: ['Page ↑', 'Page ↓'], says: 'an hour' },
  { keys: ['Shift', '↑', '↓'], says: 'length' },
  { keys: ['Enter'], says: 'put down' },
  { keys: ['Esc'], says: 'put back' },
];

function Key({ children }: { readonly children: ReactNode }) {
  return <Kbd size="xs">{children}</Kbd>;
}

interface CarryLineProps {
  /** What was said last; read out as it changes. */
  readonly said: string;
  readonly isCarrying: boolean;
}

/** What is carried and where it would be put down, read out as it goes, with the keys that mean something now. */
export function CarryLine({ said, isCarrying }: CarryLineProps) {
  return (
    <>
      <span id={hintId} hidden>
        Press M to move it with the arrow keys.
      </span>
      <div className={classes.line} data-active={isCarrying}>
        <div role="status" aria-label="Moving" className={classes.said}>
          {said}
        </div>
        {isCarrying && (
          <div className={classes.keys}>
            {keys.map((one) => (
              <span key={one.says}>
                {one.keys.map((key) => (
                  <Key key={key}>{key}</Key>
                ))}{' '}
                {one.says}
              </span>
            ))}
          </div>
        )}
      </div>
    </>
  );
}
