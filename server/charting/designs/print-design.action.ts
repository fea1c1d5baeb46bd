import { action, Invalid, NotFound } from '#server/platform/index.ts';
import { letterheadOf } from '../notes/letterhead.store.ts';
import { examplePdf } from '../notes/note-pdf.ts';
import { exampleAnswers } from '../templates/example.rules.ts';
import { renderedSections } from '../templates/rendering.rules.ts';
import { TemplateForm } from '../templates/template.ts';
import { faultsOfDesign, type DesignedForm } from './design.rules.ts';
import { designByCode } from './designs.store.ts';

/** How a design prints, each field filled with an example. */
export const printDesign = action(
  'template-design.print',
  async (tx, { code }: { code: string }) => {
    const design = await designByCode(tx, code);
    if (!design) throw new NotFound('Design');
    const faults = faultsOfDesign(design.form as unknown as DesignedForm);
    if (faults.length > 0) throw new Invalid(faults.map(({ at, says }) => ({ at: `form.${at}`, says })));
    const form = TemplateForm.parse(design.form);
    const body = await examplePdf(design.name, renderedSections(form, exampleAnswers(form)), await letterheadOf(tx, null));
    return { contentType: 'application/pdf', fileName: `form-${code}.pdf`, body, inline: true };
  },
  { audit: 'touched' },
);
