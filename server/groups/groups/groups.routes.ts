import { del, get, patch, post, type Route } from '#server/platform/index.ts';
import { AddMember, ChangeGroup, GroupPath, MemberPath, OpenGroup, TherapyGroup, TherapyGroupList } from './groups.contract.ts';
import { addMember, changeGroup, endMembership, listGroups, openGroup } from './keep-groups.action.ts';

export const routes: readonly Route[] = [
  get('/groups', { may: 'chart.read', reply: TherapyGroupList, summary: 'Groups of my programs with their rosters' }, listGroups),
  post('/groups', { may: 'chart.write', body: OpenGroup, reply: TherapyGroup, summary: 'Open a group, a couple or a family' }, openGroup),
  patch('/groups/:groupId', { may: 'chart.write', params: GroupPath, body: ChangeGroup, reply: TherapyGroup, summary: 'Change what is told of a group' }, changeGroup),
  post('/groups/:groupId/members', { may: 'chart.write', params: GroupPath, body: AddMember, reply: TherapyGroup, summary: 'Take a patient into a group' }, addMember),
  del(
    '/groups/:groupId/members/:patientId',
    { may: 'chart.write', params: MemberPath, reply: TherapyGroup, summary: 'End a membership today; the past stays' },
    endMembership,
  ),
];
