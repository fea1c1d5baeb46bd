import { z } from 'zod';
import { get, put } from '#server/platform/index.ts';
import { decideSharing, listSharing, whatIsClosed } from './keep-need-to-know.action.ts';
import { ClosedToReader, NewSharing, ProgramPath, SharingList } from './need-to-know.contract.ts';

const may = 'privacy.review';

export const needToKnowRoutes = [
  get('/need-to-know', { may, reply: SharingList, summary: 'Which programs share charts with all who work there, and which with those who treat' }, listSharing),
  put(
    '/need-to-know/:programId',
    { may, params: ProgramPath, body: NewSharing, reply: SharingList, summary: 'Decide how far a program shares its charts' },
    decideSharing,
  ),
  get(
    '/patients/:patientId/closed-to-me',
    { may: 'patient.read', params: z.object({ patientId: z.uuid() }), reply: ClosedToReader, summary: 'Own programs that keep this chart for those who treat' },
    whatIsClosed,
  ),
];
