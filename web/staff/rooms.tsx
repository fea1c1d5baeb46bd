import type { ComponentType } from 'react';

/** A screen of the staff app: its address, and the file that holds it, loaded when it is first opened. */
interface Room {
  readonly path: string;
  readonly load: () => Promise<Record<string, ComponentType>>;
  readonly name: string;
}

/** Every screen behind the sign-in. A new one is a line here, and a line in `shell/navigation.ts` when it has a place in the menu. */
export const rooms: readonly Room[] = [
  { path: '/waiting/$code', load: () => import('./home/waiting-screen.tsx'), name: 'WaitingScreen' },
  { path: '/schedule', load: () => import('./scheduling/schedule-screen.tsx'), name: 'ScheduleScreen' },
  { path: '/earlier-times', load: () => import('./scheduling/earlier/earlier-times-screen.tsx'), name: 'EarlierTimesScreen' },
  { path: '/schedule/day-sheet', load: () => import('./scheduling/day-sheet/day-sheet-screen.tsx'), name: 'DaySheetScreen' },
  { path: '/patients', load: () => import('./patients/patients-screen.tsx'), name: 'PatientsScreen' },
  { path: '/patients/new', load: () => import('./patients/register-screen.tsx'), name: 'RegisterScreen' },
  { path: '/patients/$patientId', load: () => import('./patients/chart-screen.tsx'), name: 'ChartScreen' },
  { path: '/patients/$patientId/$tab', load: () => import('./patients/chart-screen.tsx'), name: 'ChartScreen' },
  { path: '/notes/$draftId', load: () => import('./charting/note-editor-screen.tsx'), name: 'NoteEditorScreen' },
  { path: '/signed-notes/$noteId', load: () => import('./charting/note-screen.tsx'), name: 'NoteScreen' },
  { path: '/snippets', load: () => import('./charting/snippets/snippets-screen.tsx'), name: 'SnippetsScreen' },
  { path: '/signatures', load: () => import('./charting/queue/queue-screen.tsx'), name: 'QueueScreen' },
  { path: '/tasks', load: () => import('./teams/tasks-screen.tsx'), name: 'TasksScreen' },
  { path: '/caseloads', load: () => import('./caseloads/caseloads-screen.tsx'), name: 'CaseloadsScreen' },
  { path: '/groups', load: () => import('./groups/groups-screen.tsx'), name: 'GroupsScreen' },
  { path: '/groups/sessions/$sessionId', load: () => import('./groups/session-screen.tsx'), name: 'SessionScreen' },
  { path: '/intake', load: () => import('./intake/intake-screen.tsx'), name: 'IntakeScreen' },
  { path: '/continued-stay', load: () => import('./stays/continued-stay-screen.tsx'), name: 'ContinuedStayScreen' },
  { path: '/house', load: () => import('./residence/house-screen.tsx'), name: 'HouseScreen' },
  { path: '/team-documents/$documentId', load: () => import('./together/document-screen.tsx'), name: 'DocumentScreen' },
  { path: '/tracks', load: () => import('./tracks/tracks-screen.tsx'), name: 'TracksScreen' },
  { path: '/tracks/$trackId', load: () => import('./tracks/track-screen.tsx'), name: 'TrackScreen' },
  { path: '/attendance', load: () => import('./attendance/weeks-screen.tsx'), name: 'WeeksScreen' },
  { path: '/assessments/$administrationId', load: () => import('./assessments/administration-screen.tsx'), name: 'AdministrationScreen' },
  { path: '/reviews', load: () => import('./reviews/reviews-screen.tsx'), name: 'ReviewsScreen' },
  { path: '/reviews/$reviewId', load: () => import('./reviews/review-screen.tsx'), name: 'ReviewScreen' },
  { path: '/incoming-documents', load: () => import('./documents/inbox-screen.tsx'), name: 'InboxScreen' },
  { path: '/billing', load: () => import('./billing/billing-screen.tsx'), name: 'BillingScreen' },
  { path: '/billing/claims/$claimId', load: () => import('./billing/claim-screen.tsx'), name: 'ClaimScreen' },
  { path: '/administration', load: () => import('./administration/administration-screen.tsx'), name: 'AdministrationScreen' },
  { path: '/administration/$section', load: () => import('./administration/administration-screen.tsx'), name: 'AdministrationScreen' },
  { path: '/administration/staff/$staffId', load: () => import('./administration/staff-screen.tsx'), name: 'StaffScreen' },
  { path: '/administration/templates/$code', load: () => import('./charting/designer/designer-screen.tsx'), name: 'DesignerScreen' },
  { path: '/disclosures', load: () => import('./disclosures/disclosures-screen.tsx'), name: 'DisclosuresScreen' },
  { path: '/disclosures/release/$patientId', load: () => import('./disclosures/workbench-screen.tsx'), name: 'WorkbenchScreen' },
  { path: '/audit', load: () => import('./audit/audit-screen.tsx'), name: 'AuditScreen' },
  { path: '/privacy', load: () => import('./privacy/oversight-screen.tsx'), name: 'OversightScreen' },
  { path: '/privacy/access-review/$day', load: () => import('./privacy/review/day-review-screen.tsx'), name: 'DayReviewScreen' },
  { path: '/privacy/incidents/$incidentId', load: () => import('./privacy/incidents/incident-screen.tsx'), name: 'IncidentScreen' },
  { path: '/privacy/access-report/$patientId', load: () => import('./privacy/review/access-report-screen.tsx'), name: 'AccessReportScreen' },
  { path: '/privacy/what-if/$patientId', load: () => import('./privacy/review/what-if-screen.tsx'), name: 'WhatIfScreen' },
  { path: '/emergency', load: () => import('./privacy/break-glass/emergency-screen.tsx'), name: 'EmergencyScreen' },
  { path: '/me', load: () => import('./identity/account-screen.tsx'), name: 'AccountScreen' },
];
