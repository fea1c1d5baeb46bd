// Values are on this device until the form is sent or put aside, through reload, crash and closed tab; only for the person who typed them.
const prefix = 'mooring-form:';

let owner = '';

function keyOf(name: string): string {
  return `${prefix}${owner}:${name}`;
}

/** Says who fills in forms at this browser now. What somebody else left on it goes: a shared desk shows nobody's words to another. */
export function claimForms(staffId: string): void {
  if (owner === staffId) return;
  owner = staffId;
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix) && !key.startsWith(keyOf(''))) localStorage.removeItem(key);
  } catch {
    // Where storage is forbidden nothing is kept, and nothing can be left over.
  }
}

/** What this person had typed into a form before the page went away. */
export function keptValues<Values extends object>(name: string): Partial<Values> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Partial<Values>) : {};
  } catch {
    return {};
  }
}

/** Keeps what is typed so far. */
export function keepValues(name: string, values: object): void {
  if (owner === '') return;
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(values));
  } catch {
    // A full or forbidden store takes nothing from the form that is open.
  }
}

/** The form was sent or put aside. */
export function forgetValues(name: string): void {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // As above.
  }
}
