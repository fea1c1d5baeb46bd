import { queryOptions } from '@tanstack/react-query';
import { AllergyHistory, AllergyList, Substances } from '#server/observations/allergies/allergies.contract.ts';
import { Panels, ResultHistory, Results, ResultsToReview } from '#server/observations/results/results.contract.ts';
import { Signs, VitalSetHistory, VitalSets } from '#server/observations/vitals/vitals.contract.ts';
import { api } from '../../ui/api/api.ts';

const of = (patientId: string, part: string) => ['patient', patientId, part] as const;

/** What a chart asks of observations. */
export const observationQueries = {
  allergies: (id: string) => queryOptions({ queryKey: of(id, 'allergies'), queryFn: () => api.get(`/patients/${id}/allergies`, AllergyList) }),
  allergyHistory: (id: string) => queryOptions({ queryKey: ['allergy', id, 'history'], queryFn: () => api.get(`/allergies/${id}/history`, AllergyHistory) }),
  substances: queryOptions({ queryKey: ['allergy-substances'], queryFn: () => api.get('/allergy-substances', Substances), staleTime: 3_600_000 }),
  vitals: (id: string) => queryOptions({ queryKey: of(id, 'vitals'), queryFn: () => api.get(`/patients/${id}/vitals`, VitalSets) }),
  vitalsHistory: (id: string) => queryOptions({ queryKey: ['vitals', id, 'history'], queryFn: () => api.get(`/vitals/${id}/history`, VitalSetHistory) }),
  results: (id: string) => queryOptions({ queryKey: of(id, 'results'), queryFn: () => api.get(`/patients/${id}/results`, Results) }),
  resultHistory: (id: string) => queryOptions({ queryKey: ['result', id, 'history'], queryFn: () => api.get(`/results/${id}/history`, ResultHistory) }),
  resultsToReview: queryOptions({ queryKey: ['results-to-review'], queryFn: () => api.get('/results-to-review', ResultsToReview) }),
  panels: queryOptions({ queryKey: ['lab-panels'], queryFn: () => api.get('/lab-panels', Panels), staleTime: 3_600_000 }),
  signs: queryOptions({ queryKey: ['vital-signs'], queryFn: () => api.get('/vital-signs', Signs), staleTime: 3_600_000 }),
};
