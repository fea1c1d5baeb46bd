/**
 * Who may see which row, said a second time in plain TypeScript and without a look at the SQL: the test compares each answer of the database with it.
 * Everything here is a set of words and moments; nothing is shared with the product.
 */

/** What a transaction says of itself. */
export interface Context {
  readonly kind: 'staff' | 'patient' | 'system' | 'nobody';
  readonly actorId: string | null;
  readonly programs: readonly string[] | 'all';
  readonly permissions: readonly string[];
  readonly purpose: string;
  /** Minutes after the start of the world. */
  readonly now: number;
}

/** A record of a program about a patient. */
export interface RecordRow {
  readonly id: string;
  readonly patientId: string;
  readonly programId: string;
  /** Labels that content added; what the program adds is for the model to know. */
  readonly labels: readonly string[];
}

/** A note in a vault. */
export interface VaultRow extends RecordRow {
  readonly originatorId: string;
}

interface Lasting {
  readonly from: number;
  readonly to: number | null;
}

/** Leave for one person to reach records of one patient. */
export interface Grant extends Lasting {
  readonly id: string;
  readonly patientId: string;
  readonly granteeId: string;
  readonly programId: string | null;
  readonly labels: readonly string[];
  readonly purposes: readonly string[];
}

/** One vault note that its originator shows to a colleague. */
export interface Share extends Lasting {
  readonly id: string;
  readonly noteId: string;
  readonly granteeId: string;
}

/** A program that keeps what is written in care for those with a part in it, and for these roles. */
export interface Narrowing {
  readonly programId: string;
  readonly roles: readonly string[];
}

/** Somebody has a part in a patient's care. */
export interface Part {
  readonly patientId: string;
  readonly staffId: string;
}

/** Somebody of the staff. */
export interface Colleague {
  readonly id: string;
  readonly roles: readonly string[];
  readonly supervisorId: string | null;
}

/** All that there is. */
export interface World {
  /** Programs known not to be under Part 2; every other counts as one. */
  readonly generalPrograms: readonly string[];
  readonly known: readonly { readonly patientId: string; readonly programId: string }[];
  readonly records: readonly RecordRow[];
  readonly contacts: readonly { readonly id: string; readonly patientId: string }[];
  readonly vault: readonly VaultRow[];
  readonly grants: readonly Grant[];
  readonly shares: readonly Share[];
  /** What is written in care: a program may keep it for those with a part in it. */
  readonly clinical: readonly RecordRow[];
  readonly narrowings: readonly Narrowing[];
  readonly parts: readonly Part[];
  readonly colleagues: readonly Colleague[];
}

const vaults = ['psychotherapy-note', 'sud-counseling-note'];

const lasts = ({ from, to }: Lasting, now: number): boolean => from <= now && (to === null || now < to);

/** All labels of a row: those of its content, and Part 2 unless its program is known to be outside of it. */
export function labelsOf(world: World, row: RecordRow): readonly string[] {
  return world.generalPrograms.includes(row.programId) ? row.labels : [...new Set([...row.labels, 'part2'])];
}

const isSystem = ({ kind, programs }: Context): boolean => kind === 'system' && programs === 'all';
const worksIn = ({ programs }: Context, programId: string): boolean => programs !== 'all' && programs.includes(programId);

function liveGrants(world: World, context: Context, patientId: string): readonly Grant[] {
  return world.grants.filter(
    (grant) => grant.granteeId === context.actorId && grant.patientId === patientId && grant.purposes.includes(context.purpose) && lasts(grant, context.now),
  );
}

/** Ids of the records that the context sees: those of its programs outside of the vaults, and those whose every label one grant covers. */
export function visibleRecords(world: World, context: Context, permission: string): ReadonlySet<string> {
  const sees = (row: RecordRow): boolean => {
    if (isSystem(context)) return true;
    if (!context.permissions.includes(permission)) return false;
    const labels = labelsOf(world, row);
    if (worksIn(context, row.programId) && !labels.some((label) => vaults.includes(label))) return true;
    return liveGrants(world, context, row.patientId).some(
      ({ programId, labels: covered }) => (programId === null || programId === row.programId) && labels.every((label) => covered.includes(label)),
    );
  };
  return new Set(world.records.filter(sees).map(({ id }) => id));
}

/** Programs in which this person, for treatment, meets only the charts of those in whose care they have a part. */
export function narrowedFor(world: World, context: Context): readonly string[] {
  if (context.kind !== 'staff' || context.purpose !== 'TREAT') return [];
  const roles = world.colleagues.find(({ id }) => id === context.actorId)?.roles ?? [];
  return world.narrowings
    .filter(({ programId, roles: whole }) => worksIn(context, programId) && !whole.some((role) => roles.includes(role)))
    .map(({ programId }) => programId);
}

function hasPart(world: World, { actorId }: Context, patientId: string): boolean {
  const clinicians = world.colleagues.filter(({ id, supervisorId }) => actorId !== null && (id === actorId || supervisorId === actorId)).map(({ id }) => id);
  return world.parts.some((part) => part.patientId === patientId && clinicians.includes(part.staffId));
}

/** Ids of what is written in care that the context sees: as other records, and in a narrowed program only with a part in the care or a grant that covers it. */
export function visibleClinical(world: World, context: Context, permission: string): ReadonlySet<string> {
  const reached = visibleRecords({ ...world, records: world.clinical }, context, permission);
  const narrowed = isSystem(context) ? [] : narrowedFor(world, context);
  const granted = visibleRecords({ ...world, records: world.clinical }, { ...context, programs: [] }, permission);
  const kept = ({ id, programId, patientId }: RecordRow) => !narrowed.includes(programId) || hasPart(world, context, patientId) || granted.has(id);
  return new Set(world.clinical.filter((row) => reached.has(row.id) && kept(row)).map(({ id }) => id));
}

/** Ids of what is told of persons whom a program of the context knows, or for whom it holds a grant. */
export function visibleContacts(world: World, context: Context, permission: string): ReadonlySet<string> {
  const sees = ({ patientId }: { patientId: string }): boolean => {
    if (isSystem(context)) return true;
    if (!context.permissions.includes(permission)) return false;
    const isKnown = world.known.some((known) => known.patientId === patientId && worksIn(context, known.programId));
    return isKnown || liveGrants(world, context, patientId).length > 0;
  };
  return new Set(world.contacts.filter(sees).map(({ id }) => id));
}

/** Ids of the vault notes that the context sees: one's own, and those shown by their originator at this moment. */
export function visibleVault(world: World, context: Context): ReadonlySet<string> {
  const sees = ({ id, originatorId }: VaultRow): boolean => {
    const isOwn = context.kind === 'staff' && context.actorId === originatorId && context.permissions.includes('vault.write');
    const isShown = world.shares.some((share) => share.noteId === id && share.granteeId === context.actorId && lasts(share, context.now));
    return isOwn || isShown;
  };
  return new Set(world.vault.filter(sees).map(({ id }) => id));
}
