import { get, type Route } from '#server/platform/index.ts';
import { DaySheetQuery, DaySheets } from './day-sheets.contract.ts';
import { readDaySheets } from './print-day.action.ts';

export const routes: readonly Route[] = [
  get('/day-sheets', { may: 'schedule.read', query: DaySheetQuery, reply: DaySheets, summary: 'Sheets of a day to print, by clinician or room' }, readDaySheets),
];
