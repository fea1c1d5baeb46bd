import type { z } from 'zod';
import { action, files, newId, NotFound, Unavailable, type Tx, type Upload } from '#server/platform/index.ts';
import { partyOf } from '../parties/parties.store.ts';
import { integrations, isCurrent, type Integration } from './agreement.ts';
import type { NewAgreement } from './agreements.contract.ts';
import { agreementsFor, allAgreements, insertAgreement, organisationToday, updateAgreement } from './agreements.store.ts';

/** Every agreement, and which integrations may run today. */
export const listAgreements = action(
  'agreement.list',
  async (tx) => {
    const today = await organisationToday(tx);
    const items = (await allAgreements(tx)).map((agreement) => ({ ...agreement, isCurrent: isCurrent(agreement, today) }));
    return {
      items,
      integrations: integrations.map((integration) => ({
        integration,
        mayRun: items.some((one) => one.integration === integration && one.isCurrent && one.kind !== 'data-use'),
      })),
    };
  },
  { purpose: 'HOPERAT', audit: 'touched' },
);

/** Enters an agreement. */
export const addAgreement = action(
  'agreement.add',
  async (tx, { validFrom, validTo, integration, classes, ...rest }: z.output<typeof NewAgreement>) => {
    await partyOf(tx, rest.partyId);
    const id = newId<'Agreement'>();
    const days = { validFrom: Temporal.PlainDate.from(validFrom), validTo: validTo ? Temporal.PlainDate.from(validTo) : null };
    await insertAgreement(tx, { id, ...rest, ...days, integration: integration ?? null, classes: classes ?? null, fileId: null });
    tx.touch({ kind: 'agreement', id });
    return { id };
  },
  { purpose: 'HOPERAT' },
);

/** Sets the last day. */
export const endAgreement = action(
  'agreement.end',
  async (tx, { agreementId, lastDay }: { agreementId: string; lastDay: string }) => {
    if (!(await updateAgreement(tx, agreementId, { validTo: Temporal.PlainDate.from(lastDay) }))) throw new NotFound('Agreement');
    tx.touch({ kind: 'agreement', id: agreementId, fields: ['validTo'] });
  },
  { purpose: 'HOPERAT' },
);

/** Keeps the signed paper of an agreement. */
export const attachAgreement = action(
  'agreement.attach',
  async (tx, { agreementId, file }: Upload & { agreementId: string }) => {
    const fileId = await files.put(tx, { ...file, permission: 'privacy.review' });
    if (!(await updateAgreement(tx, agreementId, { fileId }))) throw new NotFound('Agreement');
    tx.touch({ kind: 'agreement', id: agreementId, fields: ['fileId'] });
    return { id: fileId };
  },
  { purpose: 'HOPERAT' },
);

const says: Readonly<Record<Integration, string>> = {
  clearinghouse: 'the clearinghouse',
  mail: 'the mail service',
  fax: 'the fax service',
  storage: 'the storage service',
  'text-messages': 'the text message service',
};

/** Stops an integration that no current agreement binds: 42 CFR 2.11, 2.12(c)(4); 45 CFR 164.502(e). Throws `Unavailable`, so that what is queued waits and is tried again. */
export async function requireAgreement(tx: Tx, integration: Integration): Promise<void> {
  const today = await organisationToday(tx);
  const held = await agreementsFor(tx, integration);
  if (held.some((agreement) => agreement.kind !== 'data-use' && isCurrent(agreement, today))) return;
  throw new Unavailable(
    integration,
    `No current agreement (QSOA or BAA) binds ${says[integration]}, so nothing was sent. The privacy officer enters it under Agreements.`,
  );
}
