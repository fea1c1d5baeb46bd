import file from '#content/programs/moves.json' with { type: 'json' };
import type { Obstacle } from '#server/platform/index.ts';
import type { EpisodeStateName } from '../episodes/episode.ts';
import type { ProgramKindName } from '../levels-of-care/levels-of-care.contract.ts';
import type { MoveKind } from './move.ts';

interface Ends {
  readonly from: { readonly id: string; readonly name: string; readonly kind: ProgramKindName; readonly part2: boolean };
  readonly to: { readonly id: string; readonly name: string; readonly kind: ProgramKindName; readonly part2: boolean; readonly active: boolean };
}

const beside: readonly string[] = file.beside;
const intensity: Readonly<Record<ProgramKindName, number>> = file.intensity;

/** What a move is called. Source: content/programs/moves.json. */
export function kindOfMove({ from, to }: Ends, state: EpisodeStateName): MoveKind {
  if (state !== 'admitted') return 'readmission';
  if (beside.includes(from.kind) || beside.includes(to.kind)) return 'second-program';
  const difference = intensity[to.kind] - intensity[from.kind];
  return difference > 0 ? 'step-up' : difference < 0 ? 'step-down' : 'transfer';
}

/** Whether the stay that is left ends with the move. */
export function endsStay(kind: MoveKind): boolean {
  return kind !== 'second-program' && kind !== 'readmission';
}

interface MoveFacts extends Ends {
  readonly state: EpisodeStateName;
  readonly latestDay: Temporal.PlainDate;
  readonly on: Temporal.PlainDate;
  readonly at: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly myPrograms: readonly string[];
  readonly isInTarget: boolean;
  /** A signed consent lets what the Part 2 program made go to other programs that treat the person. */
  readonly consented: boolean;
}

function obstaclesOfPlace({ from, to, myPrograms, isInTarget, state }: MoveFacts): Obstacle[] {
  return [
    ...(from.id === to.id && state === 'admitted'
      ? [{ code: 'transition.same-program', says: `The patient is in ${to.name} already. Choose another program.`, at: 'toProgramId' }]
      : []),
    ...(isInTarget && from.id !== to.id ? [{ code: 'transition.already-there', says: `There is an open stay in ${to.name} already.`, at: 'toProgramId' }] : []),
    ...(to.active ? [] : [{ code: 'transition.program-closed', says: `${to.name} takes nobody in any more.`, at: 'toProgramId' }]),
    ...(myPrograms.includes(to.id)
      ? []
      : [{ code: 'transition.not-your-program', says: `You do not work in ${to.name}. Refer the patient there; its staff admits.`, at: 'toProgramId' }]),
  ];
}

function obstaclesOfTime({ latestDay, on, at, now }: MoveFacts): Obstacle[] {
  const isAhead = Temporal.Instant.compare(at, now.add({ minutes: 5 })) > 0;
  return [
    ...(isAhead ? [{ code: 'transition.ahead', says: 'This lies in the future. Move the patient when it happens.', at: 'at' }] : []),
    ...(Temporal.PlainDate.compare(on, latestDay) < 0
      ? [{ code: 'transition.before', says: `This lies before ${latestDay}, the latest day of the stay.`, at: 'at' }]
      : []),
  ];
}

/** All that stands against a move, apart from what its parts say. Leaving a Part 2 program takes consent: 42 CFR 2.12(c)(3), 2.31, 2.33. */
export function obstaclesToMove(facts: MoveFacts): Obstacle[] {
  const { from, to, state, consented } = facts;
  const isOpen = state === 'admitted' || state === 'discharged';
  const leaves = from.part2 && !to.part2 && !consented;
  return [
    ...(isOpen ? [] : [{ code: 'transition.not-admitted', says: 'This stay has not begun. Admit the patient first.' }]),
    ...obstaclesOfPlace(facts),
    ...obstaclesOfTime(facts),
    ...(leaves
      ? [
          {
            code: 'transition.needs-consent',
            says: `${from.name} is under 42 CFR Part 2 and ${to.name} is not: nothing may go along without the patient's consent to treatment by others. Have it signed under Consents first.`,
            at: 'toProgramId',
          },
        ]
      : []),
  ];
}

/** Reasons for a move, as choices. */
export const moveReasons: readonly { readonly code: string; readonly says: string }[] = file.reasons;

/** Whether a move can still be taken back: within a day of being made, and once. */
export function mayTakeBack(
  { madeAt, takenBackAt }: { readonly madeAt: Temporal.Instant; readonly takenBackAt: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean {
  return takenBackAt === null && Temporal.Instant.compare(now, madeAt.add({ hours: file.undoHours })) < 0;
}
