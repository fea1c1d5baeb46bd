import { get, post, type Route } from '#server/platform/index.ts';
import { openTrack, previewTrack } from './open-track.action.ts';
import { listTracks, readTrack } from './read-tracks.action.ts';
import { PlanTrack, TrackList, TrackPath, TrackPreview, TrackReply, TracksQuery } from './timetables.contract.ts';

export const routes: readonly Route[] = [
  get('/tracks', { may: 'track.enrol', query: TracksQuery, reply: TrackList, summary: 'Weekly timetables of my day programs with their seats' }, listTracks),
  post('/tracks', { may: 'chart.write', body: PlanTrack, reply: TrackReply, summary: 'Open a track: plan all its meetings and hold their time' }, openTrack),
  post(
    '/tracks/preview',
    { may: 'chart.write', body: PlanTrack, reply: TrackPreview, summary: 'The meetings of such a track, with what stands against each' },
    previewTrack,
  ),
  get('/tracks/:trackId', { may: 'track.enrol', params: TrackPath, reply: TrackReply, summary: 'One track with its roster and meetings to come' }, readTrack),
];
