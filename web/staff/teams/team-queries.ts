import { queryOptions } from '@tanstack/react-query';
import { StaffDirectory } from '#server/identity/staff/staff.contract.ts';
import { CareTeam } from '#server/teams/care-teams/care-teams.contract.ts';
import { MyTasks, TaskRoles, Tasks } from '#server/teams/tasks/tasks.contract.ts';
import { api } from '../../ui/api/api.ts';

export const teamQueries = {
  careTeam: (patientId: string) => queryOptions({ queryKey: ['patient', patientId, 'care-team'], queryFn: () => api.get(`/patients/${patientId}/care-team`, CareTeam) }),
  patientTasks: (patientId: string) => queryOptions({ queryKey: ['tasks', 'patient', patientId], queryFn: () => api.get(`/patients/${patientId}/tasks`, Tasks) }),
  tasks: (whose: 'mine' | 'given', state: 'open' | 'done') =>
    queryOptions({ queryKey: ['tasks', whose, state], queryFn: () => api.get('/tasks', MyTasks, { whose, state }) }),
  roles: queryOptions({ queryKey: ['task-roles'], queryFn: () => api.get('/task-roles', TaskRoles), staleTime: 600_000 }),
  colleagues: (programId: string) =>
    queryOptions({
      queryKey: ['directory', programId],
      queryFn: () => api.get('/staff/directory', StaffDirectory, { programId }),
      enabled: programId !== '',
    }),
};
