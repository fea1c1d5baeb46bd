import { z } from 'zod';
import { Npi, Phone, PostalAddress, TimeZone } from '../organisation/organisation.contract.ts';

export const SiteParams = z.object({ siteId: z.uuid() });

const site = {
  name: z.string().trim().min(1, 'Give the site a name.').max(120),
  phone: Phone.nullish(),
  npi: Npi.nullish(),
  timeZone: TimeZone,
  address: PostalAddress,
};

export const NewSite = z.object(site);

/** Only the fields sent are changed. */
export const SiteChanges = z.object({ ...site, active: z.boolean() }).partial();

export const Site = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string().nullable(),
  npi: z.string().nullable(),
  timeZone: z.string(),
  address: PostalAddress,
  active: z.boolean(),
});

export const MadeSite = z.object({ id: z.uuid() });

export const SiteList = z.object({ items: z.array(Site) });

export type SiteReply = z.infer<typeof Site>;
