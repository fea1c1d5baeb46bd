import type { CSSProperties, Ref } from 'react';
import type { Item } from '#server/assessments/instruments/instrument.contract.ts';
import { optionKeys } from './option-keys.ts';
import classes from './question.module.css';
import type { Answer, Asked } from './use-answers.ts';

interface QuestionProps {
  readonly item: Item;
  readonly place: number;
  readonly instrument: Asked;
  readonly answer: Answer | undefined;
  readonly onAnswer: (value: Answer | null) => void;
  /** What is missing or wrong, in words. */
  readonly complaint?: string | undefined;
  /** Whether digits are shown beside the options: to staff, not to patients. */
  readonly hasKeys?: boolean;
  readonly fieldRef?: Ref<HTMLFieldSetElement>;
}

// Answers that are sentences are read one below the other; of shorter ones as many stand side by side as have room on one line.
const longLabel = 32;

function Choices({ item, instrument, answer, onAnswer, hasKeys }: QuestionProps) {
  const options = instrument.optionSets[item.options ?? ''] ?? [];
  const keys = optionKeys(options);
  const longest = Math.max(...options.map(({ label }) => label.length));
  return (
    <div className={classes.options} data-long={longest > longLabel || undefined} style={{ '--letters': longest } as CSSProperties}>
      {options.map(({ label }, option) => (
        <label key={label} className={classes.option} data-chosen={answer === option || undefined}>
          <input type="radio" name={item.id} checked={answer === option} onChange={() => onAnswer(option)} />
          <span>{label}</span>
          {hasKeys && keys[option] && <kbd aria-hidden>{keys[option]}</kbd>}
        </label>
      ))}
    </div>
  );
}

function Written({ item, answer, onAnswer }: QuestionProps) {
  if (item.words)
    return (
      <textarea
        className={classes.words}
        rows={3}
        maxLength={2000}
        aria-label={item.text}
        value={answer ?? ''}
        onChange={({ currentTarget }) => onAnswer(currentTarget.value || null)}
      />
    );
  const { min, max } = item.number ?? { min: 0, max: 0 };
  const take = (text: string) => onAnswer(/^\d+$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : null);
  return (
    <label className={classes.number}>
      <input
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        aria-label={item.text}
        defaultValue={answer ?? ''}
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
      <span>
        {min} to {max}
      </span>
    </label>
  );
}

/** One question with its answers, large enough for a thumb. */
export function Question(props: QuestionProps) {
  const { item, place, complaint, fieldRef } = props;
  return (
    <fieldset ref={fieldRef} className={classes.question} data-question={item.id} data-wanting={complaint ? true : undefined}>
      <legend>
        <span className={classes.place} aria-hidden>
          {place}
        </span>
        {item.text}
      </legend>
      {complaint && (
        <p className={classes.complaint} role="alert">
          {complaint}
        </p>
      )}
      {item.options === undefined ? <Written {...props} /> : <Choices {...props} />}
    </fieldset>
  );
}
