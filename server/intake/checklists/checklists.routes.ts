import { get, put } from '#server/platform/index.ts';
import { Checklist, ChecklistPath, PointPath, TickPoint } from './checklists.contract.ts';
import { showChecklist, tickPoint } from './show-checklist.action.ts';

export const checklistRoutes = [
  get(
    '/episodes/:episodeId/checklist',
    { may: 'intake.read', params: ChecklistPath, reply: Checklist, summary: 'What an admission asks for, and what is missing' },
    showChecklist,
  ),
  put('/episodes/:episodeId/checklist/:code', { may: 'intake.write', params: PointPath, body: TickPoint, summary: 'Say that a point is done by hand' }, tickPoint),
];
