import { get } from '#server/platform/index.ts';
import { AccessReport, ReportParams, ReportQuery } from './access-report.contract.ts';
import { printAccessReport } from './print-report.action.ts';

export const accessReportRoutes = [
  get(
    '/patients/:patientId/access-report',
    { may: 'privacy.review', params: ReportParams, query: ReportQuery, reply: AccessReport, summary: '"Who looked at my record", for the patient' },
    printAccessReport,
  ),
];
