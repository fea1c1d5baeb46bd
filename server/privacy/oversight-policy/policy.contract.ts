import { z } from 'zod';

/** How long an emergency opens a chart, by when it is reviewed, and whether patients read the names of staff who looked. */
export const NewPolicy = z.object({
  emergencyMinutes: z.int().min(5, 'At least 5 minutes.').max(720, 'At most 12 hours.'),
  reviewHours: z.int().min(1, 'At least an hour.').max(720, 'At most 30 days.'),
  namesStaffToPatients: z.boolean(),
  source: z.string().trim().min(3, 'Write who decided this and where.').max(300),
});

export const PolicyInForce = NewPolicy.extend({ emergencyLabels: z.array(z.string()) });
