import { refuseIf } from '#server/platform/index.ts';
import { BrokenFile } from '../syntax/broken-file.ts';
import type { Envelope } from '../syntax/envelope.ts';
import { readInterchanges } from '../syntax/read-interchanges.ts';
import { envelopeOf } from '../syntax/read-envelope.ts';
import { professionalClaimGuide, writeInterchange } from '../syntax/write-interchange.ts';
import { faultsOfBatch } from './faults/claim-faults.ts';
import type { ProfessionalBatch } from './professional-claim.ts';
import { readBatch } from './read-batch.ts';
import { batchSegments } from './write-batch.ts';

/** One interchange of professional claims; each batch becomes an ST of its own. */
export interface ProfessionalFile {
  readonly envelope: Envelope;
  readonly batches: readonly ProfessionalBatch[];
}

/** The text of an 837P file. Throws Refused with every fault of every claim: nothing is written that the guide does not allow. */
export function writeProfessionalFile(file: ProfessionalFile): string {
  refuseIf(file.batches.flatMap((batch, place) => faultsOfBatch(batch).map((fault) => ({ ...fault, at: `batches.${place}.${fault.at ?? ''}` }))));
  return writeInterchange(file.envelope, professionalClaimGuide, file.batches.map(batchSegments));
}

/** The claims of an 837P file that we wrote. Throws BrokenFile at the first segment that strays from our way of writing. */
export function readProfessionalFile(text: string): ProfessionalFile {
  const [interchange, ...more] = readInterchanges(text);
  const [group, ...others] = interchange?.groups ?? [];
  if (!interchange || !group || more.length > 0 || others.length > 0) throw new BrokenFile(1, 'a claim file has one interchange with one group');
  if (group.version !== professionalClaimGuide.version) throw new BrokenFile(group.header.at, `GS08 is ${group.version}, not ${professionalClaimGuide.version}`);
  return { envelope: envelopeOf(interchange, group), batches: group.transactions.map(readBatch) };
}
