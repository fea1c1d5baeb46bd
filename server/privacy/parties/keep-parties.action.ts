import type { z } from 'zod';
import { action, newId, NotFound, type Tx } from '#server/platform/index.ts';
import type { NewParty, PartyChanges, VerifyTreatment } from './parties.contract.ts';
import { endTreatment, insertParty, insertTreatment, partiesLike, partyOf, treatmentsOf, updateParty } from './parties.store.ts';
import type { Party } from './party.ts';

type Out<Schema extends z.ZodType> = z.output<Schema>;

/** The directory of those outside, by name. */
export const listParties = action(
  'party.list',
  async (tx, asked: { q?: string | undefined; patientId?: string | undefined; kind?: string | undefined }) => {
    if (asked.patientId) tx.touch({ kind: 'party', patientId: asked.patientId });
    return { items: await partiesLike(tx, asked) };
  },
  { purpose: 'HOPERAT', audit: 'touched' },
);

function asParty(id: string, { patientId, ...given }: Out<typeof NewParty>): Party {
  const { addressLine1, addressLine2, city, state, zip, phone, fax, email, ...rest } = given;
  const orNull = <Value>(value: Value | null | undefined) => value ?? null;
  return {
    id,
    patientId: orNull(patientId),
    ...rest,
    addressLine1: orNull(addressLine1),
    addressLine2: orNull(addressLine2),
    city: orNull(city),
    state: orNull(state),
    zip: orNull(zip),
    phone: orNull(phone),
    fax: orNull(fax),
    email: orNull(email),
    active: true,
  };
}

/** Adds somebody to the directory. */
export const addParty = action(
  'party.add',
  async (tx, given: Out<typeof NewParty>) => {
    const id = newId<'Party'>();
    await insertParty(tx, asParty(id, given));
    tx.touch({ kind: 'party', id, patientId: given.patientId ?? [] });
    return { id };
  },
  { purpose: 'HOPERAT' },
);

/** Changes a party; old accountings keep what they said. */
export const changeParty = action(
  'party.change',
  async (tx, { partyId, ...changes }: Out<typeof PartyChanges> & { partyId: string }) => {
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Party>;
    if (Object.keys(given).length > 0 && !(await updateParty(tx, partyId, given))) throw new NotFound('Party');
    tx.touch({ kind: 'party', id: partyId, fields: Object.keys(given) });
    return partyOf(tx, partyId);
  },
  { purpose: 'HOPERAT' },
);

/** Notes that somebody checked that the party treats the patient. */
export const verifyTreatment = action('party.verify-treatment', async (tx, { partyId, ...said }: Out<typeof VerifyTreatment> & { partyId: string }) => {
  await partyOf(tx, partyId);
  const id = newId<'Treatment'>();
  await insertTreatment(tx, { id, partyId, ...said });
  tx.touch({ kind: 'party-treatment', id, patientId: said.patientId, programId: said.programId });
  return { id };
});

/** Ends a treating link. */
export const closeTreatment = action('party.end-treatment', async (tx, { treatmentId }: { treatmentId: string }) => {
  const ended = await endTreatment(tx, treatmentId);
  if (!ended) throw new NotFound('Treating link');
  tx.touch({ kind: 'party-treatment', id: treatmentId, patientId: ended.patientId, fields: ['endedAt'] });
});

/** Who was found to treat the patient. */
export const listTreatments = action('party.list-treatments', async (tx, { patientId }: { patientId: string }) => {
  tx.touch({ kind: 'party-treatment', patientId });
  return { items: await treatmentsOf(tx, patientId) };
});

/** Keeps the party of a payer beside it, under the same id, so that consents and accountings can name the plan. */
export async function keepPlanParty(tx: Tx, { id, name, active = true }: { id: string; name: string; active?: boolean }): Promise<void> {
  if (await updateParty(tx, id, { name, active })) return;
  const blank = { patientId: null, contact: '', licences: [], legalStatus: 'covered-entity' as const, kind: 'health-plan' as const };
  const nowhere = { addressLine1: null, addressLine2: null, city: null, state: null, zip: null, phone: null, fax: null, email: null };
  await insertParty(tx, { id, name, active, ...blank, ...nowhere });
}
