import { z } from 'zod';

/** Whose: `clinicianId`, else everybody in `programId`, else everybody at `siteId`; nobody named means oneself. */
export const DaySheetQuery = z.object({
  day: z.iso.date('Give a day such as 2026-11-24.'),
  clinicianId: z.uuid().optional(),
  programId: z.uuid().optional(),
  siteId: z.uuid().optional(),
  by: z.enum(['clinician', 'room']).default('clinician'),
  names: z.enum(['short', 'whole']).default('short'),
});

const Line = z.object({ startsAt: z.string(), endsAt: z.string(), name: z.string(), clinicianName: z.string(), room: z.string(), modality: z.string() });
/** No kind of appointment, no program, no record number: a sheet is seen by others. */
export const DaySheets = z.object({ day: z.string(), timeZone: z.string(), sheets: z.array(z.object({ title: z.string(), lines: z.array(Line) })) });

export type DaySheetQuery = z.infer<typeof DaySheetQuery>;
