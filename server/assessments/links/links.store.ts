import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { NotFound, newId, within, type Id, type Tx } from '#server/platform/index.ts';
import type { AdministrationId, AssessmentsTables } from '../assessments-tables.ts';

const db = (tx: Tx) => within<AssessmentsTables>(tx);
const digestOf = (token: string) => createHash('sha256').update(token).digest('hex');

interface NewLink {
  readonly administrationId: AdministrationId;
  readonly patientId: Id<'Patient'>;
  readonly programId: Id<'Program'>;
  readonly kind: 'link' | 'tablet';
  readonly madeBy: string;
  readonly expiresAt: Temporal.Instant;
}

/** A new link; the token is told once and only its digest is kept. */
export async function drawLink(tx: Tx, link: NewLink): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db(tx)
    .insertInto('assessments.link')
    .values({ id: newId<'Link'>(), ...link, tokenHash: digestOf(token), madeAt: tx.now, closedAt: null })
    .execute();
  return token;
}

/**
 * Lets whoever holds a token act in the program that made the link, on the one administration that it names: the database keeps to that by its own policies.
 * Throws the same NotFound for a token that never was, was used, or is over.
 */
export async function actAsHolder(tx: Tx, token: string): Promise<AdministrationId> {
  await sql`select set_config('mooring.link_hash', ${digestOf(token)}, true)`.execute(tx.db);
  const link = await db(tx)
    .selectFrom('assessments.link')
    .select(['administrationId', 'programId'])
    .where('tokenHash', '=', digestOf(token))
    .where('closedAt', 'is', null)
    .where('expiresAt', '>', tx.now)
    .executeTakeFirstOrThrow(() => new NotFound('Page'));
  const programs = `{${link.programId}}`;
  const permissions = 'assessment.answer,alert.write,patient.read,program.read';
  await sql`select set_config('mooring.link_administration', ${link.administrationId}, true), set_config('mooring.programs', ${programs}, true),
    set_config('mooring.actor_kind', 'system', true), set_config('mooring.permissions', ${permissions}, true)`.execute(tx.db);
  return link.administrationId;
}

/** Ends the link of an administration. */
export async function closeLinks(tx: Tx, administrationId: AdministrationId): Promise<void> {
  await db(tx).updateTable('assessments.link').set({ closedAt: tx.now }).where('administrationId', '=', administrationId).where('closedAt', 'is', null).execute();
}
