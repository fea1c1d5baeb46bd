import { z } from 'zod';

/** The four things that are asked for. */
export const WishedTransition = z.object({
  episodeId: z.uuid(),
  toProgramId: z.uuid('Choose a program.'),
  at: z.iso.datetime({ offset: true, error: 'Write date and time.' }),
  reason: z.string().min(1, 'Choose a reason.').max(40),
  clinicianId: z.uuid('Choose who is chiefly responsible.'),
});

/** Sent twice with the same id it happens once. */
export const MakeTransition = WishedTransition.extend({ id: z.uuid() });
export const TransitionPath = z.object({ transitionId: z.uuid() });
export const PatientPath = z.object({ patientId: z.uuid() });

const Effect = z.object({ part: z.string(), does: z.enum(['carried', 'closed', 'opened', 'kept']), says: z.string() });
export const MoveKind = z.enum(['step-up', 'step-down', 'transfer', 'second-program', 'readmission']);

/** What would happen, and what is in the way. */
export const TransitionPreview = z.object({
  kind: MoveKind,
  fromProgramId: z.uuid(),
  effects: z.array(Effect),
  obstacles: z.array(z.object({ code: z.string(), says: z.string(), at: z.string().optional() })),
});

export const Transition = z.object({
  id: z.uuid(),
  fromName: z.string(),
  toName: z.string(),
  toProgramId: z.uuid(),
  kind: MoveKind,
  reason: z.string(),
  at: z.string(),
  clinicianName: z.string(),
  effects: z.array(Effect),
  madeAt: z.string(),
  madeBy: z.string(),
  takenBackAt: z.string().nullable(),
  /** Whether it can still be taken back. */
  mayTakeBack: z.boolean(),
});
export const Transitions = z.object({ items: z.array(Transition), reasons: z.array(z.object({ code: z.string(), says: z.string() })) });

export type WishedTransition = z.infer<typeof WishedTransition>;
export type MakeTransition = z.infer<typeof MakeTransition>;
export type Effect = z.infer<typeof Effect>;
export type TransitionReply = z.infer<typeof Transition>;
