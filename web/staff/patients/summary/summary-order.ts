/** A part of the summary of a chart. */
export type CardName =
  | 'alerts'
  | 'allergies'
  | 'appointments'
  | 'authorizations'
  | 'balance'
  | 'contacts'
  | 'coverage'
  | 'diagnoses'
  | 'forms'
  | 'medicines'
  | 'needs'
  | 'notes'
  | 'plan'
  | 'results'
  | 'risk'
  | 'scores'
  | 'stays'
  | 'team'
  | 'vitals';

/** Who may see each part: the permission of the route that it asks. */
const permissions: Readonly<Record<CardName, string>> = {
  alerts: 'patient.read',
  allergies: 'chart.read',
  appointments: 'schedule.read',
  authorizations: 'authorization.read',
  balance: 'ledger.read',
  contacts: 'patient.read',
  coverage: 'coverage.read',
  diagnoses: 'chart.read',
  forms: 'consent.read',
  medicines: 'medication.read',
  needs: 'chart.read',
  notes: 'chart.read',
  plan: 'chart.read',
  results: 'chart.read',
  risk: 'assessment.read',
  scores: 'assessment.read',
  stays: 'patient.read',
  team: 'patient.read',
  vitals: 'chart.read',
};

const everybody: readonly CardName[] = ['alerts', 'stays', 'team', 'appointments', 'contacts'];

/** What each role needs before the next meeting, the first first. A biller sees no narrative, whatever else they may read. */
const byRole: Readonly<Record<string, readonly CardName[]>> = {
  therapist: ['risk', 'plan', 'scores', 'notes', 'appointments', 'diagnoses', 'stays', 'team', 'alerts'],
  prescriber: ['medicines', 'allergies', 'results', 'vitals', 'scores', 'diagnoses', 'risk', 'notes', 'appointments', 'stays', 'team', 'alerts'],
  nurse: ['allergies', 'medicines', 'vitals', 'results', 'risk', 'diagnoses', 'notes', 'appointments', 'stays', 'team', 'alerts'],
  'case-manager': ['risk', 'needs', 'stays', 'contacts', 'authorizations', 'appointments', 'notes', 'team', 'forms', 'alerts'],
  peer: ['risk', 'plan', 'appointments', 'notes', 'contacts', 'team', 'alerts'],
  'clinical-director': ['risk', 'diagnoses', 'plan', 'scores', 'results', 'notes', 'appointments', 'stays', 'team', 'alerts'],
  'front-desk': ['appointments', 'forms', 'coverage', 'balance', 'contacts', 'stays', 'team', 'alerts'],
  biller: ['coverage', 'authorizations', 'balance', 'appointments', 'stays'],
};

/** The parts that somebody sees: those of their roles, one role after the other, each once, as far as they may. */
export function cardsFor(roles: readonly string[], held: readonly string[]): readonly CardName[] {
  const known = roles.flatMap((role) => byRole[role] ?? []);
  const wanted = known.length > 0 ? known : everybody;
  return [...new Set(wanted)].filter((card) => held.includes(permissions[card]));
}
