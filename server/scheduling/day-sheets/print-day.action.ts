import { action } from '#server/platform/index.ts';
import { siteTimeZone } from '../schedule/schedule.store.ts';
import { sheetsOf } from './day-sheet.rules.ts';
import type { DaySheetQuery } from './day-sheets.contract.ts';
import { seatsOfDay } from './day-sheets.store.ts';

/** The sheets of a day for printing, with as much of each name as is asked for and nothing of what anybody comes for. */
export const readDaySheets = action('schedule.read-day-sheets', async (tx, { by, names, ...wish }: DaySheetQuery) => {
  const seats = await seatsOfDay(tx, wish);
  tx.touch({ kind: 'day-sheet', programId: wish.programId, patientId: [...new Set(seats.map(({ patientId }) => patientId))], details: { names } });
  return { day: wish.day, timeZone: await siteTimeZone(tx, wish.siteId), sheets: sheetsOf(seats, by, names) };
});
