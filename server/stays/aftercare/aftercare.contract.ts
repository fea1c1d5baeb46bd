import { z } from 'zod';

const words = (most: number) => z.string().trim().max(most).default('');

export const AftercarePath = z.object({ episodeId: z.uuid() });
export const KeepAftercare = z
  .object({
    declined: z.boolean().default(false),
    plan: words(4000),
    appointment: words(300),
    risk: words(1000),
    naloxone: z.enum(['given', 'declined', 'not-indicated'], 'Say whether naloxone was offered.'),
  })
  .refine(({ declined, plan }) => declined || plan !== '', { path: ['plan'], message: 'Write what follows the stay, or that the person declined.' });
export const Aftercare = z.object({
  current: z
    .object({
      declined: z.boolean(),
      plan: z.string(),
      appointment: z.string(),
      risk: z.string(),
      naloxone: z.enum(['given', 'declined', 'not-indicated']),
      writtenAt: z.iso.datetime(),
      writtenByName: z.string(),
    })
    .nullable(),
});
export type KeepAftercare = z.output<typeof KeepAftercare>;
export type Aftercare = z.infer<typeof Aftercare>;
