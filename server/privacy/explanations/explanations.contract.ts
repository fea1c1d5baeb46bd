import { z } from 'zod';
import { recordKindNames } from './record-kinds.ts';

const Purpose = z.enum(['TREAT', 'ETREAT', 'HPAYMT', 'HOPERAT', 'HLEGAL', 'HRESCH', 'PATRQT']).default('TREAT');

export const PatientAsked = z.object({ patientId: z.uuid() });
/** `recordId` is needed for records that a program made. */
export const SightQuery = z.object({ kind: z.enum(recordKindNames).default('person'), recordId: z.uuid().optional(), purpose: Purpose });
export const WhyQuery = SightQuery.extend({ staffId: z.uuid() });

const Explained = z.object({ staffId: z.uuid(), name: z.string(), canSee: z.boolean(), chain: z.array(z.object({ code: z.string(), says: z.string() })) });

/** Those who can see it, and how many others cannot. */
export const WhoCanSee = z.object({ items: z.array(Explained), others: z.int() });
export const Why = Explained;
export const WhyNot = z.object({ sees: z.string(), closed: z.string(), opens: z.array(z.string()), canBreakGlass: z.boolean() });
