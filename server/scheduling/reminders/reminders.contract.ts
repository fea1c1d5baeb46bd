import { z } from 'zod';

/** The secret travels in the body: no address, log or history holds it. */
export const HeldSecret = z.object({ secret: z.string().min(1).max(100) });

/** All that whoever holds the link learns. */
export const HeldReminder = z.object({
  purpose: z.enum(['confirm', 'cancel', 'arrive']),
  when: z.string(),
  language: z.enum(['en', 'es']),
  isDone: z.boolean(),
  /** Too early to say that one is here. */
  isEarly: z.boolean(),
});

export const ReminderList = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      /** Null when no way was open that the patient allows. */
      channel: z.enum(['text', 'email', 'voicemail']).nullable(),
      decidedAt: z.string(),
      answer: z.enum(['confirm', 'cancel']).nullable(),
      answeredAt: z.string().nullable(),
    }),
  ),
});

export type HeldReminder = z.infer<typeof HeldReminder>;
export type ReminderList = z.infer<typeof ReminderList>;
