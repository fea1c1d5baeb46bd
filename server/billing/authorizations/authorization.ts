/** What a payer allows for one person in one program. */
export interface Authorization {
  readonly id: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly programId: string;
  readonly programName: string;
  readonly payerId: string;
  readonly payerName: string;
  readonly state: 'requested' | 'approved' | 'denied' | 'ended';
  readonly number: string | null;
  readonly counts: 'days' | 'visits' | 'units';
  readonly allowed: number;
  readonly used: number;
  readonly validFrom: Temporal.PlainDate;
  readonly validThrough: Temporal.PlainDate;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly note: string;
  readonly version: number;
}
