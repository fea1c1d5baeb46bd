import { action, NotFound, refuseIf, Refused, type Obstacle, type Tx } from '#server/platform/index.ts';
import { noteCosigned } from '../events.ts';
import { layersOf, noteById, type StoredNote } from '../notes/notes.store.ts';
import { shownNote } from '../notes/read-notes.action.ts';
import { signerOf } from '../signatures/signer.store.ts';
import { holdSteps, insertStep, stepsOf } from './steps.store.ts';
import { cosignatureRule, obstaclesToCosigning, statements } from './supervision.rules.ts';
import { attestations, supervisionRules, type Step, type SupervisionRule } from './supervision.ts';

interface Standing {
  readonly note: StoredNote;
  readonly steps: readonly Step[];
  readonly latest: Step | undefined;
  /** The digest of what a co-signature would cover today: the latest layer of the text. */
  readonly digest: string;
}

async function standingOf(tx: Tx, noteId: string): Promise<Standing> {
  await holdSteps(tx, noteId);
  const note = await noteById(tx, noteId);
  if (!note || note.kind !== 'note') throw new NotFound('Note');
  const [steps, layers] = [await stepsOf(tx, noteId), await layersOf(tx, noteId)];
  tx.touch({ kind: 'note', id: note.id, patientId: note.patientId, programId: note.programId });
  return { note, steps, latest: steps.at(-1), digest: layers.at(-1)?.digest ?? note.digest };
}

function ruleOf(steps: readonly Step[]): SupervisionRule | undefined {
  const asked = steps.findLast(({ state }) => state === 'asked');
  return supervisionRules.find(({ id }) => id === asked?.ruleId);
}

function next({ note, steps, digest }: Standing) {
  return { noteId: note.id, patientId: note.patientId, programId: note.programId, number: steps.length + 1, noteDigest: digest };
}

/** Asks for the co-signature that a rule wants, unless it was asked for already. `payer` is known only where the bill is made. */
export const askCosignature = action('note.ask-cosignature', async (tx, { noteId, payer }: { noteId: string; payer: string | null }) => {
  const standing = await standingOf(tx, noteId);
  if (standing.steps.length > 0) return;
  const { signer, supervisor } = standing.note.content;
  const rule = cosignatureRule(supervisionRules, { credential: signer.credential, payer, on: standing.note.signedAt.toZonedDateTimeISO('UTC').toPlainDate() });
  if (!rule) return;
  await insertStep(tx, {
    ...next(standing),
    state: 'asked',
    ruleId: rule.id,
    byId: signer.id,
    askedOf: supervisor?.id ?? null,
    dueAt: tx.now.add({ hours: 24 * rule.dueDays }),
  });
});

function changed({ latest, digest }: Standing, readDigest: string): Obstacle[] {
  if (latest?.state !== 'asked') return [{ code: 'cosignature.not-awaited', says: 'This note does not wait for a co-signature now. Load it anew.', at: 'noteId' }];
  return readDigest === digest ? [] : [{ code: 'cosignature.changed-since-read', says: 'Words were added since you last looked. Read them, then sign.', at: 'digest' }];
}

interface CosignInput {
  readonly noteId: string;
  readonly digest: string;
  readonly attested: readonly string[];
}

async function judged(tx: Tx, { noteId, digest, attested }: CosignInput) {
  const standing = await standingOf(tx, noteId);
  const [rule, signer] = [ruleOf(standing.steps), await signerOf(tx)];
  const notNow = changed(standing, digest);
  return { standing, signer, notNow, obstacles: rule ? obstaclesToCosigning(rule, standing.note.signedBy, signer, attested) : [] };
}

/** What stands between this person and the co-signature of a note as they read it; empty when it can be given. */
export const obstaclesToThisCosignature = action('note.judge-cosignature', async (tx, input: CosignInput) => {
  const { notNow, obstacles } = await judged(tx, input);
  return [...notNow, ...obstacles];
});

/** Co-signs what was read: the latest layer of the text, by its digest. Throws `Refused` with all that stands against it. */
export const cosignNote = action('note.cosign', async (tx, input: CosignInput) => {
  const { standing, signer, notNow, obstacles } = await judged(tx, input);
  if (standing.latest?.state === 'cosigned' && standing.latest.byId === tx.actor.id) return shownNote(tx, standing.note);
  refuseIf(notNow, 409);
  refuseIf(obstacles);
  const said = statements(attestations, 'supervisor', input.attested, tx.now.toZonedDateTimeISO(signer.timeZone).toPlainDate());
  await insertStep(tx, { ...next(standing), state: 'cosigned', attestations: said });
  const { id: noteId, patientId, programId } = standing.note;
  await tx.record(noteCosigned({ noteId, patientId, programId }));
  return shownNote(tx, standing.note);
});

interface ReturnInput {
  readonly noteId: string;
  readonly digest: string;
  readonly comments: readonly { readonly section: string; readonly text: string }[];
}

/** Gives a note back to its author with what is to be mended; the note itself stays as it was signed. */
export const returnNote = action('note.return', async (tx, { noteId, digest, comments }: ReturnInput) => {
  const { standing, notNow, obstacles } = await judged(tx, { noteId, digest, attested: [] });
  refuseIf(notNow, 409);
  refuseIf(obstacles.filter(({ code }) => code !== 'cosignature.not-attested'));
  const bySection = [...Map.groupBy(comments, ({ section }) => section)].map(([section, said]) => ({ section, text: said.map(({ text }) => text).join('\n') }));
  await insertStep(tx, { ...next(standing), state: 'returned', comments: bySection });
  return shownNote(tx, standing.note);
});

/** The author asks again, after an amendment, an addendum, or because nothing is to be mended. */
export const askAgain = action('note.ask-again', async (tx, { noteId }: { noteId: string }) => {
  const standing = await standingOf(tx, noteId);
  const rule = ruleOf(standing.steps);
  if (standing.latest?.state !== 'returned' || !rule) {
    throw new Refused('cosignature.not-returned', { code: 'cosignature.not-returned', says: 'Nobody gave this note back. Load it anew.', at: 'noteId' }, 409);
  }
  if (standing.note.signedBy !== tx.actor.id) {
    throw new Refused('note.not-yours', { code: 'note.not-yours', says: 'Only the clinician whose note this is can hand it in again.', at: 'noteId' });
  }
  const askedOf = standing.steps.findLast(({ state }) => state === 'asked')?.askedOf ?? null;
  await insertStep(tx, { ...next(standing), state: 'asked', ruleId: rule.id, askedOf, dueAt: tx.now.add({ hours: 24 * rule.dueDays }) });
  return shownNote(tx, standing.note);
});
