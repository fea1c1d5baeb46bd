import { bytes, get, patch, post } from '#server/platform/index.ts';
import { changePatient } from './change-patient.action.ts';
import { Patient, PatientChanges, PatientParams, RegisteredPatient, RegisterPatient } from './demographics.contract.ts';
import { keepPhoto } from './keep-photo.action.ts';
import { registerPatient } from './register-patient.action.ts';
import { showPatient } from './show-patient.action.ts';
import { showPhoto } from './show-photo.action.ts';

export const demographicsRoutes = [
  post('/patients', { may: 'patient.register', body: RegisterPatient, reply: RegisteredPatient, summary: 'Register a person in one of your programs' }, registerPatient),
  get('/patients/:patientId', { may: 'patient.read', params: PatientParams, reply: Patient, summary: 'All that is told of a person' }, showPatient),
  patch('/patients/:patientId', { may: 'patient.register', params: PatientParams, body: PatientChanges, summary: 'Change what is told of a person' }, changePatient),
  get('/patients/:patientId/photo', { may: 'patient.read', params: PatientParams, reply: bytes, summary: 'The picture of a person' }, showPhoto),
  post('/patients/:patientId/photo', { may: 'patient.register', params: PatientParams, upload: true, summary: 'Keep a picture of a person' }, keepPhoto),
];
