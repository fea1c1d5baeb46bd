import { get, patch, post } from '#server/platform/index.ts';
import { addProgram } from './add-program.action.ts';
import { changeProgram } from './change-program.action.ts';
import { listPrograms } from './list-programs.action.ts';
import { MadeProgram, NewProgram, Part2Status, ProgramChanges, ProgramParams, Programs } from './programs.contract.ts';
import { recordPart2Status } from './record-part2-status.action.ts';

const purpose = 'HOPERAT';

export const programsRoutes = [
  get('/programs', { may: 'program.read', reply: Programs, purpose, summary: 'All programs' }, listPrograms),
  post('/programs', { may: 'program.write', body: NewProgram, reply: MadeProgram, purpose, summary: 'Set up a program' }, addProgram),
  patch('/programs/:programId', { may: 'program.write', params: ProgramParams, body: ProgramChanges, purpose, summary: 'Change a program' }, changeProgram),
  post(
    '/programs/:programId/part2-statuses',
    { may: 'program.write', params: ProgramParams, body: Part2Status, purpose, summary: 'Record the status under 42 CFR Part 2' },
    recordPart2Status,
  ),
];
