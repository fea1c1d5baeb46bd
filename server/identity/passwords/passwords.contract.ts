import { z } from 'zod';

/** NIST SP 800-63B section 3.1.1: length counts, composition does not; common passwords are refused by a rule. */
export const NewPassword = z.string().min(12, 'Use at least 12 characters; a short sentence is fine.').max(128, 'At most 128 characters.');

export const OneTimeLink = z.object({ token: z.string().min(20).max(100) });

/** For whom the link is, to show before a password is chosen. */
export const LinkOwner = z.object({ displayName: z.string(), email: z.string() });

export const ChoosePassword = z.object({ token: z.string().min(20).max(100), password: NewPassword });

export const ChangePassword = z.object({ currentPassword: z.string().min(1, 'Write your present password.').max(200), newPassword: NewPassword });
