// Values live as long as the tab, also through a reload or a crash of the page; never on disk for the next person at a shared desk.
const prefix = 'mooring-form:';

/** What this person had typed into a form before the page went away. */
export function keptValues<Values extends object>(name: string): Partial<Values> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + name) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Partial<Values>) : {};
  } catch {
    return {};
  }
}

/** Keeps what is typed so far. */
export function keepValues(name: string, values: object): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(values));
  } catch {
    // A full or forbidden store takes nothing from the form that is open.
  }
}

/** The form was sent or put aside. */
export function forgetValues(name: string): void {
  sessionStorage.removeItem(prefix + name);
}
