import { action, Invalid, NotFound, Refused } from '#server/platform/index.ts';
import { publishTemplate } from '../templates/publish-template.action.ts';
import { TemplateForm } from '../templates/template.ts';
import { faultsOfDesign, type DesignedForm } from './design.rules.ts';
import { designByCode, dropDesign } from './designs.store.ts';

/** Publishes what is on the drawing board as the next version of its template, if it still is what the publisher saw. */
export const publishDesign = action('template-design.publish', async (tx, { code, version }: { code: string; version: number }) => {
  const design = await designByCode(tx, code);
  if (!design) throw new NotFound('Design');
  if (design.version !== version) {
    throw new Refused(
      'template-design.changed-since',
      { code: 'template-design.changed-since', says: 'This design was changed since you looked. Read it, then publish.', at: 'version' },
      409,
    );
  }
  const faults = faultsOfDesign(design.form as unknown as DesignedForm);
  if (faults.length > 0) throw new Invalid(faults.map(({ at, says }) => ({ at: `form.${at}`, says })));
  const published = await publishTemplate.within(tx, { code, name: design.name, form: TemplateForm.parse(design.form) });
  await dropDesign(tx, code);
  return published;
});
