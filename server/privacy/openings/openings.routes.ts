import { get, post } from '#server/platform/index.ts';
import { listOpenings } from './list-openings.action.ts';
import { openOnConsent } from './open-on-consent.action.ts';
import { Opened, OpeningList, OpeningPatient, OpenOnConsent } from './openings.contract.ts';

export const openingRoutes = [
  get(
    '/patients/:patientId/openings',
    { may: 'chart.read', params: OpeningPatient, reply: OpeningList, summary: "Other programs' parts of the chart that the patient's consents open" },
    listOpenings,
  ),
  post(
    '/patients/:patientId/openings',
    { may: 'chart.read', params: OpeningPatient, body: OpenOnConsent, reply: Opened, summary: "Open another program's part of the chart on the patient's consent" },
    openOnConsent,
  ),
];
