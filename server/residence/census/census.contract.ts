import { z } from 'zod';

export const CensusStatus = z.enum(['admitted', 'present', 'leave', 'bed-hold', 'discharged']);
export const CensusPath = z.object({ siteId: z.uuid(), day: z.iso.date() });
export const SitePath = z.object({ siteId: z.uuid() });
export const DaysQuery = z.object({ to: z.iso.date() });
export const CorrectCensus = z.object({ reason: z.string().trim().min(5, 'Write why the census is corrected.').max(500) });

export const Houses = z.object({ items: z.array(z.object({ siteId: z.uuid(), name: z.string(), timeZone: z.string(), lastDay: z.iso.date().nullable() })) });
export const Census = z.object({
  site: z.object({ siteId: z.uuid(), name: z.string(), timeZone: z.string() }),
  midnight: z.iso.datetime(),
  /** The latest first; empty for a midnight that nobody counted. */
  versions: z.array(z.object({ id: z.uuid(), version: z.int(), reason: z.string().nullable(), takenAt: z.iso.datetime(), takenByName: z.string().nullable() })),
  lines: z.array(
    z.object({
      residencyId: z.uuid(),
      patientId: z.uuid(),
      name: z.string(),
      mrn: z.string(),
      unitName: z.string(),
      roomName: z.string().nullable(),
      bedName: z.string().nullable(),
      status: CensusStatus,
      arrivedToday: z.boolean(),
      levelOfCare: z.string(),
    }),
  ),
  /** People whom what is on record by now would count differently. */
  differences: z.array(z.object({ residencyId: z.uuid(), name: z.string(), kept: CensusStatus.nullable(), recounted: CensusStatus.nullable() })),
});
export const CensusDays = z.object({
  items: z.array(z.object({ day: z.iso.date(), inHouse: z.int(), admitted: z.int(), away: z.int(), discharged: z.int() })),
});

export type Census = z.infer<typeof Census>;
