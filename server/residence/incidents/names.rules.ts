import type { Obstacle } from '#server/platform/index.ts';

/** Somebody whose name must not stand in the record of another. */
export interface Named {
  readonly patientId: string;
  readonly givenName: string;
  readonly familyName: string;
}

const letters = /[\p{L}\p{M}'’-]+/gu;

/** Names that stand in a text as words of their own, written as names are: Will is a name, will is not. */
function namesIn(text: string, { givenName, familyName }: Named): string[] {
  const words = new Set(text.match(letters)?.map((word) => word.replace(/['’]s$/u, '')));
  return [givenName, familyName].flatMap((name) => name.split(/\s+/u)).filter((name) => name.length > 2 && words.has(name));
}

/** What a report about one person says of another who lives here: the record of the one never names the other. */
export function obstaclesToNames(text: string, of: string, others: readonly Named[], at: string): Obstacle[] {
  const found = [...new Set(others.filter(({ patientId }) => patientId !== of).flatMap((other) => namesIn(text, other)))];
  const own = others.filter(({ patientId }) => patientId === of).flatMap((person) => namesIn(text, person));
  const foreign = found.filter((name) => !own.includes(name));
  return foreign.length === 0
    ? []
    : [{ code: 'incident.names-another', says: `Somebody else who lives here is named: ${foreign.join(', ')}. Write "another resident" instead.`, at }];
}
