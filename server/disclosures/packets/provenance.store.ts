import { sql } from 'kysely';
import type { PacketClass, PacketRecord } from './packet.ts';

/** Which records a packet is about. `ids` narrows to those already considered. */
export interface Wanted {
  readonly patientId: string;
  readonly classes: readonly PacketClass[];
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
  readonly ids?: readonly string[];
}

/** Where a record was made, and when. */
export interface Provenance {
  readonly id: string;
  readonly programId: string;
  readonly programName: string;
  readonly labels: string[];
  readonly timeZone: string;
  readonly day: Temporal.PlainDate | null;
}

/** Only days and records that are wanted. */
export const within = ({ from, to, ids }: Wanted, day: ReturnType<typeof sql>, id: ReturnType<typeof sql>) => sql`
  (${from?.toString() ?? null}::date is null or ${day} >= ${from?.toString() ?? null}::date) and (${to?.toString() ?? null}::date is null or ${day} <= ${to?.toString() ?? null}::date)
  and (${ids ? [...ids] : null}::uuid[] is null or ${id} = any (${ids ? [...ids] : null}::uuid[]))`;

/** A record made here, as the decision sees it. */
export function factsOf(row: Provenance, recordClass: PacketClass, originatorId: string | null, references: PacketRecord['facts']['references']): PacketRecord['facts'] {
  return {
    id: row.id,
    class: recordClass,
    programId: row.programId,
    part2: row.labels.includes('part2') ? 'yes' : 'no',
    labels: row.labels,
    originatorId,
    date: row.day,
    origin: { kind: 'made-here' },
    encounterId: recordClass === 'progress-note' ? row.id : null,
    deidentified: false,
    minorConsentedAlone: false,
    references,
  };
}
