import { action, NotFound } from '#server/platform/index.ts';
import { rules } from '../findings/rule-book.ts';
import { insertSwitch, latestSwitches } from './switches.store.ts';

/** The rules of the margin with where each comes from, and those switched off with the reason. */
export const listRules = action(
  'note-rule.list',
  async (tx) => {
    const switches = new Map((await latestSwitches(tx)).map((each) => [each.ruleId, each]));
    return {
      items: rules.map(({ id, title, says, source, severity, validFrom, validTo }) => {
        const { isOn = true, reason, switchedBy, switchedAt } = switches.get(id) ?? {};
        return { id, title, says, source, severity, validFrom, validTo, isOn, reason: reason ?? null, switchedBy: switchedBy ?? null, switchedAt: switchedAt ?? null };
      }),
    };
  },
  { purpose: 'HOPERAT', audit: 'touched' },
);

/** Switches a rule off for the whole organisation, or on again, with the reason. Switching to what it is already changes nothing. */
export const switchRule = action(
  'note-rule.switch',
  async (tx, { ruleId, isOn, reason }: { ruleId: string; isOn: boolean; reason: string }) => {
    if (!rules.some(({ id }) => id === ruleId)) throw new NotFound('Rule');
    const now = (await latestSwitches(tx)).find((each) => each.ruleId === ruleId)?.isOn ?? true;
    if (now !== isOn) await insertSwitch(tx, ruleId, isOn, reason);
    tx.touch({ kind: 'note-rule', fields: ['isOn', 'reason'], details: { rule: ruleId, on: isOn } });
    return listRules.within(tx, undefined);
  },
  { purpose: 'HOPERAT' },
);
