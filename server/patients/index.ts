import { permission, type Module } from '#server/platform/index.ts';
import { alertsRoutes } from './alerts/alerts.routes.ts';
import { contactsRoutes } from './contacts/contacts.routes.ts';
import { coverageRoutes } from './coverage/coverage.routes.ts';
import { demographicsRoutes } from './demographics/demographics.routes.ts';
import { emergencyRoutes } from './emergency/emergency.routes.ts';
import { patientEvents } from './events.ts';
import { completeMerge, completeUndoing } from './merge/merge.jobs.ts';
import { mergeRoutes } from './merge/merge.routes.ts';
import { reindexPatient } from './search/search.jobs.ts';
import { searchRoutes } from './search/search.routes.ts';

export { bySeverity } from './alerts/alert-order.rules.ts';
export { raiseAlert, releaseAlert } from './alerts/keep-alert.action.ts';
export { liveAlerts } from './alerts/alerts.store.ts';
export { openChannels } from './contacts/channels.rules.ts';
export { waysToPatient } from './contacts/reach-patient.action.ts';
export { holdsOn } from './coverage/coverage.rules.ts';
export { mrnOf } from './demographics/mrn.rules.ts';
export { person, recordsOf } from './demographics/patients.store.ts';
export type { PatientId, PatientRow, PatientViews } from './demographics/person.ts';
export { ageOn, displayNameOf, legalNameOf } from './demographics/person.rules.ts';
export { today } from './demographics/today.store.ts';
export { makeFindable } from './search/make-findable.action.ts';
export { searchEntriesOf, searchNamesOf, searchNumbersOf, searchSpellingsOf, type Searchable, type SearchEntries } from './search/search-entries.rules.ts';

/** The context `patients`: people, how to find and reach them, and who pays for them. */
export const patients: Module = {
  name: 'patients',
  // Search stands first: its path must not be read as that of a person.
  routes: [...searchRoutes, ...demographicsRoutes, ...contactsRoutes, ...coverageRoutes, ...alertsRoutes, ...mergeRoutes, ...emergencyRoutes],
  jobs: [reindexPatient, completeMerge, completeUndoing],
  permissions: [
    permission('patient.read', 'Find people and read what is told of them'),
    permission('patient.register', 'Register people and change what is told of them'),
    permission('patient.merge', 'Merge two records of one person, and undo it'),
    permission('coverage.read', 'Read insurance and guarantors'),
    permission('coverage.write', 'Change insurance and guarantors'),
    permission('alert.write', 'Write and resolve alerts on a chart'),
  ],
  events: patientEvents,
};
