import { del, get, patch, post, type Route } from '#server/platform/index.ts';
import { addParty, changeParty, closeTreatment, listParties, listTreatments, verifyTreatment } from './keep-parties.action.ts';
import {
  NewParty,
  PartyAdded,
  PartyAddress,
  PartyChanges,
  PartyList,
  PartyQuery,
  PartyReply,
  PatientAddress,
  TreatmentAddress,
  Treatments,
  VerifyTreatment,
} from './parties.contract.ts';

export const partyRoutes: readonly Route[] = [
  get('/parties', { may: 'consent.read', query: PartyQuery, reply: PartyList, summary: 'People and organisations outside' }, listParties),
  post('/parties', { may: 'consent.write', body: NewParty, reply: PartyAdded, summary: 'Add somebody outside' }, addParty),
  patch('/parties/:partyId', { may: 'disclosure.release', params: PartyAddress, body: PartyChanges, reply: PartyReply, summary: 'Change somebody outside' }, changeParty),
  post(
    '/parties/:partyId/treatments',
    { may: 'consent.write', params: PartyAddress, body: VerifyTreatment, reply: PartyAdded, summary: 'Note that somebody checked that the party treats a patient' },
    verifyTreatment,
  ),
  del('/party-treatments/:treatmentId', { may: 'consent.write', params: TreatmentAddress, summary: 'End a treating link' }, closeTreatment),
  get(
    '/patients/:patientId/treating-parties',
    { may: 'consent.read', params: PatientAddress, reply: Treatments, summary: 'Who was found to treat the patient' },
    listTreatments,
  ),
];
