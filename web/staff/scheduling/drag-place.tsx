import { useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { movedEnd, movedStart, topOf, type GridScale } from './drag.ts';
import classes from './schedule.module.css';

/** Where a dragged entry came to rest, in minutes, and over which column. */
export interface Dropped {
  readonly start: number;
  readonly end: number;
  readonly columnKey: string | undefined;
}

interface DragPlaceProps {
  readonly start: number;
  readonly end: number;
  readonly lane: number;
  readonly lanes: number;
  readonly scale: GridScale;
  readonly movable: boolean;
  /** Picked up by the keys: it waits here, paler, for where it is put down. */
  readonly isCarried: boolean;
  readonly onDrop: (dropped: Dropped) => void;
  readonly children: ReactNode;
}

interface Drag {
  readonly kind: 'move' | 'resize';
  readonly originX: number;
  readonly originY: number;
  readonly dx: number;
  readonly dy: number;
  /** Whether the hand has left the dead zone. */
  readonly isMoved: boolean;
}

// A hand that trembles on a click must not move an appointment.
const deadZone = 4;

function columnUnder(x: number, y: number): string | undefined {
  const found = document.elementsFromPoint(x, y).find((element) => element instanceof HTMLElement && element.dataset['column']);
  return found instanceof HTMLElement ? found.dataset['column'] : undefined;
}

/** Places an entry on the grid and lets it be dragged, or stretched at its lower edge. The keys do the same, see `moving/use-carrying.ts`. */
export function DragPlace({ start, end, lane, lanes, scale, movable, isCarried, onDrop, children }: DragPlaceProps) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const moved = useRef(false);
  const from = drag?.kind === 'move' ? movedStart(start, end - start, drag.dy, scale) : start;
  const to = drag?.kind === 'resize' ? movedEnd(start, end, drag.dy, scale) : from + (end - start);

  const begin = (kind: Drag['kind']) => (event: PointerEvent<HTMLDivElement>) => {
    if (!movable || event.button !== 0 || event.pointerType === 'touch') return;
    event.stopPropagation();
    moved.current = false;
    // By what was pressed itself: a hand that is quick leaves a thin edge at once, and a click still reaches the entry.
    if (event.target instanceof Element) event.target.setPointerCapture(event.pointerId);
    setDrag({ kind, originX: event.clientX, originY: event.clientY, dx: 0, dy: 0, isMoved: false });
  };
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    if (!drag) return;
    const dx = event.clientX - drag.originX;
    const dy = event.clientY - drag.originY;
    if (Math.hypot(dx, dy) > deadZone) moved.current = true;
    if (moved.current) setDrag({ ...drag, dx, dy, isMoved: true });
  };
  const finish = (event: PointerEvent) => {
    if (!drag) return;
    setDrag(null);
    if (moved.current) onDrop({ start: from, end: to, columnKey: drag.kind === 'move' ? columnUnder(event.clientX, event.clientY) : undefined });
  };

  return (
    <div
      className={classes.place}
      data-dragging={drag?.isMoved === true}
      data-carried={isCarried || undefined}
      style={{
        top: topOf(from, scale),
        height: topOf(to, scale) - topOf(from, scale),
        left: `${(lane / lanes) * 100}%`,
        width: `${100 / lanes}%`,
        ...(drag?.kind === 'move' && drag.isMoved ? { transform: `translateX(${drag.dx}px)`, pointerEvents: 'none' as const } : {}),
      }}
      onPointerDown={begin('move')}
      onPointerMove={follow}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(null)}
      onClickCapture={(event) => {
        if (moved.current) event.stopPropagation();
        moved.current = false;
      }}
      onClick={(event) => event.stopPropagation()}
    >
      {children}
      {movable && <div className={classes.handle} onPointerDown={begin('resize')} aria-hidden />}
    </div>
  );
}
