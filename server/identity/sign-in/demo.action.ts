import { action, Answer, NotFound, type Tx } from '#server/platform/index.ts';
import { openSession } from '../accounts/better-auth.store.ts';
import { personById } from '../accounts/people.store.ts';
import { admit, type State } from './admission.action.ts';
import { personas } from './personas.store.ts';

/** Outside demo mode the door is not there at all. */
function onlyInDemo(tx: Tx): void {
  if (!tx.config.demo) throw new NotFound('Demo');
}

/** The people whom the demo offers by name. */
export const listPersonas = action(
  'demo.personas',
  async (tx, _nothing: object) => {
    onlyInDemo(tx);
    return { items: await personas(tx) };
  },
  { audit: 'touched' },
);

/** One click instead of a password and a second factor; demo mode only. */
export const signInAsPersona = action(
  'session.sign-in',
  async (tx, { staffId }: { staffId: string }): Promise<Answer<{ state: State }>> => {
    onlyInDemo(tx);
    const person = await personById(tx, staffId);
    if (!person?.active) throw new NotFound('Staff');
    const { token, cookie } = await openSession(tx, person.id);
    const state = await admit(tx, person, { token, factor: 'persona', isComplete: true });
    return new Answer({ state }, { cookies: [cookie] });
  },
  { purpose: 'SYSADMIN' },
);
