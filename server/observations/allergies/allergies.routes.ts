import { get, patch, post, type Route } from '#server/platform/index.ts';
import {
  AllergyHistory,
  AllergyList,
  AllergyPath,
  AllergyReply,
  ChangeAllergy,
  EndAllergy,
  NewAllergy,
  NewAllergyStatement,
  PatientPath,
  Substances,
} from './allergies.contract.ts';
import { changeAllergy, endAllergy } from './change-allergy.action.ts';
import { listAllergies, listSubstances, showAllergyHistory } from './list-allergies.action.ts';
import { stateAllergies } from './state-allergies.action.ts';
import { writeAllergy } from './write-allergy.action.ts';

export const routes: readonly Route[] = [
  get(
    '/allergy-substances',
    { may: 'signed-in', reply: Substances, summary: 'Substances to choose from, with their RxNorm ingredient where we have it' },
    listSubstances,
  ),
  get(
    '/patients/:patientId/allergies',
    { may: 'chart.read', params: PatientPath, reply: AllergyList, summary: 'Allergies of a person, or that none is known' },
    listAllergies,
  ),
  post(
    '/patients/:patientId/allergies',
    { may: 'observation.write', params: PatientPath, body: NewAllergy, reply: AllergyReply, summary: 'Write an allergy down' },
    writeAllergy,
  ),
  post(
    '/patients/:patientId/allergy-statements',
    { may: 'observation.write', params: PatientPath, body: NewAllergyStatement, reply: AllergyList, summary: 'State that no allergy is known, or take that back' },
    stateAllergies,
  ),
  patch(
    '/allergies/:allergyId',
    { may: 'observation.write', params: AllergyPath, body: ChangeAllergy, reply: AllergyReply, summary: 'Write a further version' },
    changeAllergy,
  ),
  post(
    '/allergies/:allergyId/end',
    { may: 'observation.write', params: AllergyPath, body: EndAllergy, reply: AllergyReply, summary: 'Resolve an allergy or mark it as entered in error' },
    endAllergy,
  ),
  get('/allergies/:allergyId/history', { may: 'chart.read', params: AllergyPath, reply: AllergyHistory, summary: 'All versions, the newest first' }, showAllergyHistory),
];
