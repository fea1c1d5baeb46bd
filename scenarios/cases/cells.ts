import { cases, type Case } from '#testing/decision-cases.ts';

/** Ways in which somebody comes to a record, or a record to somebody, as far as they exist. */
export const channels = ['decision', 'rest', 'sql', 'print', 'mail', 'claim'] as const;
export type ChannelName = (typeof channels)[number];

/** What each channel is. */
export const channelWords: Readonly<Record<ChannelName, string>> = {
  decision: 'The decision function on the facts of the case',
  rest: 'Routes under `/api`, signed in as the person of the case',
  sql: 'Raw SQL as the role `mooring_app`, saying what the session of that person says',
  print: 'A packet prepared, released and read back from its PDF (also the download: the same bytes)',
  mail: 'A packet queued for mail or fax, and what arrives at the mail server',
  claim: 'Claims built of charges, and the 837 file that arrives at the clearinghouse',
};

/** Channels of the list of the cases that are not built yet, for the note under the table. */
export const notBuilt = 'FHIR, C-CDA, bulk export, exchange, portal, report builder and EHI export are not built yet: no case can go through them.';

/** What came of a case in a channel. `differs` = another outcome than the case's, asserted all the same, and why. */
export interface Cell {
  readonly outcome: string;
  readonly differs?: string;
}

const table = new Map<string, Map<ChannelName, Cell>>();

/** Notes what came of a case in a channel. */
export function note(id: string, channel: ChannelName, cell: Cell): void {
  const row = table.get(id) ?? new Map<ChannelName, Cell>();
  table.set(id, row.set(channel, cell));
}

/** A case by its id. */
export function caseOf(id: string): Case {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`No case ${id}`);
  return found;
}

const kindsWithoutTable: Readonly<Record<string, string>> = {
  DOSE: 'doses',
  MEDS: 'medicines',
  MSG: 'messages',
  GROUP: 'group lists',
  LETTER: 'letters',
  RECEIVED: 'received records',
  'RECEIVED-SPEC': 'received records',
  'RECEIVED-UNKNOWN': 'received records',
  ORPHAN: 'records without a program: every table asks for one',
  DEID: 'de-identified lists',
  LINELIST: 'line lists',
};

/** Why the facts themselves cannot be set up in a clinic yet; undefined when they can. */
function lackOfFacts({ facts }: Case): string | undefined {
  const missing = facts.records.flatMap((said) => (typeof said === 'string' && kindsWithoutTable[said] ? [kindsWithoutTable[said]] : []));
  if (missing.length > 0) return `no ${[...new Set(missing)].join(', ')} are kept yet`;
  const { recipient, actor } = facts;
  if (typeof recipient === 'string' && recipient.includes('VIA')) return 'no exchange is connected';
  if (/^(patient|other-patient|mother|guardian)/.test(actor)) return 'patients and parents have no portal to ask by yet';
  if (facts.records.some((said) => typeof said !== 'string')) return 'labels and references of this case are put on facts, not on rows that a clinic can write';
  return undefined;
}

/** Why nobody of this case can look for themselves. */
function notByLooking({ facts }: Case): string | undefined {
  if (facts.actor === 'outside') return 'nobody outside has an interface to ask by; staff release by packet';
  return facts.recipient === undefined ? undefined : 'the recipient has no session: what staff see is not the question';
}

/** Why nothing of this case goes out by this way. */
function notBySending(one: Case, channel: ChannelName): string | undefined {
  if (one.facts.recipient === undefined) return 'nothing leaves: it is use inside';
  const isClaim = one.facts['purpose'] === 'HPAYMT';
  if (channel === 'claim') return isClaim ? (lackOfFacts(one) ?? 'the same path as its neighbour') : 'no claim is asked for';
  if (isClaim) return 'claims go as 837, not as packets';
  const isPrivate = one.facts.records.some((said) => said === 'CN' || said === 'TRAINEE-CN');
  return isPrivate ? 'a packet holds no private notes: nobody but their originator reaches them' : undefined;
}

/** Why a case is not in a channel. Said of each empty cell. */
function whyNot(one: Case, channel: ChannelName): string {
  const byWay = channel === 'rest' || channel === 'sql' ? notByLooking(one) : notBySending(one, channel);
  return byWay ?? lackOfFacts(one) ?? (channel === 'mail' ? 'the same packet as in print' : 'differs from its neighbour in facts that no screen or form can enter yet');
}

function shown(one: Case, channel: ChannelName): string {
  const cell = table.get(one.id)?.get(channel);
  if (cell === undefined) return `– ${whyNot(one, channel)}`;
  return cell.differs ? `**${cell.outcome}**: ${cell.differs}` : cell.outcome;
}

/** The table of channel by case, as Markdown. */
export function report(): string {
  const head = `| # | case | must be | ${channels.join(' | ')} |\n|${'---|'.repeat(channels.length + 3)}`;
  const rows = cases.map(
    (one) => `| ${one.id} | ${one.title} | ${one.expect.outcome} ${one.expect.reason} | ${channels.map((channel) => shown(one, channel)).join(' | ')} |`,
  );
  const asserted = [...table.values()].flatMap((row) => [...row.keys()]);
  const byChannel = channels.map((channel) => `${channel} ${asserted.filter((one) => one === channel).length}`).join(', ');
  const differing = [...table.values()].flatMap((row) => [...row.values()]).filter((cell) => cell.differs).length;
  const legend = channels.map((channel) => `- **${channel}**: ${channelWords[channel]}`).join('\n');
  return `# Cases by channel\n\n${asserted.length} cells asserted on ${cases.length} cases (${byChannel}), ${differing} of them with another outcome than the decision's, in bold with the reason. A dash says why a case is not in a channel.\n\n${legend}\n\n${notBuilt}\n\n${head}\n${rows.join('\n')}\n`;
}
