import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { EnrolmentList } from '#server/tracks/enrolments/enrolments.contract.ts';
import { TrackList, TrackReply } from '#server/tracks/timetables/timetables.contract.ts';
import { api } from '../../ui/api/api.ts';

export const trackQueries = {
  all: queryOptions({ queryKey: ['tracks', 'all'], queryFn: () => api.get('/tracks', TrackList) }),
  one: (trackId: string) => queryOptions({ queryKey: ['tracks', trackId], queryFn: () => api.get(`/tracks/${trackId}`, TrackReply) }),
  ofPatient: (patientId: string) =>
    queryOptions({ queryKey: ['patient', patientId, 'tracks'], queryFn: () => api.get(`/patients/${patientId}/track-enrolments`, EnrolmentList) }),
};

/** Asks anew for what an enrolment or another timetable changes: tracks, rosters, the schedule, the weeks, and the charts, of one person where it is one. */
export function useRefreshTracks() {
  const queries = useQueryClient();
  return (patientId?: string) =>
    Promise.all(
      [['tracks'], patientId ? ['patient', patientId] : ['patient'], ['groups'], ['group-sessions'], ['schedule'], ['attendance']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
}
