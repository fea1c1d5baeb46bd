import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';

/** One page of a chart. Every tab is given the patient and nothing else. */
export interface ChartTab {
  readonly path: string;
  readonly label: string;
  readonly may: string;
  readonly screen: ComponentType<{ patientId: string }>;
}

// The router types a lazy component by its file; a tab is one that takes a patient.
const tab = (path: string, label: string, may: string, screen: unknown): ChartTab => ({ path, label, may, screen: screen as ChartTab['screen'] });

/** The pages of a chart in their order; each is loaded when first opened and shown to those who hold the permission. */
export const chartTabs: readonly ChartTab[] = [
  tab(
    'summary',
    'Summary',
    'patient.read',
    lazyRouteComponent(() => import('./summary-tab.tsx'), 'SummaryTab'),
  ),
  tab(
    'notes',
    'Notes',
    'chart.read',
    lazyRouteComponent(() => import('./notes-tab.tsx'), 'NotesTab'),
  ),
  tab(
    'timeline',
    'Timeline',
    'chart.read',
    lazyRouteComponent(() => import('../timeline/timeline-tab.tsx'), 'TimelineTab'),
  ),
  tab(
    'team-documents',
    'Team documents',
    'chart.read',
    lazyRouteComponent(() => import('../together/team-documents-tab.tsx'), 'TeamDocumentsTab'),
  ),
  tab(
    'private-notes',
    'Private notes',
    'vault.write',
    lazyRouteComponent(() => import('../charting/vault-notes-tab.tsx'), 'VaultNotesTab'),
  ),
  tab(
    'diagnoses',
    'Diagnoses',
    'chart.read',
    lazyRouteComponent(() => import('./diagnoses-tab.tsx'), 'DiagnosesTab'),
  ),
  tab(
    'allergies',
    'Allergies',
    'chart.read',
    lazyRouteComponent(() => import('../observations/allergies-tab.tsx'), 'AllergiesTab'),
  ),
  tab(
    'vitals',
    'Vitals',
    'chart.read',
    lazyRouteComponent(() => import('../observations/vitals-tab.tsx'), 'VitalsTab'),
  ),
  tab(
    'results',
    'Results',
    'chart.read',
    lazyRouteComponent(() => import('../observations/results-tab.tsx'), 'ResultsTab'),
  ),
  tab(
    'documents',
    'Documents',
    'document.read',
    lazyRouteComponent(() => import('../documents/documents-tab.tsx'), 'DocumentsTab'),
  ),
  tab(
    'assessments',
    'Assessments',
    'assessment.read',
    lazyRouteComponent(() => import('../assessments/assessments-tab.tsx'), 'AssessmentsTab'),
  ),
  tab(
    'care-plans',
    'Care plans',
    'chart.read',
    lazyRouteComponent(() => import('../careplans/care-plans-tab.tsx'), 'CarePlansTab'),
  ),
  tab(
    'medications',
    'Medications',
    'medication.read',
    lazyRouteComponent(() => import('../medications/medications-tab.tsx'), 'MedicationsTab'),
  ),
  tab(
    'appointments',
    'Appointments',
    'schedule.read',
    lazyRouteComponent(() => import('./appointments-tab.tsx'), 'AppointmentsTab'),
  ),
  tab(
    'tasks',
    'Tasks',
    'task.write',
    lazyRouteComponent(() => import('../teams/tasks-tab.tsx'), 'TasksTab'),
  ),
  tab(
    'coverage',
    'Coverage',
    'coverage.read',
    lazyRouteComponent(() => import('./coverage-tab.tsx'), 'CoverageTab'),
  ),
  tab(
    'authorizations',
    'Authorizations',
    'authorization.read',
    lazyRouteComponent(() => import('../authorizations/authorizations-tab.tsx'), 'AuthorizationsTab'),
  ),
  tab(
    'consents',
    'Consents',
    'consent.read',
    lazyRouteComponent(() => import('../privacy/consents/consents-tab.tsx'), 'ConsentsTab'),
  ),
  tab(
    'disclosures',
    'Disclosures',
    'disclosure.read',
    lazyRouteComponent(() => import('../disclosures/disclosures-tab.tsx'), 'DisclosuresTab'),
  ),
  tab(
    'contacts',
    'Contacts',
    'patient.read',
    lazyRouteComponent(() => import('./contacts-tab.tsx'), 'ContactsTab'),
  ),
  tab(
    'ledger',
    'Ledger',
    'ledger.read',
    lazyRouteComponent(() => import('./ledger-tab.tsx'), 'LedgerTab'),
  ),
  tab(
    'record',
    'Record',
    'patient.read',
    lazyRouteComponent(() => import('./record-tab.tsx'), 'RecordTab'),
  ),
  tab(
    'access',
    'Who looked',
    'audit.read',
    lazyRouteComponent(() => import('./access-tab.tsx'), 'AccessTab'),
  ),
];

/** The pages that somebody with these permissions may open. */
export function tabsFor(permissions: readonly string[]): readonly ChartTab[] {
  return chartTabs.filter(({ may }) => permissions.includes(may));
}
