import { del, get, patch, post, put } from '#server/platform/index.ts';
import { PatientParams } from '../demographics/demographics.contract.ts';
import { addContact } from './add-contact.action.ts';
import { changeContact } from './change-contact.action.ts';
import { Communication, CommunicationReply, ContactChanges, ContactParams, Contacts, MadeContact, NewContact } from './contacts.contract.ts';
import { endContact } from './end-contact.action.ts';
import { keepCommunication } from './keep-communication.action.ts';
import { listContacts } from './list-contacts.action.ts';
import { showCommunication } from './show-communication.action.ts';

export const contactsRoutes = [
  get('/patients/:patientId/contacts', { may: 'patient.read', params: PatientParams, reply: Contacts, summary: 'People around a patient' }, listContacts),
  post(
    '/patients/:patientId/contacts',
    { may: 'patient.register', params: PatientParams, body: NewContact, reply: MadeContact, summary: 'Add someone around a patient' },
    addContact,
  ),
  patch('/contacts/:contactId', { may: 'patient.register', params: ContactParams, body: ContactChanges, summary: 'Change a contact' }, changeContact),
  del('/contacts/:contactId', { may: 'patient.register', params: ContactParams, summary: 'End a contact' }, endContact),
  get(
    '/patients/:patientId/communication',
    { may: 'patient.read', params: PatientParams, reply: CommunicationReply, summary: 'How a patient asks to be reached' },
    showCommunication,
  ),
  put(
    '/patients/:patientId/communication',
    { may: 'patient.register', params: PatientParams, body: Communication, summary: 'Keep how a patient asks to be reached' },
    keepCommunication,
  ),
];
