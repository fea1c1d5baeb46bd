import { z } from 'zod';

const text = z
  .string()
  .max(100_000, 'A note holds at most 100,000 characters.')
  .transform((written) => written.replaceAll('\0', '').toWellFormed())
  .pipe(z.string().trim().min(1, 'Write the note first.'));

export const NoteParams = z.object({ noteId: z.uuid() });
export const ShareParams = z.object({ shareId: z.uuid() });
export const Vault = z.enum(['psychotherapy-note', 'sud-counseling-note']);
export const ShareGround = z.enum(['training', 'own-defence', 'oversight-of-originator']);

/** A note for the originator's own eyes. Which vault it stands in follows from the program. */
export const NewVaultNote = z.object({ id: z.uuid().optional(), programId: z.uuid(), text });
export const ChangeVaultNote = z.object({ text, version: z.int() });
export const NewShare = z.object({
  granteeStaffId: z.uuid(),
  ground: ShareGround,
  reason: z.string().trim().min(3, 'Write why they need to read it.').max(300),
  days: z.int().min(1).max(90, 'Share it for at most 90 days.'),
});

export const VaultShare = z.object({
  id: z.uuid(),
  granteeStaffId: z.uuid(),
  granteeName: z.string(),
  ground: z.string(),
  reason: z.string(),
  until: z.iso.datetime(),
});

export const VaultNote = z.object({
  id: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  vault: Vault,
  text: z.string(),
  version: z.int(),
  writtenAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  originatorName: z.string(),
  isMine: z.boolean(),
  shares: z.array(VaultShare),
});

export const VaultNotes = z.object({ items: z.array(VaultNote) });
export type VaultNote = z.infer<typeof VaultNote>;
export type VaultShare = z.infer<typeof VaultShare>;
