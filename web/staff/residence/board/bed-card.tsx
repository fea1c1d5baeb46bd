import { memo, useState } from 'react';
import type { BedOnBoard } from '#server/residence/board/board.contract.ts';
import { day, moment } from '../../../ui/format/words.ts';
import { stateWords, type Carried } from './board-words.ts';
import classes from './board.module.css';

interface BedCardProps {
  readonly bed: BedOnBoard;
  readonly roomName: string;
  readonly isFaint: boolean;
  /** Whether somebody is carried who could be let down here. */
  readonly isTarget: boolean;
  readonly mayMove: boolean;
  readonly onChoose: (bed: BedOnBoard) => void;
  readonly onCarry: (carried: Carried) => void;
  /** Held by the pointer, as long as it is dragged. */
  readonly onHold: (carried: Carried | undefined) => void;
  readonly onDrop: (bed: BedOnBoard) => void;
}

function Below({ bed }: { readonly bed: BedOnBoard }) {
  const { occupant, reservation, outage } = bed;
  if (occupant?.leave)
    return (
      <span className={`${classes.quiet} ${occupant.leave.isOverdue ? classes.overdue : ''}`}>
        {occupant.leave.says}
        {occupant.leave.note && ` (${occupant.leave.note})`}
        {occupant.leave.expectedBackAt === null ? '' : `, back ${moment(occupant.leave.expectedBackAt)}`}
        {occupant.leave.isOverdue ? ', overdue' : ''}
      </span>
    );
  if (occupant?.transfer) return <span className={classes.quiet}>To move to {occupant.transfer.toBedName}</span>;
  if (occupant)
    return (
      <span className={classes.quiet}>
        {occupant.age} y{occupant.expectedDepartureOn === null ? '' : `, leaves ${day(occupant.expectedDepartureOn).slice(0, 5)}`}
      </span>
    );
  if (reservation) return <span className={classes.quiet}>expected {day(reservation.expectedOn).slice(0, 5)}</span>;
  return outage?.reason ? <span className={classes.quiet}>{outage.reason}</span> : null;
}

/** One bed: opens on a click or Enter, M picks its person up, and somebody carried may be let down on it. */
export const BedCard = memo(function BedCard({ bed, roomName, isFaint, isTarget, mayMove, onChoose, onCarry, onHold, onDrop }: BedCardProps) {
  const [isOver, setOver] = useState(false);
  const { occupant } = bed;
  const carry = () => occupant && mayMove && onCarry({ kind: 'lodger', person: occupant });
  return (
    <button
      type="button"
      className={classes.bed}
      data-bed={bed.id}
      data-state={bed.state}
      data-faint={isFaint}
      data-target={isOver || isTarget}
      draggable={mayMove && occupant !== null}
      onClick={() => onChoose(bed)}
      onKeyDown={(event) => {
        if (event.key === 'm' || event.key === 'M') carry();
      }}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', bed.id);
        event.dataTransfer.effectAllowed = 'move';
        if (occupant && mayMove) onHold({ kind: 'lodger', person: occupant });
      }}
      onDragEnd={() => onHold(undefined)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(bed);
      }}
    >
      <span className={classes.heard}>{roomName}, bed</span>
      <span className={classes.bedName}>{bed.name}</span>
      {(occupant ?? bed.reservation) && <span className={classes.heard}>{stateWords[bed.state]},</span>}
      <span className={classes.who}>
        {occupant?.name ?? (bed.reservation ? `Kept for ${bed.reservation.name}` : stateWords[bed.state])}
        <Below bed={bed} />
      </span>
    </button>
  );
});
