import { get, post } from '#server/platform/index.ts';
import { findDuplicates } from './find-duplicates.action.ts';
import { findPatients } from './find-patients.action.ts';
import { DuplicateQuery, FoundPatients, PossibleDuplicates, SearchQuery } from './search.contract.ts';

export const searchRoutes = [
  get('/patients', { may: 'patient.read', query: SearchQuery, reply: FoundPatients, summary: 'Find people by name, birth date, phone or record number' }, findPatients),
  post(
    '/patients/duplicates',
    { may: 'patient.register', body: DuplicateQuery, reply: PossibleDuplicates, summary: 'Who on record may be the person about to be registered' },
    findDuplicates,
  ),
];
