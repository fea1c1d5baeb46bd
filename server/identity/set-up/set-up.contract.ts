import { z } from 'zod';
import { NewOrganisation } from '../organisation/organisation.contract.ts';
import { NewPassword } from '../passwords/passwords.contract.ts';
import { NewSite } from '../sites/sites.contract.ts';

/** Whether the organisation is still to be made. */
export const SetUpState = z.object({ needed: z.boolean(), demo: z.boolean() });

/** The first run in one piece; answers with a session that must enrol its second factor next. */
export const FirstRun = z.object({
  /** Shown where Mooring was started: an empty server belongs to who started it, not to who calls first. */
  setUpCode: z.string().trim().min(1, 'Write the set-up code. It stands in the console where Mooring was started.').max(40),
  organisation: NewOrganisation,
  sites: z.array(NewSite).min(1, 'Add at least one site.').max(50),
  administrator: z.object({
    givenName: z.string().trim().min(1, 'Write the given name.').max(35),
    familyName: z.string().trim().min(1, 'Write the family name.').max(60),
    email: z.email('Write an email address.').max(120),
    password: NewPassword,
  }),
});
