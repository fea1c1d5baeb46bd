import { z } from 'zod';
import { parts } from './care-team.ts';

export const PatientPath = z.object({ patientId: z.uuid() });
export const MembershipPath = z.object({ membershipId: z.uuid() });

/** Sent twice with the same id it is one. */
export const NewMember = z.object({
  id: z.uuid(),
  programId: z.uuid('Choose a program.'),
  staffId: z.uuid('Choose a colleague.'),
  part: z.enum(parts, 'Choose the part.'),
});

export const Member = z.object({
  membershipId: z.uuid().nullable(),
  episodeId: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  staffId: z.uuid(),
  name: z.string(),
  credential: z.string().nullable(),
  part: z.string(),
  leads: z.boolean(),
  since: z.string(),
});
/** Leaders first. `past` are those who were, the latest first. */
export const CareTeam = z.object({ items: z.array(Member), past: z.array(Member.omit({ episodeId: true }).extend({ endedOn: z.string() })) });

export type NewMember = z.infer<typeof NewMember>;
export type CareTeam = z.infer<typeof CareTeam>;
