import { get, patch, post, type Route } from '#server/platform/index.ts';
import { changeTask, finishTask, giveTask, listPatientTasks, listTaskRoles, listTasks, reopenTask } from './keep-tasks.action.ts';
import { ChangeTask, FinishTask, MyTasks, NewTask, PatientPath, ReopenTask, TaskPath, TaskRoles, Tasks, TasksQuery } from './tasks.contract.ts';

const may = 'task.write';
const params = TaskPath;

export const routes: readonly Route[] = [
  get('/tasks', { may, query: TasksQuery, reply: MyTasks, summary: 'What is for me to do, or what I gave to others' }, listTasks),
  get('/task-roles', { may, reply: TaskRoles, summary: 'Roles that can be given tasks' }, listTaskRoles),
  get('/patients/:patientId/tasks', { may, params: PatientPath, reply: Tasks, summary: 'What is to be done about a person' }, listPatientTasks),
  post('/tasks', { may, body: NewTask, summary: 'Give a task to a colleague or a role' }, giveTask),
  patch('/tasks/:taskId', { may, params, body: ChangeTask, summary: 'Change what is to be done, by when or by whom' }, changeTask),
  post('/tasks/:taskId/done', { may, params, body: FinishTask, summary: 'It is done' }, finishTask),
  post('/tasks/:taskId/reopening', { may, params, body: ReopenTask, summary: 'It is not done after all' }, reopenTask),
];
