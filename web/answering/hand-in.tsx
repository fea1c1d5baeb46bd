import { Button, Text } from '@mantine/core';
import { Failed } from '../ui/states/states.tsx';
import classes from './questions-page.module.css';

interface HandInProps {
  readonly blanks: readonly { readonly place: number; readonly text: string }[];
  readonly onGo: (place: number) => void;
  readonly onBack: () => void;
  readonly onHandIn: () => void;
  readonly isPending: boolean;
  readonly error: unknown;
}

/** The last step: what was left blank, and the one button that hands in. */
export function HandIn({ blanks, onGo, onBack, onHandIn, isPending, error }: HandInProps) {
  return (
    <div className={classes.form}>
      {blanks.length === 0 ? (
        <Text>You answered every question. You can still go back and change an answer.</Text>
      ) : (
        <>
          <Text>You left {blanks.length === 1 ? 'one question' : `${blanks.length} questions`} blank. You may answer now, or hand in as it is.</Text>
          <ul className={classes.blanks}>
            {blanks.map(({ place, text }) => (
              <li key={place}>
                <button type="button" onClick={() => onGo(place)}>
                  {place + 1}. {text}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {error ? <Failed error={error} /> : null}
      <div className={classes.steps}>
        <Button variant="default" size="md" onClick={onBack}>
          Back
        </Button>
        <Button size="md" loading={isPending} onClick={onHandIn}>
          Hand in
        </Button>
      </div>
    </div>
  );
}
