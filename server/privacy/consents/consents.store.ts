import { sql, type ColumnType, type Generated } from 'kysely';
import { NotFound, within, type Tx } from '#server/platform/index.ts';
import type { ConsentFacts, ConsentKind, ConsentSigner, Expiry } from '../decision/facts.ts';
import type { ConsentForm, Signature } from './consent-form.ts';
import { missingElementIds } from './validate-consent.rules.ts';

export type ConsentState = 'draft' | 'active' | 'revoked' | 'superseded' | 'discarded';

/** How a patient took a consent back: 42 CFR 2.31(a)(6) asks for writing. */
export interface Revocation {
  readonly how: 'written-here' | 'letter' | 'portal';
  readonly words: string;
  readonly recordedBy: string;
}

/** One signature with its way and, on screen, the strokes of the pen. */
export interface KeptSignature {
  readonly signer: ConsentSigner;
  readonly name: string;
  readonly at: string;
  readonly method: 'screen' | 'paper';
  readonly drawing: string | null;
}

/** Dates as text inside JSON. */
export type WrittenForm = Omit<ConsentForm, 'from' | 'to' | 'expiry'> & {
  readonly from: string | null;
  readonly to: string | null;
  readonly expiry: WrittenExpiry | null;
};
type WrittenExpiry =
  | { readonly kind: 'none' | 'end-of-treatment' }
  | { readonly kind: 'date'; readonly lastDay: string }
  | { readonly kind: 'event'; readonly event: string };

interface ConsentTable {
  id: string;
  patientId: string;
  programId: string;
  labels: Generated<string[]>;
  kind: ConsentKind;
  state: Generated<ConsentState>;
  form: ColumnType<WrittenForm, string, string>;
  formVersion: string;
  formDigest: string;
  drawnUpAt: Temporal.Instant;
  drawnUpBy: string;
  signatures: ColumnType<KeptSignature[], string | undefined, string>;
  signedAt: Temporal.Instant | null;
  scanFileId: string | null;
  supersedes: string | null;
  eventHappenedAt: Temporal.Instant | null;
  revokedAt: Temporal.Instant | null;
  revocation: ColumnType<Revocation | null, string | null, string | null>;
}

export interface Consent {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  readonly kind: ConsentKind;
  readonly state: ConsentState;
  readonly form: ConsentForm;
  readonly formDigest: string;
  readonly drawnUpAt: Temporal.Instant;
  readonly signatures: readonly KeptSignature[];
  readonly signedAt: Temporal.Instant | null;
  readonly scanFileId: string | null;
  readonly supersedes: string | null;
  readonly revokedAt: Temporal.Instant | null;
  readonly revocation: Revocation | null;
}

const consents = (tx: Tx) => within<{ 'privacy.consent': ConsentTable }>(tx);

function expiryOf(written: WrittenExpiry | null, eventAt: Temporal.Instant | null): Expiry | null {
  switch (written?.kind) {
    case undefined:
      return null;
    case 'none':
      return { kind: 'none' };
    case 'date':
      return { kind: 'date', lastDay: Temporal.PlainDate.from(written.lastDay) };
    case 'event':
      return { kind: 'event', event: written.event, happenedAt: eventAt };
    case 'end-of-treatment':
      return { kind: 'end-of-treatment', endedAt: eventAt };
  }
}

const dayOr = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));

function consentOf(
  row: Omit<ConsentTable, 'form' | 'signatures' | 'state' | 'revocation' | 'labels'> & {
    form: WrittenForm;
    signatures: KeptSignature[];
    state: ConsentState;
    revocation: Revocation | null;
  },
): Consent {
  const form = { ...row.form, from: dayOr(row.form.from), to: dayOr(row.form.to), expiry: expiryOf(row.form.expiry, row.eventHappenedAt) };
  return { ...row, form };
}

/** A form with its dates as text, for keeping. */
export function written(form: ConsentForm): WrittenForm {
  const { expiry } = form;
  const kept: WrittenExpiry | null =
    expiry === null
      ? null
      : expiry.kind === 'date'
        ? { kind: 'date', lastDay: expiry.lastDay.toString() }
        : expiry.kind === 'event'
          ? { kind: 'event', event: expiry.event }
          : { kind: expiry.kind };
  return { ...form, from: form.from?.toString() ?? null, to: form.to?.toString() ?? null, expiry: kept };
}

/** Consents of a person that the actor may see, the latest first; drafts that were put aside are left out. */
export async function consentsOfPerson(tx: Tx, patientId: string): Promise<readonly Consent[]> {
  const rows = await consents(tx)
    .selectFrom('privacy.consent')
    .selectAll()
    .where('patientId', '=', patientId)
    .where('state', '<>', 'discarded')
    .orderBy('drawnUpAt', 'desc')
    .execute();
  return rows.map(consentOf);
}

/** One consent, by default locked until the transaction ends: a release that depends on it waits, and the other way round. Throws NotFound. */
export async function lockConsent(tx: Tx, consentId: string, lock: 'change' | 'nothing' = 'change'): Promise<Consent> {
  const asked = consents(tx).selectFrom('privacy.consent').selectAll().where('id', '=', consentId);
  const row = await (lock === 'change' ? asked.forUpdate() : asked).executeTakeFirst();
  if (!row) throw new NotFound('Consent');
  return consentOf(row);
}

