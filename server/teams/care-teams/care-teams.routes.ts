import { get, post, type Route } from '#server/platform/index.ts';
import { CareTeam, MembershipPath, NewMember, PatientPath } from './care-teams.contract.ts';
import { joinCareTeam, leaveCareTeam, showCareTeam } from './keep-care-team.action.ts';

const may = 'team.write';

export const routes: readonly Route[] = [
  get('/patients/:patientId/care-team', { may: 'patient.read', params: PatientPath, reply: CareTeam, summary: 'Who looks after a person, and who did' }, showCareTeam),
  post('/patients/:patientId/care-team', { may, params: PatientPath, body: NewMember, summary: 'Take a colleague into the care team' }, joinCareTeam),
  post('/care-team-memberships/:membershipId/end', { may, params: MembershipPath, summary: 'End a part in a care team' }, leaveCareTeam),
];
