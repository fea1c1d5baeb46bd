import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { SessionReply } from '#server/groups/sessions/sessions.contract.ts';
import { api } from '../../ui/api/api.ts';
import { append, forget, recall } from '../../ui/journal/journal-store.ts';
import { useMe } from '../identity/session.ts';
import { afterSaving, isSaved, noEdits, toSend, type SessionEdits } from './session-edits.ts';

const pauseMs = 700;
const patienceMs = 4000;

/** Keeps the edits on the device, so that a crash takes nothing; gives back those of the last time. */
function useDeviceCopy(name: string, edits: SessionEdits, take: (kept: SessionEdits) => void): boolean {
  const owner = useMe().staff.id;
  const [isRecalled, setRecalled] = useState(false);
  useEffect(() => {
    void recall(name, owner)
      .then((lines) => {
        const last = lines.at(-1);
        if (last) take(JSON.parse(last.text) as SessionEdits);
      })
      .finally(() => setRecalled(true));
    // `take` only sets state.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [name, owner]);
  useEffect(() => {
    if (!isRecalled || isSaved(edits)) return;
    void append([{ document: name, owner, device: 'group-session', key: 'edits', text: JSON.stringify(edits), base: '', baseVersion: 0, sequence: 0 }]);
  }, [edits, isRecalled, name, owner]);
  return isRecalled;
}

/** Saves at each pause what was marked and typed; `settle` saves at once and answers the session as it stands. */
export function useSessionEdits(session: SessionReply) {
  const queries = useQueryClient();
  const [edits, setEdits] = useState<SessionEdits>(noEdits);
  const [failure, setFailure] = useState<unknown>();
  const latest = useRef(edits);
  const sending = useRef<Promise<SessionReply> | undefined>(undefined);
  useEffect(() => {
    latest.current = edits;
  }, [edits]);
  const name = `group-session:${session.id}`;
  const isRecalled = useDeviceCopy(name, edits, (kept) => setEdits((now) => (isSaved(now) ? kept : now)));
  const send = useCallback(async (): Promise<SessionReply> => {
    const sent = latest.current;
    const saved = await api.patch(`/group-sessions/${session.id}`, SessionReply, toSend(sent));
    queries.setQueryData(['group-session', session.id], saved);
    latest.current = afterSaving(latest.current, sent);
    setEdits((now) => afterSaving(now, sent));
    setFailure(undefined);
    if (isSaved(latest.current)) await forget(name);
    return saved;
  }, [name, queries, session.id]);
  const save = useCallback(async () => {
    await sending.current?.catch(() => undefined);
    sending.current = send();
    return sending.current;
  }, [send]);
  useEffect(() => {
    if (isSaved(edits) || !isRecalled) return undefined;
    const timer = setTimeout(() => void save().catch((error: unknown) => setFailure({ error })), failure === undefined ? pauseMs : patienceMs);
    return () => clearTimeout(timer);
  }, [edits, failure, isRecalled, save]);
  return { edits, setEdits, settle: save, failure, isReady: isRecalled };
}
