import { get, post } from '#server/platform/index.ts';
import { makeTransition, previewTransition } from './make-transition.action.ts';
import { MakeTransition, PatientPath, Transition, TransitionPath, TransitionPreview, Transitions, WishedTransition } from './transitions.contract.ts';
import { listTransitions, undoTransition } from './undo-transition.action.ts';

const may = 'transition.write';

export const transitionRoutes = [
  get('/patients/:patientId/transitions', { may: 'chart.read', params: PatientPath, reply: Transitions, summary: 'Moves between programs' }, listTransitions),
  post('/transitions/preview', { may, body: WishedTransition, reply: TransitionPreview, summary: 'What a move would do, and what is in its way' }, previewTransition),
  post('/transitions', { may, body: MakeTransition, reply: Transition, summary: 'Move a patient to another program' }, makeTransition),
  post('/transitions/:transitionId/undoing', { may, params: TransitionPath, reply: Transition, summary: 'Take a move back within a day' }, undoTransition),
];
