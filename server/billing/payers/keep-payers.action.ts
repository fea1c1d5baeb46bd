import type { z } from 'zod';
import { action, NotFound, Refused } from '#server/platform/index.ts';
import { keepPlanParty } from '#server/privacy/index.ts';
import { rulesAbout, type PayerOfDay } from '../days/payer-rule.ts';
import type { NewFee, NewPayer, PayerChanges, PayerRule } from './payers.contract.ts';
import { allPayers, feesOf, insertPayer, replaceFee, replaceRule, updatePayer } from './payers.store.ts';

type Out<Schema extends z.ZodType> = z.output<Schema>;
const dated = <Rule extends { validFrom: string }>(rule: Rule) => ({ ...rule, validFrom: Temporal.PlainDate.from(rule.validFrom) });

const shownDays = (payer: PayerOfDay) =>
  rulesAbout(payer).map(({ says, levels, source, validFrom, validTo }) => ({ says, levels: [...levels], source, validFrom, validTo }));

/** Payers with their rules, and in what each bills days otherwise. */
export const listPayers = action('payer.list', async (tx) => ({ items: (await allPayers(tx)).map((payer) => ({ ...payer, days: shownDays(payer) })) }), {
  purpose: 'HPAYMT',
  audit: 'touched',
});

/** Adds a payer with its first rules. Throws `Refused` when name or number is taken. */
export const addPayer = action(
  'payer.add',
  async (tx, { rule, ...payer }: Out<typeof NewPayer>) => {
    const id = await insertPayer(tx, payer, dated(rule));
    if (!id) throw new Refused('payer.known', { code: 'payer.known', says: 'There is a payer of this name or number already.', at: 'electronicId' }, 409);
    await keepPlanParty(tx, { id, name: payer.name });
    return { id };
  },
  { purpose: 'HPAYMT' },
);

/** Renames, retypes or retires a payer. */
export const changePayer = action(
  'payer.change',
  async (tx, { payerId, ...changes }: Out<typeof PayerChanges> & { payerId: string }) => {
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    if (Object.keys(given).length > 0 && !(await updatePayer(tx, payerId, given))) throw new NotFound('Payer');
    if (changes.name !== undefined) await keepPlanParty(tx, { id: payerId, name: changes.name });
  },
  { purpose: 'HPAYMT' },
);

/** Starts other rules of a payer on a day. */
export const changeRule = action('payer.change-rule', (tx, { payerId, ...rule }: Out<typeof PayerRule> & { payerId: string }) => replaceRule(tx, payerId, dated(rule)), {
  purpose: 'HPAYMT',
});

/** Our charges, or what a payer allows. */
export const listFees = action('fee.list', async (tx, { payerId }: { payerId?: string | undefined }) => ({ items: await feesOf(tx, payerId) }), {
  purpose: 'HPAYMT',
  audit: 'touched',
});

/** Sets an amount from a day on. */
export const setFee = action('fee.set', (tx, { payerId, ...fee }: Out<typeof NewFee>) => replaceFee(tx, { ...dated(fee), payerId: payerId ?? null }), {
  purpose: 'HPAYMT',
});
