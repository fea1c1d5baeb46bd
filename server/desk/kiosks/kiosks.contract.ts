import { z } from 'zod';

export const StartKiosk = z.object({ siteId: z.uuid('Choose the site.'), name: z.string().trim().min(1, 'Give the tablet a name, such as "Front door".').max(60) });
export const KioskPath = z.object({ kioskId: z.uuid() });
export const Kiosks = z.object({
  items: z.array(z.object({ id: z.uuid(), name: z.string(), siteName: z.string(), startedByName: z.string(), startedAt: z.string(), endsAt: z.string() })),
});
export const LeaveKiosk = z.object({ email: z.email('Write your email address.').max(120), password: z.string().min(1, 'Write your password.').max(200) });

/** What the tablet shows to everybody: whether it takes guesses. */
export const KioskState = z.object({ phoneDigits: z.int(), isPaused: z.boolean() });

export const FindVisit = z.object({
  givenName: z.string().trim().min(1).max(60),
  familyName: z.string().trim().min(1).max(60),
  birthDate: z.iso.date(),
  phoneDigits: z.string().regex(/^\d{1,10}$/),
});
/** All that the person learns: when they are expected. */
export const FoundVisit = z.object({ token: z.string(), when: z.string() });
export const ConfirmVisit = z.object({ token: z.string().min(1).max(100), contactChanged: z.boolean(), coverageChanged: z.boolean() });
/** `questions` are secrets that open what is to be answered before the visit, one after the other. */
export const ConfirmedVisit = z.object({ when: z.string(), questions: z.array(z.string()) });

export const VisitPath = z.object({ appointmentId: z.uuid() });
export const CheckInPath = z.object({ checkInId: z.uuid() });
export const CheckInReply = z.object({
  checkIn: z.object({ id: z.uuid(), arrivedAt: z.string(), contactChanged: z.boolean(), coverageChanged: z.boolean(), settledAt: z.string().nullable() }).nullable(),
});

export type FindVisit = z.infer<typeof FindVisit>;
export type ConfirmVisit = z.infer<typeof ConfirmVisit>;
