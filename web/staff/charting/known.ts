import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import { diagnosisLine } from '#server/charting/templates/templates.contract.ts';
import { Known } from '#server/margin/known/known.contract.ts';
import { api } from '../../ui/api/api.ts';
import type { FieldContext } from './fields/field-props.ts';

/** What the chart knows beside this note, by the source from which a field pulls. The editor does not wait for it. */
export function useKnown({ id, diagnoses, state }: DraftReply): FieldContext['known'] {
  const { data } = useQuery({ queryKey: ['draft-known', id], queryFn: () => api.get(`/drafts/${id}/known`, Known), enabled: state === 'open', staleTime: 60_000 });
  return useMemo(() => ({ ...data, diagnoses: diagnoses.map((one) => ({ id: one.id, says: diagnosisLine(one) })) }), [data, diagnoses]);
}
