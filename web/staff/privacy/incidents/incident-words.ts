import type { Conclusion } from '#server/privacy/incidents/incidents.contract.ts';

/** What an assessment came to, in words. */
export const conclusionWords: Readonly<Record<Conclusion, string>> = {
  breach: 'Breach',
  'low-probability': 'Low probability of compromise',
  exception: 'Exception',
  secured: 'Secured, not readable',
};

export const exceptionWords = [
  { value: 'unintentional-good-faith', label: 'Unintentional, in good faith, by our own staff (164.402(1)(i))' },
  { value: 'inadvertent-internal', label: 'Inadvertent, between persons who may both see it (164.402(1)(ii))' },
  { value: 'could-not-retain', label: 'Who received it could not have kept it (164.402(1)(iii))' },
] as const;

export const roleWords = [
  { value: 'covered-entity', label: 'Covered entity' },
  { value: 'part2-program', label: 'Part 2 program that is no covered entity' },
  { value: 'business-associate', label: 'Business associate of another' },
] as const;
