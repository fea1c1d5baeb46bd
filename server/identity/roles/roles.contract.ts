import { z } from 'zod';

const code = z.string().regex(/^[a-z][a-z-]{1,40}$/, 'Small letters and hyphens only.');

export const RoleParams = z.object({ roleCode: code });

const role = {
  name: z.string().trim().min(1, 'Give the role a name.').max(60),
  /** Clinical roles always need a second factor; others may. */
  isClinical: z.boolean(),
  mfaRequired: z.boolean(),
  permissions: z.array(z.string()).max(200),
};

export const NewRole = z.object({ code, ...role });

/** Only the fields sent are changed; `permissions` replaces the whole list. */
export const RoleChanges = z.object(role).partial();

export const Role = z.object({
  code: z.string(),
  name: z.string(),
  isClinical: z.boolean(),
  mfaRequired: z.boolean(),
  permissions: z.array(z.string()),
  /** People who hold it today. */
  staffCount: z.int(),
});

export const RoleList = z.object({
  items: z.array(Role),
  /** Every permission there is, with its words. */
  permissions: z.array(z.object({ code: z.string(), says: z.string() })),
});
