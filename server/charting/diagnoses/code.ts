/** An ICD-10-CM code with its official text. Headers are not billable: they only group. */
export interface Code {
  readonly code: string;
  readonly description: string;
  readonly billable: boolean;
  readonly category: string;
  readonly common: boolean;
  readonly validFrom: Temporal.PlainDate;
  /** Last day of use; null while it stands. */
  readonly validTo: Temporal.PlainDate | null;
}
