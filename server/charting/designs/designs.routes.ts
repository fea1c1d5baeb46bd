import { bytes, del, get, post, put, type Route } from '#server/platform/index.ts';
import { Template } from '../templates/templates.contract.ts';
import { Design, DesignList, DesignPath, KeepDesign, PublishDesign, TemplateVersions } from './designs.contract.ts';
import { discardDesign, keepDesign, listDesigns, listVersions, readDesign } from './keep-design.action.ts';
import { printDesign } from './print-design.action.ts';
import { publishDesign } from './publish-design.action.ts';

const may = 'template.write';
const params = DesignPath;
const purpose = 'HOPERAT';

export const routes: readonly Route[] = [
  get('/note-designs', { may, reply: DesignList, purpose, summary: 'Note templates on the drawing board' }, listDesigns),
  get('/note-designs/:code', { may, params, reply: Design, purpose, summary: 'A note template being designed' }, readDesign),
  put('/note-designs/:code', { may, params, body: KeepDesign, reply: Design, purpose, summary: 'Keep a design, complete or not' }, keepDesign),
  del('/note-designs/:code', { may, params, purpose, summary: 'Take a design off the board' }, discardDesign),
  get('/note-designs/:code/print', { may, params, reply: bytes, purpose, summary: 'The design filled with examples, as PDF' }, printDesign),
  post('/note-designs/:code/publication', { may, params, body: PublishDesign, reply: Template, purpose, summary: 'Publish a design as the next version' }, publishDesign),
  get('/note-templates/:code/versions', { may: 'signed-in', params, reply: TemplateVersions, summary: 'Versions of a note template' }, listVersions),
];
