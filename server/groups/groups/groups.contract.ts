import { z } from 'zod';

export const GroupKind = z.enum(['group', 'couple', 'family']);
const facts = {
  name: z.string().trim().min(1, 'Give the group a name.').max(120),
  curriculum: z.string().trim().max(300),
  service: z.string().min(1).max(60),
  facilitatorId: z.uuid(),
  cofacilitatorIds: z.array(z.uuid()).max(6),
  capacity: z.int().min(2).max(60, 'A group holds at most 60.'),
};
/** Sent twice with the same id it is one group. */
export const OpenGroup = z.object({
  id: z.uuid(),
  programId: z.uuid(),
  kind: GroupKind.default('group'),
  ...facts,
  curriculum: facts.curriculum.default(''),
  cofacilitatorIds: facts.cofacilitatorIds.default([]),
});
export const ChangeGroup = z.object({ ...facts, active: z.boolean() }).partial();
export const GroupPath = z.object({ groupId: z.uuid() });
export const MemberPath = z.object({ groupId: z.uuid(), patientId: z.uuid() });
export const AddMember = z.object({ patientId: z.uuid(), joinedOn: z.iso.date().optional() });

const Member = z.object({ patientId: z.uuid(), name: z.string(), mrn: z.string(), joinedOn: z.string(), leftOn: z.string().nullable() });
export const TherapyGroup = z.object({
  id: z.uuid(),
  programId: z.uuid(),
  programName: z.string(),
  name: z.string(),
  kind: GroupKind,
  curriculum: z.string(),
  service: z.string(),
  facilitatorId: z.uuid(),
  facilitatorName: z.string(),
  cofacilitators: z.array(z.object({ id: z.uuid(), name: z.string() })),
  capacity: z.int(),
  active: z.boolean(),
  members: z.array(Member),
});
export const TherapyGroupList = z.object({ items: z.array(TherapyGroup) });

export type OpenGroup = z.infer<typeof OpenGroup>;
export type ChangeGroup = z.infer<typeof ChangeGroup>;
export type TherapyGroup = z.infer<typeof TherapyGroup>;
