import type { Obstacle } from '#server/platform/index.ts';

/** What is known of somebody who is to join a care team. */
export interface Joining {
  /** Whether the patient is admitted to the program. */
  readonly isInCare: boolean;
  readonly worksInProgram: boolean;
  readonly isOnTeam: boolean;
}

/** What stands against joining: who does not work in the program could not see what they would be responsible for. */
export function obstaclesToJoining({ isInCare, worksInProgram, isOnTeam }: Joining): Obstacle[] {
  if (!isInCare)
    return [{ code: 'care-team.not-in-care', says: 'The patient is not in care in this program. Admit first, or choose the program that treats.', at: 'programId' }];
  if (!worksInProgram)
    return [
      {
        code: 'care-team.not-in-program',
        says: 'This colleague does not work in the program and could not see the record. An administrator adds them to it.',
        at: 'staffId',
      },
    ];
  return isOnTeam ? [{ code: 'care-team.already', says: 'This colleague is in the care team already. End that part first.', at: 'staffId' }] : [];
}
