import type { Obstacle } from '#server/platform/index.ts';
import type { HandOverLine } from './hand-over.ts';

/** What stands against handing people over. `led` are those whom the giver leads in the program now. */
export function obstaclesToHandingOver(wanted: readonly string[], led: ReadonlySet<string>, receiverWorksThere: boolean): Obstacle[] {
  const lost = wanted.filter((patientId) => !led.has(patientId));
  return [
    ...(receiverWorksThere
      ? []
      : [
          {
            code: 'hand-over.not-in-program',
            says: 'This colleague does not treat in the program and could not see the records. Choose somebody who does.',
            at: 'toStaffId',
          },
        ]),
    ...(lost.length === 0
      ? []
      : [{ code: 'hand-over.not-theirs', says: `${lost.length} of these people are led by somebody else by now. Look again, then choose anew.`, at: 'people' }]),
  ];
}

/** What stands against taking a hand-over back: it is whole, and nobody has changed it since. */
export function obstaclesToUndoing(lines: readonly HandOverLine[]): Obstacle[] {
  if (lines.some(({ undoneAt }) => undoneAt !== null)) return [{ code: 'hand-over.undone', says: 'This hand-over was taken back already.' }];
  const changed = lines.filter(({ leaderNow, toStaffId }) => leaderNow !== toStaffId);
  return changed.map(({ patientName }) => ({
    code: 'hand-over.changed-since',
    says: `${patientName} has another primary clinician by now, or is no longer in care. Hand over anew instead.`,
  }));
}
