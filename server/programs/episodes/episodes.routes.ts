import { get, post, put } from '#server/platform/index.ts';
import { changeClinician } from './change-clinician.action.ts';
import {
  AdmitEpisode,
  Banner,
  ChangeClinician,
  DeclineEpisode,
  DischargeEpisode,
  EpisodeParams,
  EpisodePatientParams,
  EpisodeQuery,
  Episodes,
  MadeEpisode,
  OpenEpisode,
  ScreenEpisode,
} from './episodes.contract.ts';
import { listEpisodes, listPatientEpisodes } from './list-episodes.action.ts';
import { openEpisode } from './open-episode.action.ts';
import { showBanner } from './show-banner.action.ts';
import { admitEpisode, declineEpisode, dischargeEpisode, screenEpisode } from './take-step.action.ts';

const params = EpisodeParams;
const may = 'episode.write';
const reply = MadeEpisode;

export const episodesRoutes = [
  get(
    '/patients/:patientId/banner',
    { may: 'patient.read', params: EpisodePatientParams, reply: Banner, summary: 'What stands over every screen of a chart' },
    showBanner,
  ),
  get(
    '/patients/:patientId/episodes',
    { may: 'patient.read', params: EpisodePatientParams, reply: Episodes, summary: 'A person’s stays in your programs' },
    listPatientEpisodes,
  ),
  get('/episodes', { may: 'program.read', query: EpisodeQuery, reply: Episodes, summary: 'Stays by program and state' }, listEpisodes),
  post('/episodes', { may, body: OpenEpisode, reply, summary: 'Refer a person to a program' }, openEpisode),
  post('/episodes/:episodeId/screening', { may, params, body: ScreenEpisode, reply, summary: 'Screen' }, screenEpisode),
  post('/episodes/:episodeId/admission', { may, params, body: AdmitEpisode, reply, summary: 'Admit' }, admitEpisode),
  post('/episodes/:episodeId/discharge', { may, params, body: DischargeEpisode, reply, summary: 'Discharge' }, dischargeEpisode),
  post('/episodes/:episodeId/declination', { may, params, body: DeclineEpisode, reply, summary: 'Decline a referral' }, declineEpisode),
  put('/episodes/:episodeId/clinician', { may, params, body: ChangeClinician, summary: 'Name who is chiefly responsible' }, changeClinician),
];
