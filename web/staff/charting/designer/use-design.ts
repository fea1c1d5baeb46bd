import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Design, type DesignedForm } from '#server/charting/designs/designs.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { Problem } from '../../../ui/api/problem.ts';
import { append, forget, recall } from '../../../ui/journal/journal-store.ts';
import { useMe } from '../../identity/session.ts';
import { begun, changed, redone, undone, type History } from './history.ts';

/** What is on the drawing board. */
export interface Board {
  readonly name: string;
  readonly form: DesignedForm;
}

/** Where a design begins: what the server keeps of it, or a published version. */
export interface Opened extends Board {
  readonly code: string;
  readonly basedOn: number | null;
  /** 0 while nothing of it is kept. */
  readonly version: number;
}

const pause = 700;
const patience = 4000;

function boardIn(text: string): Board | undefined {
  try {
    return JSON.parse(text) as Board;
  } catch {
    return undefined;
  }
}

/** Keeps a board on the device at once and on the server at each pause. Answers how far that has come. */
function useKeeping(opened: Opened, board: Board, takeUp: (board: Board) => void) {
  const me = useMe();
  const queries = useQueryClient();
  const [version, setVersion] = useState(opened.version);
  const [kept, setKept] = useState(board);
  const [isRecalled, setRecalled] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: unknown }>();
  const isSending = useRef(false);
  const documentName = `note-design:${opened.code}`;
  const isConflict = failed?.error instanceof Problem && failed.error.status === 409;

  useEffect(() => {
    void recall(documentName, me.staff.id)
      .then((lines) => {
        const left = lines.at(-1);
        const found = left && boardIn(left.text);
        if (!left || !found) return;
        // What a crash or a lost network left behind goes on from the version it saw: if somebody else kept another since, the server says so.
        setVersion(left.baseVersion);
        takeUp(found);
      })
      .finally(() => setRecalled(true));
    // Only when the design is opened.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [documentName, me.staff.id]);

  useEffect(() => {
    if (board === kept || !isRecalled) return undefined;
    const line = { document: documentName, owner: me.staff.id, device: 'designer', key: 'board', base: '', baseVersion: version, sequence: 0 };
    void append([{ ...line, text: JSON.stringify(board) }]);
    if (isConflict) return undefined;
    const timer = setTimeout(() => void send(board, version), failed ? patience : pause);
    return () => clearTimeout(timer);
    // `send` is made of what is listed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [board, kept, isRecalled, failed, version]);

  async function send(sent: Board, seen: number): Promise<void> {
    if (isSending.current) return;
    isSending.current = true;
    try {
      const saved = await api.put(`/note-designs/${opened.code}`, Design, { ...sent, basedOn: opened.basedOn, version: seen });
      setVersion(saved.version);
      setKept(sent);
      setFailed(undefined);
      await forget(documentName);
      void queries.invalidateQueries({ queryKey: ['note-designs'] });
    } catch (error) {
      setFailed({ error });
    } finally {
      isSending.current = false;
    }
  }

  /** Writes over what somebody else kept: the present version is taken as seen. */
  const keepMine = async () => {
    const theirs = await api.get(`/note-designs/${opened.code}`, Design);
    setFailed(undefined);
    setVersion(theirs.version);
  };
  return { version, isReady: isRecalled, isKept: board === kept, isConflict, failure: failed?.error, keepMine, letGo: () => forget(documentName) };
}

/** A design with its undo, kept at each change. */
export function useDesign(opened: Opened) {
  const [history, setHistory] = useState<History<Board>>(() => begun({ name: opened.name, form: opened.form }));
  const board = history.present;
  const keeping = useKeeping(opened, board, (found) => setHistory((now) => changed(now, found)));
  return {
    ...keeping,
    board,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: (to: (form: DesignedForm) => DesignedForm, tag?: string) =>
      setHistory((now) => {
        const form = to(now.present.form);
        return form === now.present.form ? now : changed(now, { ...now.present, form }, tag);
      }),
    rename: (name: string) => setHistory((now) => changed(now, { ...now.present, name }, 'name')),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
  };
}

export type DesignBoard = ReturnType<typeof useDesign>;
