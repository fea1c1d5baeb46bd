import { z } from 'zod';

export const ProgramPath = z.object({ programId: z.uuid() });

/** `wholeProgramRoles` need the charts of all patients of the program, whoever treats them. */
export const NewSharing = z.object({
  careTeamOnly: z.boolean(),
  wholeProgramRoles: z.array(z.string().min(1)).max(30).default([]),
  reason: z.string().trim().min(3, 'Write who decided this and why.').max(300),
});

const Sharing = z.object({
  programId: z.uuid(),
  programName: z.string(),
  careTeamOnly: z.boolean(),
  wholeProgramRoles: z.array(z.string()),
  reason: z.string(),
  since: z.string().nullable(),
});
/** `roles` are those that read charts. */
export const SharingList = z.object({ items: z.array(Sharing), roles: z.array(z.object({ code: z.string(), name: z.string() })) });
export type Sharing = z.infer<typeof Sharing>;

/** Own programs that know the person and keep the clinical record from the reader, who has no part in the care. */
export const ClosedToReader = z.object({ items: z.array(z.object({ programId: z.uuid(), programName: z.string() })) });
