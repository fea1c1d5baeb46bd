import { get, post, type Route } from '#server/platform/index.ts';
import { TrackPath } from '../timetables/timetables.contract.ts';
import { enrol, previewEnrolment } from './enrol.action.ts';
import { Enrol, EnrolmentList, EnrolmentPath, EnrolmentPreview, EnrolmentReply, LeaveTrack, PatientPath, PlanEnrolment } from './enrolments.contract.ts';
import { leaveTrack, returnToTrack } from './leave-track.action.ts';
import { listEnrolments } from './list-enrolments.action.ts';

const may = 'chart.write';
const reply = EnrolmentReply;

export const routes: readonly Route[] = [
  get('/patients/:patientId/track-enrolments', { may: 'track.enrol', params: PatientPath, reply: EnrolmentList, summary: 'Tracks of a person' }, listEnrolments),
  post(
    '/tracks/:trackId/enrolments',
    { may: 'track.enrol', params: TrackPath, body: Enrol, reply, summary: 'Book a person into all meetings from a day on, or none' },
    enrol,
  ),
  post(
    '/tracks/:trackId/enrolments/preview',
    {
      may: 'track.enrol',
      params: TrackPath,
      body: PlanEnrolment,
      reply: EnrolmentPreview,
      summary: 'All meetings with what stands against each, and what would mend it',
    },
    previewEnrolment,
  ),
  post(
    '/track-enrolments/:enrolmentId/leaving',
    { may, params: EnrolmentPath, body: LeaveTrack, reply, summary: 'Leave from a day on: seats, appointments and rosters are given free' },
    leaveTrack,
  ),
  post('/track-enrolments/:enrolmentId/return', { may, params: EnrolmentPath, reply, summary: 'Take the leaving back, while the seats are free' }, returnToTrack),
];
