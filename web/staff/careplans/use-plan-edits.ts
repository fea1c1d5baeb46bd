import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { CarePlan, EntryWrite, type CarePlanList } from '#server/careplans/plans/plans.contract.ts';
import { api } from '../../ui/api/api.ts';
import { append, forget, recall } from '../../ui/journal/journal-store.ts';
import { useMe } from '../identity/session.ts';
import { afterSaving, type PlanEdits } from './plan-edits.ts';

const pause = 600;
const patience = 4000;
const floors = ['problem', 'goal', 'objective', 'intervention'];

function replaceIn(list: CarePlanList | undefined, plan: CarePlan): CarePlanList | undefined {
  return list && { items: list.items.map((known) => (known.id === plan.id ? plan : known)) };
}

/** Puts a plan as the server answered it in place of the one on the screen. */
export function useShowPlan(patientId: string): (plan: CarePlan) => void {
  const queries = useQueryClient();
  return (plan) => queries.setQueryData<CarePlanList>(['patient', patientId, 'care-plans'], (list) => replaceIn(list, plan));
}

/** Keeps what is typed on the device at once and on the server at each pause; what a crash or a lost network left behind is taken up again. */
export function usePlanEdits(plan: CarePlan) {
  const me = useMe();
  const show = useShowPlan(plan.patientId);
  const [edits, setEdits] = useState<PlanEdits>({});
  const [isRecalled, setRecalled] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const isSending = useRef(false);
  const documentName = `care-plan:${plan.id}`;
  useEffect(() => {
    void recall(documentName, me.staff.id)
      .then((lines) => setEdits((now) => ({ ...Object.fromEntries(lines.map(({ key, text }) => [key, EntryWrite.parse(JSON.parse(text))])), ...now })))
      .finally(() => setRecalled(true));
  }, [documentName, me.staff.id]);
  useEffect(() => {
    if (Object.keys(edits).length === 0 || !isRecalled) return undefined;
    const line = { document: documentName, owner: me.staff.id, device: 'care-plan', base: '', baseVersion: 0, sequence: 0 };
    void append(Object.values(edits).map((write) => ({ ...line, key: write.id, text: JSON.stringify(write) })));
    const timer = setTimeout(() => void send(), failed ? patience : pause);
    return () => clearTimeout(timer);
    // `send` reads the edits of this rendering.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [edits, isRecalled, failed]);
  async function send(): Promise<void> {
    if (isSending.current || Object.keys(edits).length === 0) return;
    isSending.current = true;
    try {
      const saved = await api.patch(`/care-plans/${plan.id}`, CarePlan, {
        entries: Object.values(edits).toSorted((a, b) => floors.indexOf(a.kind) - floors.indexOf(b.kind)),
      });
      show(saved);
      await forget(documentName);
      setFailed(undefined);
      setEdits((now) => afterSaving(now, edits, saved));
    } catch (error) {
      setFailed({ error });
    } finally {
      isSending.current = false;
    }
  }
  return { edits, setEdits, isSaved: Object.keys(edits).length === 0, isRecalled, failure: failed?.error };
}
