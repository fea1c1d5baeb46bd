import { get, patch, post } from '#server/platform/index.ts';
import { addSite, changeSite, listSites } from './sites.action.ts';
import { MadeSite, NewSite, SiteChanges, SiteList, SiteParams } from './sites.contract.ts';

export const routes = [
  get('/sites', { may: 'signed-in', reply: SiteList, summary: 'Every site' }, listSites),
  post('/sites', { may: 'organisation.write', body: NewSite, reply: MadeSite, summary: 'Open a site' }, addSite),
  patch('/sites/:siteId', { may: 'organisation.write', params: SiteParams, body: SiteChanges, summary: 'Change or close a site' }, changeSite),
];
