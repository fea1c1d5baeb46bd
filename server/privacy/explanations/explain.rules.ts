import { clinicalPermissions, vaultLabels } from '../access/labels.ts';
import type { RecordKind } from './record-kinds.ts';

/** Somebody of the staff: what they may do and where they work today. */
export interface Seer {
  readonly permissions: ReadonlySet<string>;
  readonly programIds: ReadonlySet<string>;
  /** Of these programs those whose charts their roles read only of patients in whose care they have a part. */
  readonly narrowed?: ReadonlySet<string>;
  readonly hasPart?: boolean;
  /** The record is of their own hand, or of somebody's whom they supervise. */
  readonly wroteIt?: boolean;
}

/** A grant that this person holds to the patient. */
export interface HeldGrant {
  readonly programId: string | null;
  readonly labels: readonly string[];
  readonly purposes: readonly string[];
  readonly kind: string;
  readonly validFrom: Temporal.Instant;
  readonly validTo: Temporal.Instant | null;
}

/** What is asked about: a record of a program, or what is told of the person in no program's name. */
export interface Asked {
  readonly kind: RecordKind;
  readonly programId: string | null;
  readonly labels: readonly string[];
  /** Programs that know the person. */
  readonly knownTo: readonly string[];
}

/** One link of the chain of facts. */
export interface Link {
  readonly code:
    | 'no-permission'
    | 'works-there'
    | 'knows-person'
    | 'grant'
    | 'vault'
    | 'not-on-team'
    | 'no-reach'
    | 'grant-other-purpose'
    | 'grant-over'
    | 'grant-labels';
  readonly says: string;
}

/** Whether they can see it, and the facts that make it so. */
export interface Explanation {
  readonly canSee: boolean;
  readonly chain: readonly Link[];
}

const link = (code: Link['code'], says: string): Link => ({ code, says });

function isLive({ validFrom, validTo }: HeldGrant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(validFrom, now) <= 0 && (validTo === null || Temporal.Instant.compare(validTo, now) > 0);
}

/** Why a grant opens this record or does not. A person is opened by any live grant of the purpose; a record only by one that covers its program and all its labels. */
function ofGrant(grant: HeldGrant, asked: Asked, purpose: string, now: Temporal.Instant): Link {
  if (!isLive(grant, now)) return link('grant-over', `A grant (${grant.kind}) is over or has not begun.`);
  if (!grant.purposes.includes(purpose)) return link('grant-other-purpose', `A grant (${grant.kind}) is for ${grant.purposes.join(', ')}, not for ${purpose}.`);
  if (asked.kind.reach === 'person') return link('grant', `A grant (${grant.kind}) opens the person for ${purpose}.`);
  const coversProgram = grant.programId === null || grant.programId === asked.programId;
  const uncovered = asked.labels.filter((label) => !grant.labels.includes(label));
  if (!coversProgram) return link('grant-labels', `A grant (${grant.kind}) is for records of another program.`);
  if (uncovered.length > 0) return link('grant-labels', `A grant (${grant.kind}) does not cover the label ${uncovered.join(', ')}.`);
  return link('grant', `A grant (${grant.kind}) covers this record for ${purpose}.`);
}

/** Whether a program that narrows keeps the record from somebody who works there: for treatment, without a part in the care (privacy.narrow). */
function isNarrowed({ narrowed, hasPart, wroteIt }: Seer, { kind, programId }: Asked, purpose: string): boolean {
  if (purpose !== 'TREAT' || programId === null || narrowed?.has(programId) !== true) return false;
  return hasPart !== true && wroteIt !== true && kind.permissions.some((permission) => clinicalPermissions.has(permission));
}

function byWork(seer: Seer, asked: Asked, purpose: string): Link {
  if (asked.kind.reach === 'person') {
    return asked.knownTo.some((programId) => seer.programIds.has(programId))
      ? link('knows-person', 'They work in a program that knows the person.')
      : link('no-reach', 'No program in which they work knows the person.');
  }
  if (asked.programId === null || !seer.programIds.has(asked.programId)) return link('no-reach', 'They do not work in the program that made the record.');
  const vaults: readonly string[] = vaultLabels;
  if (asked.labels.some((label) => vaults.includes(label)))
    return link('vault', 'The record lies in a vault apart from the chart: working in the program does not open it.');
  return isNarrowed(seer, asked, purpose)
    ? link('not-on-team', 'They work in the program, which keeps its charts for those with a part in the care; they have none.')
    : link('works-there', 'They work in the program that made the record.');
}

/**
 * Whether somebody can see a record for a purpose at a moment, with the chain of facts. Says what row-level security does (privacy.protect, privacy.protect_person),
 * and a property test holds the two together.
 */
export function explain(seer: Seer, asked: Asked, grants: readonly HeldGrant[], purpose: string, now: Temporal.Instant): Explanation {
  if (!asked.kind.permissions.some((permission) => seer.permissions.has(permission)))
    return { canSee: false, chain: [link('no-permission', `Their roles do not include ${asked.kind.permissions.join(' or ')}.`)] };
  const chain = [byWork(seer, asked, purpose), ...grants.map((grant) => ofGrant(grant, asked, purpose, now))];
  return { canSee: chain.some(({ code }) => code === 'works-there' || code === 'knows-person' || code === 'grant'), chain };
}
