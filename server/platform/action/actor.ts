/** Why a record is used or disclosed: HL7 v3 PurposeOfUse codes, plus SYSADMIN for running the system itself. */
export type Purpose = 'TREAT' | 'HPAYMT' | 'HOPERAT' | 'PATRQT' | 'ETREAT' | 'HLEGAL' | 'HRESCH' | 'SYSADMIN';

/** Who acts. Permissions and programs are those of this moment, read with the session. */
export interface Actor {
  readonly kind: 'staff' | 'patient' | 'system' | 'nobody';
  readonly id: string | null;
  readonly name: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  readonly programIds: readonly string[];
  readonly sessionId: string | null;
}

/** The product acting for itself in jobs: reaches every program, and says so in each audit entry. */
export const systemActor: Actor = {
  kind: 'system',
  id: null,
  name: 'Mooring',
  roles: ['system'],
  permissions: new Set(['*']),
  programIds: [],
  sessionId: null,
};

/** Someone who has not signed in: reaches nothing. */
export const nobody: Actor = { ...systemActor, kind: 'nobody', name: 'Nobody', roles: [], permissions: new Set() };
