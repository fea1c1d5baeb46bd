import { get, post, put } from '#server/platform/index.ts';
import { CallPath, Calls, CallsQuery, JoinedCall, JoinPatient, SettleCall, TakeCall, TryCallback } from './calls.contract.ts';
import { joinPatient, listCalls, settleCall, takeCall, tryCallback } from './keep-calls.action.ts';

const may = 'intake.write';
const params = CallPath;

export const callRoutes = [
  get('/intake/calls', { may: 'intake.read', query: CallsQuery, reply: Calls, summary: 'Calls to settle, or settled ones' }, listCalls),
  post('/intake/calls', { may, body: TakeCall, summary: 'Write down a call about treatment' }, takeCall),
  post('/intake/calls/:callId/attempts', { may, params, body: TryCallback, summary: 'An attempt to call back' }, tryCallback),
  put('/intake/calls/:callId/outcome', { may, params, body: SettleCall, summary: 'What came of a call' }, settleCall),
  post('/intake/calls/:callId/patient', { may, params, body: JoinPatient, reply: JoinedCall, summary: 'Refer the person that the call is about' }, joinPatient),
];
