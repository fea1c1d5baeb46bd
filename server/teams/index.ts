import { permission, type Module } from '#server/platform/index.ts';
import { routes as careTeams } from './care-teams/care-teams.routes.ts';
import { escalateLateTasks } from './kept-tasks/kept-tasks.jobs.ts';
import { taskTiles } from './tasks/task-tiles.store.ts';
import { makeRuleTasks, remindOfTasks } from './tasks/tasks.jobs.ts';
import { routes as tasks } from './tasks/tasks.routes.ts';

export { closeKeptTask, openKeptTask } from './kept-tasks/keep-task.action.ts';
export { calling } from './tasks/tasks.store.ts';
export type { Matter } from './kept-tasks/kept-task.ts';
export { joinCareTeam, leaveCareTeam } from './care-teams/keep-care-team.action.ts';

/** The context `teams`: who looks after whom, and what is to be done by when. */
export const teams: Module = {
  name: 'teams',
  routes: [...careTeams, ...tasks],
  jobs: [makeRuleTasks, remindOfTasks, escalateLateTasks],
  permissions: [permission('team.write', 'Say who is in a care team, and hand caseloads over'), permission('task.write', 'See, give and finish tasks')],
  tiles: taskTiles,
  events: [],
};
