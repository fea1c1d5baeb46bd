import { bytes, get, patch, post } from '#server/platform/index.ts';
import { PatientParams } from '../demographics/demographics.contract.ts';
import { addCoverage } from './add-coverage.action.ts';
import { addGuarantor } from './add-guarantor.action.ts';
import { changeCoverage } from './change-coverage.action.ts';
import { changeGuarantor } from './change-guarantor.action.ts';
import {
  CardParams,
  CoverageChanges,
  CoverageParams,
  Coverages,
  GuarantorChanges,
  GuarantorParams,
  Guarantors,
  MadeCoverage,
  MadeGuarantor,
  NewCoverage,
  NewGuarantor,
  VerifyCoverage,
} from './coverage.contract.ts';
import { keepCard } from './keep-card.action.ts';
import { listCoverages } from './list-coverages.action.ts';
import { listGuarantors } from './list-guarantors.action.ts';
import { showCard } from './show-card.action.ts';
import { verifyCoverage } from './verify-coverage.action.ts';

const purpose = 'HPAYMT';

export const coverageRoutes = [
  get('/patients/:patientId/coverages', { may: 'coverage.read', params: PatientParams, reply: Coverages, purpose, summary: 'Insurance of a patient' }, listCoverages),
  post(
    '/patients/:patientId/coverages',
    { may: 'coverage.write', params: PatientParams, body: NewCoverage, reply: MadeCoverage, purpose, summary: 'Add an insurance' },
    addCoverage,
  ),
  patch('/coverages/:coverageId', { may: 'coverage.write', params: CoverageParams, body: CoverageChanges, purpose, summary: 'Change an insurance' }, changeCoverage),
  post(
    '/coverages/:coverageId/verification',
    { may: 'coverage.write', params: CoverageParams, body: VerifyCoverage, purpose, summary: 'Note that an insurance was looked up with its payer' },
    verifyCoverage,
  ),
  get('/coverages/:coverageId/card/:side', { may: 'coverage.read', params: CardParams, reply: bytes, purpose, summary: 'Picture of one side of the card' }, showCard),
  post(
    '/coverages/:coverageId/card/:side',
    { may: 'coverage.write', params: CardParams, upload: true, purpose, summary: 'Keep a picture of one side of the card' },
    keepCard,
  ),
  get(
    '/patients/:patientId/guarantors',
    { may: 'coverage.read', params: PatientParams, reply: Guarantors, purpose, summary: 'Who answers for what a patient owes' },
    listGuarantors,
  ),
  post(
    '/patients/:patientId/guarantors',
    { may: 'coverage.write', params: PatientParams, body: NewGuarantor, reply: MadeGuarantor, purpose, summary: 'Add a guarantor' },
    addGuarantor,
  ),
  patch('/guarantors/:guarantorId', { may: 'coverage.write', params: GuarantorParams, body: GuarantorChanges, purpose, summary: 'Change a guarantor' }, changeGuarantor),
];
