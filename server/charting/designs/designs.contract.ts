import { z } from 'zod';
import { PublishTemplate } from '../templates/templates.contract.ts';

export {
  askable,
  blankForm,
  codeFor,
  countable,
  designOf,
  faultsOfDesign,
  nudged,
  placeOf,
  withCopy,
  withFieldAt,
  withKind,
  without,
  withSection,
  withSectionAt,
  withSetting,
  type DesignedForm,
  type DesignedSection,
} from './design.rules.ts';
export { differences } from './differences.rules.ts';
export { fieldKinds, type KindEntry, type Setting, type SettingType } from './field-kinds.ts';

const longestForm = 1_000_000;

// A form on the drawing board may lack what publishing asks for: only its outline is checked here.
const KeptForm = z
  .looseObject({
    loinc: z.string(),
    sections: z.array(z.looseObject({ key: z.string(), label: z.string(), fields: z.array(z.looseObject({ kind: z.string(), key: z.string() })).max(200) })).max(200),
  })
  .refine((form) => JSON.stringify(form).length < longestForm, 'This form is too long to be kept.');

export const DesignPath = z.object({ code: PublishTemplate.shape.code });

/** A save. `version` is the one that was on the screen, 0 for the first. */
export const KeepDesign = z.object({ name: z.string().max(120), form: KeptForm, basedOn: z.int().nullable(), version: z.int().min(0) });
export const PublishDesign = z.object({ version: z.int() });

const summary = {
  code: z.string(),
  name: z.string(),
  /** The published version from which it began; null for a new template. */
  basedOn: z.int().nullable(),
  version: z.int(),
  changedAt: z.string(),
  changedBy: z.string(),
};
export const Design = z.object({ ...summary, form: KeptForm });
export const DesignList = z.object({ items: z.array(z.object(summary)) });

export const TemplateVersions = z.object({
  items: z.array(
    z.object({
      version: z.int(),
      name: z.string(),
      publishedAt: z.string(),
      /** Null for what comes with the product. */
      publishedBy: z.string().nullable(),
    }),
  ),
});

export type DesignReply = z.infer<typeof Design>;
export type KeepDesign = z.infer<typeof KeepDesign>;
