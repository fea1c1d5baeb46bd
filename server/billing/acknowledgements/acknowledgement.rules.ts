import type {
  AcknowledgedClaim,
  ClaimAcknowledgement,
  ImplementationAcknowledgement,
  InterchangeAcknowledgement,
  Status,
  TransactionAcknowledgement,
} from '#server/formats/x12/index.ts';
import type { Heard } from '../claims/claim-state.rules.ts';

/** What an acknowledgement says of one claim, in the words of the claim's story. */
export interface Word {
  readonly heard: Extract<Heard, 'file-accepted' | 'file-rejected' | 'claim-received' | 'claim-accepted' | 'claim-rejected'>;
  readonly says: string;
}

/** TA1: A arrived, E arrived with errors and is still worked, R was thrown away whole. */
export function wordOfInterchange({ outcome, note }: InterchangeAcknowledgement): Word | undefined {
  if (outcome === 'R') return { heard: 'file-rejected', says: `The clearinghouse could not take the file (TA1 note ${note}). It was never adjudicated; send it anew.` };
  return undefined;
}

function faultOf({ errors, reasons }: TransactionAcknowledgement, number: string): string {
  const own = errors.filter(({ claimNumber }) => claimNumber === number);
  const shown = own.length > 0 ? own : errors;
  const places = shown.slice(0, 3).map(({ segment, elements }) => [segment, ...elements.slice(0, 1).map(({ element }) => String(element).padStart(2, '0'))].join(''));
  return places.length > 0 ? `at ${places.join(', ')}` : `reason ${reasons.join(', ') || 'not given'}`;
}

/**
 * 999, one transaction: A follows the guide, E too though with remarks (still live), all else is rejected. A rejected transaction takes
 * every claim in it along.
 */
export function wordOfTransaction(transaction: TransactionAcknowledgement, claimNumber: string): Word {
  if (transaction.outcome === 'A') return { heard: 'file-accepted', says: 'The file follows the guide (999)' };
  if (transaction.outcome === 'E') return { heard: 'file-accepted', says: `The file was taken with remarks (999), ${faultOf(transaction, claimNumber)}` };
  return {
    heard: 'file-rejected',
    says: `The file was rejected (999), ${faultOf(transaction, claimNumber)}. It was never adjudicated; mend the charge and build a new claim.`,
  };
}

/** Which transaction of a 999 speaks of the claim at a place of the batch: files hold so many claims a transaction, in order. */
export function transactionOf({ transactions }: ImplementationAcknowledgement, place: number, claimsPerTransaction: number): TransactionAcknowledgement | undefined {
  return (
    transactions.find(({ controlNumber }) => Number(controlNumber) === Math.floor(place / claimsPerTransaction) + 1) ??
    (transactions.length === 1 ? transactions[0] : undefined)
  );
}

function statusText(statuses: readonly Status[]): string {
  const codes = statuses.flatMap(({ codes: all }) => all.map(({ category, code, entity }) => [category, code, entity].filter(Boolean).join(':')));
  const messages = statuses.flatMap(({ message }) => (message ? [message] : []));
  return [...new Set([...codes, ...messages])].join(', ');
}

const claimHeard = { received: 'claim-received', accepted: 'claim-accepted', rejected: 'claim-rejected' } as const;

/** 277CA, one claim: received, accepted into adjudication, or returned. A returned claim was never adjudicated: resend it as an original. */
export function wordOfClaim({ source }: ClaimAcknowledgement, { standing, statuses, lines }: AcknowledgedClaim): Word {
  const who = source.kind === 'payer' ? `Payer ${source.name}` : `Clearinghouse ${source.name}`;
  const codes = statusText([...statuses, ...lines.flatMap((line) => line.statuses)]);
  const verb = { received: 'received the claim', accepted: 'accepted the claim', rejected: 'returned the claim' }[standing];
  return { heard: claimHeard[standing], says: `${who} ${verb} (277CA ${codes})` };
}
