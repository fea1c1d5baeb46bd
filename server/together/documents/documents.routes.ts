import { get, post, type Route } from '#server/platform/index.ts';
import { closeDocument } from './close-document.action.ts';
import {
  DocumentList,
  DocumentPath,
  DocumentReply,
  MentionList,
  NewRemark,
  OpenDocument,
  PatientPath,
  RemarkPath,
  SectionPath,
  SignSection,
  TemplateList,
} from './documents.contract.ts';
import { openDocument } from './open-document.action.ts';
import { listDocuments, listTeamTemplates, readDocument } from './read-document.action.ts';
import { addRemark, endMention, listMentions } from './remark.action.ts';
import { signSection } from './sign-section.action.ts';

const params = DocumentPath;
const reply = DocumentReply;

export const routes: readonly Route[] = [
  get('/team-templates', { may: 'chart.read', reply: TemplateList, summary: 'What a team can write together' }, listTeamTemplates),
  get(
    '/patients/:patientId/team-documents',
    { may: 'chart.read', params: PatientPath, reply: DocumentList, summary: 'Documents that a team writes together' },
    listDocuments,
  ),
  post(
    '/patients/:patientId/team-documents',
    { may: 'chart.write', params: PatientPath, body: OpenDocument, reply, summary: 'Open a document for the team' },
    openDocument,
  ),
  get('/team-documents/:documentId', { may: 'chart.read', params, reply, summary: 'A document with its sections and remarks' }, readDocument),
  post(
    '/team-documents/:documentId/remarks',
    { may: 'chart.write', params, body: NewRemark, reply, summary: 'Say something beside a section, naming colleagues' },
    addRemark,
  ),
  post(
    '/team-documents/:documentId/sections/:sectionId/signature',
    { may: 'note.sign', params: SectionPath, body: SignSection, reply, summary: 'Sign a section' },
    signSection,
  ),
  post('/team-documents/:documentId/closing', { may: 'note.sign', params, reply, summary: 'Close the document: one sealed note' }, closeDocument),
  get('/mentions', { may: 'chart.read', reply: MentionList, summary: 'What I was named for and have not done' }, listMentions),
  post('/mentions/:remarkId/done', { may: 'chart.write', params: RemarkPath, summary: 'I have done what I was named for' }, endMention),
];
