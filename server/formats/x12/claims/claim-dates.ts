import type { ClaimDate } from './professional-claim.ts';

/** DTP01 of the dates about a whole claim. */
export const claimDateQualifiers: Readonly<Record<ClaimDate['kind'], string>> = {
  onset: '431',
  'initial-treatment': '454',
  'last-seen': '304',
  admission: '435',
  discharge: '096',
};

/** The kind of date behind a DTP01; undefined for one we do not send. */
export function claimDateKind(qualifier: string): ClaimDate['kind'] | undefined {
  const kinds = Object.keys(claimDateQualifiers) as ClaimDate['kind'][];
  return kinds.find((kind) => claimDateQualifiers[kind] === qualifier);
}
