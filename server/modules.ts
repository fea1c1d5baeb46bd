/**
 * The floors of the house, from the ground up: a context knows those before it and none after.
 * Migrations run in this order, and the dependency rules are made from it.
 */
export const modules = [
  'platform',
  'formats',
  'identity',
  'audit',
  'privacy',
  'patients',
  'programs',
  'teams',
  'scheduling',
  'residence',
  'charting',
  'observations',
  'documents',
  'assessments',
  'medications',
  'careplans',
  'groups',
  'together',
  'timeline',
  'billing',
  'attendance',
  'tracks',
  'transitions',
  'stays',
  'intake',
  'desk',
  'margin',
  'reviews',
  'disclosures',
  'caseloads',
  'homes',
] as const;

export type ModuleName = (typeof modules)[number];
