import { get, put } from '#server/platform/index.ts';
import { ProgramParams } from '../programs/programs.contract.ts';
import { changeStandard, showStandard } from './keep-standard.action.ts';
import { ChangeStandard, ProgramStandard } from './standards.contract.ts';

const purpose = 'HOPERAT';
const params = ProgramParams;
const reply = ProgramStandard;

export const standardsRoutes = [
  get(
    '/programs/:programId/standard',
    { may: 'program.read', params, reply, purpose, summary: 'What a program asks for: hours, days, documents, reviews, staffing' },
    showStandard,
  ),
  put(
    '/programs/:programId/standard',
    { may: 'program.write', params, body: ChangeStandard, reply, purpose, summary: 'Set what a program asks for on its own account' },
    changeStandard,
  ),
];
