import { z } from 'zod';
import { purposes, recordClasses } from '../decision/facts.ts';
import { integrations } from './agreement.ts';

const kinds = ['qsoa', 'baa', 'contract', 'data-use'] as const;

/** An agreement as it is entered. `classes` left out = all; `validTo` is the last day, left out while it lasts. */
export const NewAgreement = z
  .object({
    partyId: z.uuid(),
    kind: z.enum(kinds),
    integration: z.enum(integrations).nullish(),
    scope: z.string().trim().min(3, 'Say what it covers.').max(2000),
    purposes: z.array(z.enum(purposes)).min(1, 'Choose at least one purpose.'),
    classes: z.array(z.enum(recordClasses)).min(1).nullish(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullish(),
  })
  .refine(({ validFrom, validTo }) => !validTo || validTo >= validFrom, { path: ['validTo'], message: 'The last day is before the first.' });

export const AgreementReply = z.object({
  id: z.uuid(),
  partyId: z.uuid(),
  partyName: z.string(),
  kind: z.enum(kinds),
  integration: z.enum(integrations).nullable(),
  scope: z.string(),
  purposes: z.array(z.string()),
  classes: z.array(z.string()).nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  fileId: z.uuid().nullable(),
  isCurrent: z.boolean(),
});

/** Which integrations may run today. */
export const AgreementList = z.object({
  items: z.array(AgreementReply),
  integrations: z.array(z.object({ integration: z.enum(integrations), mayRun: z.boolean() })),
});
export const AgreementAdded = z.object({ id: z.uuid() });
export const AgreementAddress = z.object({ agreementId: z.uuid() });
export const EndAgreement = z.object({ lastDay: z.iso.date() });
export type AgreementJson = z.infer<typeof AgreementReply>;
export type AgreementListJson = z.infer<typeof AgreementList>;
