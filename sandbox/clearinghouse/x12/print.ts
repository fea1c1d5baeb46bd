/** A segment to be printed: id and elements; an array is a composite. */
export type SegmentText = readonly [id: string, ...elements: readonly (string | readonly string[])[]];

/** A transaction set without its ST and SE. */
export interface SetToPrint {
  readonly type: '999' | '277' | '835';
  /** ST03; an 835 has none. */
  readonly version?: string;
  readonly segments: readonly SegmentText[];
}

/** Who writes to whom, when, and under which numbers. */
export interface EnvelopeToPrint {
  readonly sender: string;
  readonly receiver: { readonly qualifier: string; readonly id: string };
  readonly control: number;
  readonly at: Temporal.ZonedDateTime;
  readonly usage: string;
}

/** The functional group around the sets. */
export interface GroupToPrint {
  readonly code: 'FA' | 'HN' | 'HP';
  readonly version: string;
  readonly sets: readonly SetToPrint[];
}

function trimmed<Part>(parts: readonly Part[]): readonly Part[] {
  const last = parts.findLastIndex((part) => part !== '');
  return parts.slice(0, last + 1);
}

// Our own marks inside data would cut a segment in two.
function clean(text: string): string {
  return text.replace(/[*^:~\r\n]/g, ' ');
}

/** `['CLP', 'A', '1']` becomes `CLP*A*1~`, trailing empty places left out. */
export function printSegment([id, ...elements]: SegmentText): string {
  const texts = elements.map((element) => (typeof element === 'string' ? clean(element) : trimmed(element.map(clean)).join(':')));
  return `${[id, ...trimmed(texts)].join('*')}~`;
}

/** CCYYMMDD of a moment. */
export function dateText(at: Temporal.ZonedDateTime): string {
  return at.toPlainDate().toString().replaceAll('-', '');
}

/** HHMM of a moment. */
export function timeText(at: Temporal.ZonedDateTime): string {
  return `${String(at.hour).padStart(2, '0')}${String(at.minute).padStart(2, '0')}`;
}

function printSet(set: SetToPrint, index: number): string[] {
  const control = String(index + 1).padStart(4, '0');
  return [printSegment(['ST', set.type, control, set.version ?? '']), ...set.segments.map(printSegment), printSegment(['SE', String(set.segments.length + 2), control])];
}

function printIsa({ sender, receiver, control, at, usage }: EnvelopeToPrint): string {
  const date = dateText(at).slice(2);
  const parties = ['ZZ', sender.padEnd(15), receiver.qualifier, receiver.id.padEnd(15)];
  return `${['ISA', '00', ' '.repeat(10), '00', ' '.repeat(10), ...parties, date, timeText(at), '^', '00501', String(control).padStart(9, '0'), '0', usage, ':'].join('*')}~`;
}

function printGroup(envelope: EnvelopeToPrint, group: GroupToPrint): string[] {
  const { sender, receiver, control, at } = envelope;
  const gs = printSegment(['GS', group.code, sender, receiver.id, dateText(at), timeText(at), String(control), 'X', group.version]);
  return [gs, ...group.sets.flatMap(printSet), printSegment(['GE', String(group.sets.length), String(control)])];
}

/** A whole interchange, a segment a line. Without a group it carries only segments such as TA1. */
export function printInterchange(envelope: EnvelopeToPrint, content: GroupToPrint | readonly SegmentText[]): string {
  const inside = 'sets' in content ? printGroup(envelope, content) : content.map(printSegment);
  const iea = printSegment(['IEA', 'sets' in content ? '1' : '0', String(envelope.control).padStart(9, '0')]);
  return `${[printIsa(envelope), ...inside, iea].join('\n')}\n`;
}
