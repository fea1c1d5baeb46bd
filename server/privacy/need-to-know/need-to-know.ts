/** How far a program shares its clinical records with those who work there (42 CFR 2.12(c)(3), 2.13(a); 45 CFR 164.502(b)). */
export interface Sharing {
  readonly programId: string;
  readonly programName: string;
  /** True: charts are for those with a part in the care, and for these roles. False: for everybody in the program whose role reads charts. */
  readonly careTeamOnly: boolean;
  readonly wholeProgramRoles: readonly string[];
  readonly reason: string;
  readonly since: Temporal.Instant | null;
}
