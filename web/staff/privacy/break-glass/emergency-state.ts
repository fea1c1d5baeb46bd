/** Charts that this person holds open in an emergency; the api client names one of them on requests made from it. */
const open = new Set<string>();

/** Tells which charts are open in an emergency now. */
export function knowEmergencies(patientIds: readonly string[]): void {
  open.clear();
  for (const id of patientIds) open.add(id);
}

/** The chart in an emergency from which a request is made: that of the address, else of a note while only one is open. */
export function emergencyAt(path: string, patientIds: ReadonlySet<string> = open): string | undefined {
  const named = /^\/patients\/([0-9a-f-]{36})/.exec(path)?.[1];
  if (named) return patientIds.has(named) ? named : undefined;
  const [only] = patientIds;
  return /^\/(notes|signed-notes)\//.test(path) && patientIds.size === 1 ? only : undefined;
}
