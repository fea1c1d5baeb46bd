import type { Obstacle } from '#server/platform/index.ts';

/** What decides whether a colleague may be shown a vault note. */
export interface SharingFacts {
  readonly originatorId: string;
  readonly programId: string;
  readonly colleague: { readonly programIds: readonly string[]; readonly supervises: readonly string[]; readonly roles: readonly string[] } | undefined;
}

type Ground = 'training' | 'own-defence' | 'oversight-of-originator';

/** What stands between a vault note and a colleague: 42 CFR 2.31(b)(1)(i)(A)-(D); 45 CFR 164.508(a)(2)(i), (ii). */
export function obstaclesToSharing(ground: Ground, { originatorId, programId, colleague }: SharingFacts): Obstacle[] {
  if (!colleague) return [{ code: 'vault-share.unknown-colleague', says: 'Choose somebody who works here.', at: 'granteeStaffId' }];
  if (ground === 'training' && !(colleague.programIds.includes(programId) && colleague.supervises.includes(originatorId))) {
    return [
      {
        code: 'vault-share.not-supervisor',
        says: 'For training a note may be shown to your own supervisor in this program only. Their name stands in your staff record.',
        at: 'granteeStaffId',
      },
    ];
  }
  if (ground === 'oversight-of-originator' && !colleague.roles.some((role) => role === 'clinical-director' || role === 'privacy-officer')) {
    return [{ code: 'vault-share.not-oversight', says: 'Oversight of your work is for the clinical director or the privacy officer.', at: 'granteeStaffId' }];
  }
  return [];
}
