import type { StaffSummaryReply } from '#server/identity/staff/staff.contract.ts';
import { day } from '../../ui/format/words.ts';

/** Something about a colleague that somebody should see to. */
export interface StaffConcern {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly isUrgent: boolean;
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const warnDays = 60;

/** Credentials that ended or end within 60 days, the soonest first. `today` and ends as YYYY-MM-DD. */
export function staffConcerns(staff: readonly StaffSummaryReply[], today: string): StaffConcern[] {
  return staff
    .flatMap(({ id, displayName, credential, credentialEnds }) =>
      credentialEnds && daysBetween(today, credentialEnds) <= warnDays
        ? [{ id, name: displayName, says: `${credential ?? 'Credential'} ends ${day(credentialEnds)}`, ends: credentialEnds }]
        : [],
    )
    .toSorted((a, b) => a.ends.localeCompare(b.ends))
    .map(({ ends, ...concern }) => ({ ...concern, isUrgent: daysBetween(today, ends) <= 14 }));
}
