/** Appointments snap to five minutes: finer is no use to anyone, coarser is in the way. */
export const snapMinutes = 5;

/** Shorter than this nobody meets. */
export const shortestMinutes = 10;

/** What a grid looks like to a pointer: how tall an hour is and which hour is on top. */
export interface GridScale {
  readonly hourHeight: number;
  readonly fromHour: number;
  readonly toHour: number;
}

const snapped = (minutes: number, step: number) => Math.round(minutes / step) * step;

/** Pixels from the top of the column for that many minutes after midnight. */
export function topOf(minutes: number, scale: GridScale): number {
  return ((minutes - scale.fromHour * 60) / 60) * scale.hourHeight;
}

/** The time under a point of the column, snapped to a quarter of an hour: where a click books. */
export function timeAt(offsetY: number, scale: GridScale): number {
  const minutes = scale.fromHour * 60 + (offsetY / scale.hourHeight) * 60;
  return Math.min(scale.toHour * 60 - 15, Math.max(scale.fromHour * 60, Math.floor(minutes / 15) * 15));
}

/** Where an appointment begins after it was dragged that far: on a snap, and wholly inside the hours shown. */
export function movedStart(start: number, length: number, draggedBy: number, scale: GridScale): number {
  const wanted = snapped(start + (draggedBy / scale.hourHeight) * 60, snapMinutes);
  return Math.max(scale.fromHour * 60, Math.min(scale.toHour * 60 - length, wanted));
}

/** Where it ends after its lower edge was dragged that far: never shorter than the shortest. */
export function movedEnd(start: number, end: number, draggedBy: number, scale: GridScale): number {
  const wanted = snapped(end + (draggedBy / scale.hourHeight) * 60, snapMinutes);
  return Math.max(start + shortestMinutes, Math.min(scale.toHour * 60, wanted));
}