/** Adds a consent that nobody signed yet. */
export async function insertDraft(
  tx: Tx,
  draft: { id: string; patientId: string; programId: string; form: ConsentForm; formVersion: string; formDigest: string; supersedes: string | null; drawnUpBy: string },
): Promise<void> {
  const { form, ...row } = draft;
  await consents(tx)
    .insertInto('privacy.consent')
    .values({
      ...row,
      kind: form.kind,
      form: JSON.stringify(written(form)),
      drawnUpAt: tx.now,
      signedAt: null,
      scanFileId: null,
      eventHappenedAt: null,
      revokedAt: null,
      revocation: null,
    })
    .execute();
}

/** Puts the signatures under a draft. */
export async function keepSignatures(tx: Tx, consentId: string, signatures: readonly KeptSignature[], scanFileId: string | null): Promise<void> {
  await consents(tx)
    .updateTable('privacy.consent')
    .set({ signatures: JSON.stringify(signatures), signedAt: tx.now, scanFileId, state: 'active' })
    .where('id', '=', consentId)
    .execute();
}

/** Ends a consent by its state alone: superseded by a later one, or a draft put aside. */
export async function setState(tx: Tx, consentId: string, state: 'superseded' | 'discarded'): Promise<void> {
  await consents(tx).updateTable('privacy.consent').set({ state }).where('id', '=', consentId).execute();
}

/** Keeps a written revocation. */
export async function keepRevocation(tx: Tx, consentId: string, revocation: Revocation): Promise<void> {
  await consents(tx)
    .updateTable('privacy.consent')
    .set({ state: 'revoked', revokedAt: tx.now, revocation: JSON.stringify(revocation) })
    .where('id', '=', consentId)
    .execute();
}

/** Records that the event came which ends a consent. */
export async function keepEvent(tx: Tx, consentId: string): Promise<void> {
  await consents(tx).updateTable('privacy.consent').set({ eventHappenedAt: tx.now }).where('id', '=', consentId).execute();
}

/** Names that stand in a form: the patient's and the program's. */
export async function namesFor(tx: Tx, patientId: string, programId: string): Promise<{ patientName: string; programName: string }> {
  const { rows } = await sql<{ patientName: string; programName: string }>`
    select p.display_name as patient_name, g.name as program_name from patients.patient_name p, programs.program_name g where p.id = ${patientId} and g.id = ${programId}`.execute(
    tx.db,
  );
  if (!rows[0]) throw new NotFound('Patient');
  return rows[0];
}

function signatureOf({ signer, name, at }: KeptSignature): Signature {
  return { signer, name, at: Temporal.Instant.from(at) };
}

/** Signatures as the validator asks for them. */
export const signaturesOf = (kept: readonly KeptSignature[]): Signature[] => kept.map(signatureOf);

function factsOf({ id, kind, state, form, signatures, signedAt, supersedes, revokedAt }: Consent): ConsentFacts[] {
  const [first, ...others] = signatures;
  if (!first || signedAt === null || form.expiry === null) return [];
  return [
    {
      id,
      kind,
      disclosers: form.disclosers.map(({ programId }) => programId),
      recipients: form.recipients,
      purposes: form.purposes,
      scope: { classes: form.classes, excludedLabels: form.excludedLabels, from: form.from, to: form.to },
      expiry: form.expiry,
      signedAt,
      signer: first.signer,
      cosigners: others.map(({ signer }) => signer),
      // Replaced also when somebody else signed the later one, such as the minor who came of age: it opens nothing any more, and what it left out stays out.
      revokedAt: revokedAt ?? (state === 'superseded' ? signedAt : null),
      irrevocableUntil: form.irrevocableUntil,
      missingElements: missingElementIds(form, signaturesOf(signatures)),
      supersedes,
      fundraisingOptOutOffered: form.statements.includes('fundraising-opt-out'),
    },
  ];
}

/**
 * Signed consents of these people as the decision sees them, the earliest first; who signed nothing is left out. Locked against revocation until the
 * transaction ends when it is about to release, always in the same order, so that two releases never wait for each other.
 */
export async function consentsOf(tx: Tx, patientIds: readonly string[], options: { lock?: boolean } = {}): Promise<Map<string, ConsentFacts[]>> {
  const all = consents(tx)
    .selectFrom('privacy.consent')
    .selectAll()
    .where('patientId', '=', sql<string>`any (${[...patientIds]}::uuid[])`)
    .where('signedAt', 'is not', null)
    .orderBy('patientId')
    .orderBy('signedAt')
    .orderBy('id');
  const rows = await (options.lock ? all.forShare() : all).execute();
  const found = new Map<string, ConsentFacts[]>();
  for (const consent of rows.map(consentOf)) found.set(consent.patientId, [...(found.get(consent.patientId) ?? []), ...factsOf(consent)]);
  return found;
}
