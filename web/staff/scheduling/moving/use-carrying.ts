import { useCallback, useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { useShortcuts } from '../../../ui/keyboard/use-shortcuts.ts';
import type { Column } from '../day-plan.ts';
import type { GridScale } from '../drag.ts';
import type { ScheduledAppointment } from '../schedule.ts';
import { statusWords } from '../status.ts';
import { carriedBy, isMovable, isSameSpot, spotWords, type Spot } from './carrying.ts';

/** An appointment that the keys have picked up: where it lies, and where it would be put down. */
export interface Carried {
  readonly appointment: ScheduledAppointment;
  readonly from: Spot;
  readonly at: Spot;
}

interface Found {
  readonly appointment: ScheduledAppointment;
  readonly spot: Spot;
}

interface CarryingFacts {
  readonly grid: RefObject<HTMLElement | null>;
  readonly columns: readonly Column[];
  readonly scale: GridScale;
  readonly mayMove: boolean;
  readonly onPutDown: (appointment: ScheduledAppointment, spot: Spot) => void;
}

const entryIn = (target: EventTarget | null) => (target instanceof HTMLElement ? target.closest<HTMLElement>('[data-entry]')?.dataset['entry'] : undefined);

function findIn(columns: readonly Column[], entryId: string | undefined): Found | undefined {
  for (const [column, { entries }] of columns.entries()) {
    for (const { entry, start, end } of entries) if (entry.kind === 'appointment' && entry.id === entryId) return { appointment: entry, spot: { column, start, end } };
  }
  return undefined;
}

/** Puts the focus back on what was put down, in another column it is another element; until somebody goes elsewhere. */
function useFocusAfter(grid: RefObject<HTMLElement | null>): (entryId: string | undefined) => void {
  const after = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (after.current === undefined || document.activeElement !== document.body) return;
    grid.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(after.current)}"]`)?.focus({ preventScroll: true });
  });
  return useCallback((entryId) => {
    after.current = entryId;
  }, []);
}

/** Gives the key that picks up its meaning, and its line in the help. */
function usePickUpKey(mayMove: boolean, pickUp: () => void): void {
  const latest = useRef(pickUp);
  useEffect(() => {
    latest.current = pickUp;
  });
  useShortcuts(
    useMemo(() => (mayMove ? [{ keys: 'm', says: 'Pick up the appointment in focus: arrows move it, Enter puts it down', run: () => latest.current() }] : []), [mayMove]),
  );
}

/**
 * Moving by keyboard: M picks up the appointment in focus, arrows carry it, Enter puts it down, Escape and leaving put it back. `said` is what a live region reads out.
 * The entry keeps the focus where it lies; what moves is its outline.
 */
export function useCarrying({ grid, columns, scale, mayMove, onPutDown }: CarryingFacts) {
  const [held, setHeld] = useState<{ readonly id: string; readonly at: Spot } | null>(null);
  const [said, setSaid] = useState('');
  const focusAfter = useFocusAfter(grid);
  const found = held === null ? undefined : findIn(columns, held.id);
  const carried: Carried | null = held && found ? { appointment: found.appointment, from: found.spot, at: held.at } : null;
  const wordsAt = (spot: Spot) => spotWords(spot, columns[spot.column]?.title ?? '');

  const pickUp = () => {
    const one = findIn(columns, entryIn(document.activeElement));
    if (!one || !mayMove) return;
    const name = one.appointment.patientName;
    if (!isMovable(one.appointment)) {
      setSaid(`${name}: ${statusWords[one.appointment.status].label.toLowerCase()}. Only what has not begun can be moved.`);
      return;
    }
    setHeld({ id: one.appointment.id, at: one.spot });
    setSaid(`${name} is picked up. ${wordsAt(one.spot)}.`);
  };
  const putBack = ({ appointment, from }: Carried) => {
    setHeld(null);
    setSaid(`${appointment.patientName} is back where it was. ${wordsAt(from)}.`);
  };
  const putDown = ({ appointment, from, at }: Carried) => {
    if (isSameSpot(from, at)) {
      putBack({ appointment, from, at });
      return;
    }
    focusAfter(appointment.id);
    setHeld(null);
    setSaid('');
    onPutDown(appointment, at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!carried || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = carriedBy(event, carried.at, { ...scale, columns: columns.length });
    if (next) {
      setHeld({ id: carried.appointment.id, at: next });
      setSaid(`${wordsAt(next)}.`);
    } else if (event.key === 'Enter') putDown(carried);
    else if (event.key === 'Escape') putBack(carried);
    else return;
    // Neither the press of a button nor the keys of the page.
    event.preventDefault();
    event.stopPropagation();
  };

  usePickUpKey(mayMove, pickUp);
  const onBlur = () => {
    if (carried) putBack(carried);
  };
  const onFocus = (event: FocusEvent) => focusAfter(entryIn(event.target));
  const onPointerDown = () => focusAfter(undefined);
  return { carried, said, on: { onKeyDown, onBlur, onFocus, onPointerDown } };
}
