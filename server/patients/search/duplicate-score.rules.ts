import { partsOf } from './name-code.rules.ts';
import { slipsBetween, soundsAlike } from './spelling.rules.ts';

/** What two records are compared by. Phones have ten digits. */
export interface Comparable {
  readonly givenName: string;
  readonly nameToUse?: string | null | undefined;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly phone?: string | null | undefined;
  readonly otherPhone?: string | null | undefined;
  readonly email?: string | null | undefined;
}

export type Band = 'same' | 'likely' | 'possible';

/** How likely two records are one person: 0 to 100, with the reasons in words. No band: not worth showing. */
export interface Likeness {
  readonly score: number;
  readonly band: Band | undefined;
  readonly because: readonly string[];
}

interface Evidence {
  readonly weight: number;
  readonly says?: string;
}

type Agreement = 'same' | 'near' | 'alike' | 'other';

function wordAgreement(left: string, right: string): Agreement {
  if (left === right) return 'same';
  if (Math.min(left.length, right.length) >= 4 && slipsBetween(left, right) === 1) return 'near';
  return soundsAlike(left, right) && left[0] === right[0] ? 'alike' : 'other';
}

const order: readonly Agreement[] = ['same', 'near', 'alike', 'other'];

/** The best agreement between any part of one name and any of the other; both names may have several. */
function nameAgreement(left: readonly string[], right: readonly string[]): Agreement {
  const found = left.flatMap((one) => right.map((other) => wordAgreement(one, other)));
  return order.find((agreement) => found.includes(agreement)) ?? 'other';
}

const familyEvidence: Readonly<Record<Agreement, Evidence>> = {
  same: { weight: 25, says: 'same family name' },
  near: { weight: 18, says: 'family name one letter apart' },
  alike: { weight: 14, says: 'family name sounds alike' },
  other: { weight: -15 },
};

const givenEvidence: Readonly<Record<Agreement, Evidence>> = {
  same: { weight: 20, says: 'same given name' },
  near: { weight: 14, says: 'given name one letter apart' },
  alike: { weight: 12, says: 'given name sounds alike' },
  other: { weight: -20 },
};

function birthEvidence(left: Temporal.PlainDate, right: Temporal.PlainDate): Evidence {
  if (left.equals(right)) return { weight: 35, says: 'same birth date' };
  if (left.year === right.year && left.month === right.day && left.day === right.month) return { weight: 24, says: 'birth date with day and month swapped' };
  const [one, other] = [left.toString(), right.toString()];
  if (slipsBetween(one, other) === 1) return { weight: 20, says: 'birth date one digit apart' };
  return { weight: left.year === right.year ? 0 : -30 };
}

const phonesOf = (person: Comparable) => [person.phone, person.otherPhone].filter((phone) => typeof phone === 'string' && phone !== '');

function phoneEvidence(left: Comparable, right: Comparable): Evidence {
  const others = phonesOf(right);
  return phonesOf(left).some((phone) => others.includes(phone)) ? { weight: 15, says: 'same phone' } : { weight: 0 };
}

function emailEvidence(left: Comparable, right: Comparable): Evidence {
  const isSame = Boolean(left.email) && left.email?.toLowerCase() === right.email?.toLowerCase();
  return isSame ? { weight: 10, says: 'same email' } : { weight: 0 };
}

function bandOf(score: number): Band | undefined {
  if (score >= 90) return 'same';
  if (score >= 65) return 'likely';
  return score >= 40 ? 'possible' : undefined;
}

const givenParts = (person: Comparable) => partsOf(`${person.givenName} ${person.nameToUse ?? ''}`);

/**
 * How likely two records are of one person. Weights add up as in Fellegi and Sunter's record linkage (1969):
 * agreement speaks for it, disagreement against it, what is missing says nothing.
 */
export function likenessOf(left: Comparable, right: Comparable): Likeness {
  const evidence: Evidence[] = [
    familyEvidence[nameAgreement(partsOf(left.familyName), partsOf(right.familyName))],
    givenEvidence[nameAgreement(givenParts(left), givenParts(right))],
    birthEvidence(left.birthDate, right.birthDate),
    phoneEvidence(left, right),
    emailEvidence(left, right),
  ];
  const sum = evidence.reduce((total, part) => total + part.weight, 0);
  const score = Math.max(0, Math.min(100, sum));
  return { score, band: bandOf(score), because: evidence.flatMap((part) => part.says ?? []) };
}
