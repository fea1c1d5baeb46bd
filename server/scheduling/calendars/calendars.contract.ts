import { z } from 'zod';

export const CalendarLinkPath = z.object({ calendarLinkId: z.uuid() });
export const CalendarPath = z.object({ secret: z.string().min(20).max(100) });

export const CalendarLinkList = z.object({ items: z.array(z.object({ id: z.uuid(), madeAt: z.string(), lastReadAt: z.string().nullable() })) });

/** The address is told once: only a digest of its secret is kept. */
export const NewCalendarLink = z.object({ id: z.uuid(), address: z.url() });
