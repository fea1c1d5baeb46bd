import classes from './questions-page.module.css';

/** Where to call now: words of the clinic, and numbers that a phone dials. */
export function CrisisHelp({ words }: { readonly words: string }) {
  return (
    <section className={classes.crisis} role="alert" aria-label="Help now">
      <p>{words}</p>
      <div>
        <a href="tel:988">Call 988</a>
        <a href="sms:988">Text 988</a>
        <a href="tel:911">Call 911</a>
      </div>
    </section>
  );
}
