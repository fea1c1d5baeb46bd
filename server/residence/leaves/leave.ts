import kinds from '#content/residence/leave-kinds.json' with { type: 'json' };

/** A kind of absence. `countsAs` says how a census tells it. */
export interface LeaveKind {
  readonly code: string;
  readonly says: string;
  readonly countsAs: 'leave' | 'bed-hold';
  readonly usualHours: number;
}

/** Kinds of absence: content/residence/leave-kinds.json. */
export const leaveKinds: readonly LeaveKind[] = kinds.items.map((kind) => ({ ...kind, countsAs: kind.countsAs === 'bed-hold' ? 'bed-hold' : 'leave' }));
