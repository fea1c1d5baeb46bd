import { z } from 'zod';

// The words of the decision are repeated here, for the browser shares contracts and nothing else.
export const ConsentKind = z.enum(['tpo', 'specific', 'counseling-notes', 'legal-proceeding', 'central-registry', 'criminal-justice', 'pdmp', 'research']);
export const Classes = z.enum([
  'progress-note',
  'diagnosis',
  'medication',
  'dose',
  'laboratory',
  'vital-signs',
  'allergy',
  'care-plan',
  'assessment',
  'schedule',
  'claim',
  'message',
  'group-roster',
  'document',
  'demographics',
  'counseling-note',
  'psychotherapy-note',
]);
export const Purposes = z.enum(['TREAT', 'HPAYMT', 'HOPERAT', 'PATRQT', 'FAMRQT', 'EMPLOY', 'HLEGAL', 'HRESCH', 'REGISTRY', 'REPORT', 'CRIMJUST', 'FUNDRAISE']);
export const Signer = z.enum(['patient', 'minor-patient', 'parent', 'personal-representative', 'guardian', 'program-director', 'next-of-kin']);
export const Language = z.enum(['en', 'es']);
const Day = z.iso.date();

export const PatientPath = z.object({ patientId: z.uuid() });
export const ConsentPath = z.object({ consentId: z.uuid() });

const Recipient = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('named'), partyId: z.uuid(), name: z.string().trim().min(2, 'Name who may receive it.').max(200) }),
  z.object({
    kind: z.literal('class'),
    class: z.enum(['treating-providers', 'health-plans', 'third-party-payers', 'people-helping-to-operate', 'treatment-programs-nearby']),
  }),
  z.object({
    kind: z.literal('intermediary'),
    partyId: z.uuid(),
    name: z.string().trim().min(2).max(200),
    members: z.union([z.literal('treating-participants'), z.array(z.string().min(2)).min(1)]),
  }),
]);

const Expiry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('end-of-treatment') }),
  z.object({ kind: z.literal('date'), lastDay: Day }),
  z.object({ kind: z.literal('event'), event: z.string().trim().min(3, 'Name the event that ends it.').max(200) }),
]);

/** What is asked for a consent; all that its kind decides by itself may be left out. For `tpo` the program and the language suffice. */
export const DrawUpConsent = z.object({
  id: z.uuid().optional(),
  kind: ConsentKind,
  programId: z.uuid(),
  language: Language.default('en'),
  recipients: z.array(Recipient).max(20).optional(),
  classes: z.union([z.literal('all'), z.array(Classes).min(1, 'Choose at least one kind of record.')]).optional(),
  from: Day.optional(),
  to: Day.optional(),
  purposes: z.array(Purposes).optional(),
  expiry: Expiry.optional(),
  irrevocableUntil: z.string().trim().max(200).optional(),
  askForDonations: z.boolean().optional(),
  supersedes: z.uuid().optional(),
});

/** Signed on this screen: the name as written, and the strokes of the pen as an SVG path when one was used. */
export const SignConsent = z.object({
  signatures: z
    .array(
      z.object({
        signer: Signer,
        name: z.string().trim().min(2, 'Write the full name.').max(120),
        drawing: z
          .string()
          .max(60_000)
          .regex(/^[MLQCZ0-9 .,-]*$/i, 'The drawing is an SVG path.')
          .nullable(),
      }),
    )
    .min(1)
    .max(3),
});

/** Signed on paper; the scan is the file. */
export const PaperSignature = z.object({ signer: Signer, name: z.string().trim().min(2, 'Write the name of who signed.').max(120) });

export const RevokeConsent = z.object({
  how: z.enum(['written-here', 'letter', 'portal']),
  words: z.string().trim().min(3, 'Write down what the patient wrote.').max(2000),
});

export const MissingElement = z.object({ id: z.string(), rule: z.enum(['part2', 'hipaa']), citation: z.string(), says: z.string() });
export const FormText = z.object({ title: z.string(), paragraphs: z.array(z.object({ heading: z.string(), text: z.string() })) });

export const ConsentLine = z.object({
  id: z.uuid(),
  programId: z.uuid(),
  kind: ConsentKind,
  /** `expired` is worked out at the moment of asking. */
  state: z.enum(['draft', 'active', 'expired', 'revoked', 'superseded']),
  says: z.string(),
  until: z.string(),
  signedBy: z.string(),
  signedAt: z.iso.datetime().nullable(),
  drawnUpAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
  revocation: z.string().nullable(),
  hasScan: z.boolean(),
  endsByEvent: z.string().nullable(),
  irrevocableUntil: z.string().nullable(),
});
export const ConsentList = z.object({ items: z.array(ConsentLine) });
export const ConsentPage = ConsentLine.extend({ text: FormText, language: Language, missing: z.array(MissingElement) });
export type ConsentLine = z.infer<typeof ConsentLine>;
export type ConsentPage = z.infer<typeof ConsentPage>;
export const MadeConsent = z.object({ id: z.uuid() });
