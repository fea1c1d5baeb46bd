import { get, post } from '#server/platform/index.ts';
import {
  ChartParams,
  EmergenciesForReview,
  EmergencyParams,
  EmergencyRecords,
  EmergencyVerdict,
  GivenVerdict,
  OpenEmergencies,
  ReviewQuery,
} from './break-glass.contract.ts';
import { closeEmergency } from './open-emergency.action.ts';
import { listEmergencyRecords, listOpenEmergencies, listReviews } from './read-emergencies.action.ts';
import { reviewEmergency } from './review-emergency.action.ts';

/** Opening a chart stands in patients, who know the records of a person: POST /patients/:patientId/emergencies. */
export const breakGlassRoutes = [
  get('/emergencies', { may: 'access.emergency', reply: OpenEmergencies, summary: 'Charts that one holds open in an emergency' }, listOpenEmergencies),
  post('/emergencies/:emergencyId/end', { may: 'access.emergency', params: EmergencyParams, summary: 'Close the chart again' }, closeEmergency),
  get(
    '/patients/:patientId/emergency-records',
    { may: 'chart.read', params: ChartParams, reply: EmergencyRecords, summary: 'What the chart says of emergencies (42 CFR 2.51(c))' },
    listEmergencyRecords,
  ),
  get('/emergency-reviews', { may: 'privacy.review', query: ReviewQuery, reply: EmergenciesForReview, summary: 'Emergency accesses to review' }, listReviews),
  post(
    '/emergencies/:emergencyId/review',
    { may: 'privacy.review', params: EmergencyParams, body: EmergencyVerdict, reply: GivenVerdict, summary: 'Judge an emergency access' },
    reviewEmergency,
  ),
];
