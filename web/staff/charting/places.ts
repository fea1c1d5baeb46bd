const inputs = 'textarea, input:not([type=hidden]), button, select';

function placeOf(at: string): HTMLElement | null {
  return document.getElementById(`at-${at}`) ?? document.getElementById(`at-${at.split('.')[0] ?? ''}`);
}

/** Where the cursor belongs in a place: where it says itself that it goes on, or at its beginning. */
function fieldIn(at: string): HTMLElement | null | undefined {
  const place = placeOf(at);
  return place?.querySelector<HTMLElement>('[data-next]') ?? place?.querySelector<HTMLElement>(inputs);
}

/** Brings the field into sight and puts the cursor there. */
export function goTo(at: string): void {
  placeOf(at)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  fieldIn(at)?.focus({ preventScroll: true });
}

/** Goes to the next of these places behind the cursor, from the last one to the first again. */
export function goToNext(open: readonly string[]): void {
  const here = document.activeElement;
  const isBehind = (at: string) => {
    const field = fieldIn(at);
    return field && here && (here.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  };
  const next = open.find(isBehind) ?? open[0];
  if (next) goTo(next);
}
