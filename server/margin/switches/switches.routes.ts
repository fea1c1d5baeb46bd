import { get, post, type Route } from '#server/platform/index.ts';
import { listRules, switchRule } from './switch-rule.action.ts';
import { NoteRules, RulePath, SwitchRule } from './switches.contract.ts';

export const routes: readonly Route[] = [
  get('/note-rules', { may: 'template.write', reply: NoteRules, summary: 'Rules by which notes are looked over while they are written' }, listRules),
  post(
    '/note-rules/:ruleId/switch',
    { may: 'template.write', params: RulePath, body: SwitchRule, reply: NoteRules, summary: 'Switch such a rule off or on, with the reason' },
    switchRule,
  ),
];
