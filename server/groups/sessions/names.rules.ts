import data from '#content/groups/names.json' with { type: 'json' };

/** A person by the names that others could know them by. */
export interface Named {
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
}

const particles = new Set(data.particles);
const ordinaryWords = new Set(data.ordinaryWords);

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]{2,})*/gu) ?? [];
}

function withShortForms(name: string): string[] {
  const known = data.shortForms.filter(([formal, ...short]) => formal === name || short.includes(name));
  return [name, ...known.flatMap(([formal = '', ...short]) => (formal === name ? short : [formal]))];
}

/** Every word by which this person could be meant: given and family name, name to use, and their short forms. */
export function nameForms({ name, givenName, familyName }: Named): ReadonlySet<string> {
  const given = wordsOf(`${name} ${givenName}`).map(folded);
  const family = wordsOf(familyName).map(folded);
  return new Set([...given.flatMap(withShortForms), ...family].filter((word) => word.length > 1 && !particles.has(word)));
}

/** A name that is also a word, or of two letters, counts when it is written with a capital. */
function countsAsName(word: string, form: string): boolean {
  return (form.length > 2 && !ordinaryWords.has(form)) || /^\p{Lu}/u.test(word);
}

/**
 * Words of a text that name one of the others. `self` is whose record it is: a name that both bear is theirs.
 * By whole words, whatever the case and the accents; possessives count too.
 */
export function namesOfOthers(text: string, others: readonly Named[], self?: Named): readonly string[] {
  const own = self ? nameForms(self) : new Set<string>();
  const foreign = new Set(others.flatMap((other) => [...nameForms(other)]).filter((form) => !own.has(form)));
  return [...new Set(wordsOf(text).filter((word) => foreign.has(folded(word)) && countsAsName(word, folded(word))))];
}
