import { z } from 'zod';

export const TemplateSection = z.object({ key: z.string(), label: z.string(), hint: z.string(), required: z.boolean() });

export const Template = z.object({
  id: z.uuid(),
  code: z.string(),
  version: z.int(),
  name: z.string(),
  form: z.object({
    sections: z.array(TemplateSection),
    asksTimes: z.boolean(),
    asksRisk: z.boolean(),
    asksDiagnosis: z.boolean(),
    loinc: z.string(),
  }),
});
export const TemplateList = z.object({ items: z.array(Template) });

export type Template = z.infer<typeof Template>;
