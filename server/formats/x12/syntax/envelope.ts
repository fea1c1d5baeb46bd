/** ISA05/06 and ISA07/08: who, and by which list; 'ZZ' mutually defined, '30' tax id. */
export interface Partner {
  readonly qualifier: string;
  /** At most 15 characters. */
  readonly id: string;
}

/** What goes around one interchange with one functional group. */
export interface Envelope {
  readonly sender: Partner;
  readonly receiver: Partner;
  /** GS02 and GS03 when they differ from the ISA identifiers. */
  readonly groupSender?: string;
  readonly groupReceiver?: string;
  /** ISA13, 1 to 999,999,999, never used twice for one sender and receiver. */
  readonly controlNumber: number;
  /** GS06. */
  readonly groupControlNumber: number;
  /** Local time of the sender; the format carries no zone. */
  readonly createdAt: Temporal.PlainDateTime;
  /** ISA15 comes from the connection: T test, P production. */
  readonly usage: 'T' | 'P';
  /** ISA14: ask for a TA1. */
  readonly wantsAcknowledgement: boolean;
}
