import { action, NotFound, Refused, type Tx } from '#server/platform/index.ts';
import type { KeepDesign } from './designs.contract.ts';
import { designByCode, designs, dropDesign, versionsOf, writeDesign } from './designs.store.ts';

interface OfCode {
  readonly code: string;
}

async function standing(tx: Tx, code: string) {
  const design = await designByCode(tx, code);
  if (!design) throw new NotFound('Design');
  return design;
}

/** Forms on the drawing board. */
export const listDesigns = action('template-design.list', async (tx) => ({ items: await designs(tx) }), { audit: 'touched' });

/** One of them, whole. */
export const readDesign = action('template-design.read', (tx, { code }: OfCode) => standing(tx, code), { audit: 'touched' });

/** Keeps a design as it is now, complete or not. Two who work on the same one do not write over each other: the later hears of it. */
export const keepDesign = action('template-design.keep', async (tx, { code, name, form, basedOn, version }: KeepDesign & OfCode) => {
  if (tx.actor.id === null) throw new NotFound('Staff');
  if (!(await writeDesign(tx, { code, name, form, basedOn, seen: version, by: tx.actor.id }))) {
    throw new Refused(
      'template-design.changed-since',
      { code: 'template-design.changed-since', says: 'Somebody else changed this design meanwhile. Take theirs, or keep yours under another code.', at: 'version' },
      409,
    );
  }
  tx.touch({ kind: 'template-design', details: { code } });
  return standing(tx, code);
});

/** Takes a design off the board; what was published stays. */
export const discardDesign = action('template-design.discard', async (tx, { code }: OfCode) => {
  await standing(tx, code);
  await dropDesign(tx, code);
  tx.touch({ kind: 'template-design', details: { code } });
});

/** The versions of a template: when, by whom. */
export const listVersions = action('template.list-versions', async (tx, { code }: OfCode) => ({ items: await versionsOf(tx, code) }), { audit: 'touched' });
