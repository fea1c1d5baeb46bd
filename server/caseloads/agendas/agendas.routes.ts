import { get, type Route } from '#server/platform/index.ts';
import { Agenda, AgendaQuery } from './agendas.contract.ts';
import { showAgenda } from './show-agenda.action.ts';

export const routes: readonly Route[] = [
  get('/team-agenda', { may: 'chart.read', query: AgendaQuery, reply: Agenda, summary: 'Who is due in the team meeting of a week' }, showAgenda),
];
