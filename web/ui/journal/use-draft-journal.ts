import { useEffect, useState, useSyncExternalStore } from 'react';
import { SavedDraft, type DraftHeaderWire } from '#server/charting/drafts/drafts.contract.ts';
import { api } from '../api/api.ts';
import { openKeeper, type Keeper, type OpenedDraft } from './keeper.ts';
import { statusOf, versionsRead, type JournalStatus } from './journal.ts';

/** What an editor needs of the journal. */
export interface DraftJournal {
  readonly text: (key: string) => string;
  readonly type: (key: string, text: string) => void;
  readonly header: DraftHeaderWire;
  readonly setHeader: (change: Partial<DraftHeaderWire>) => void;
  readonly status: JournalStatus;
  /** Sends what is not sent yet, and answers the versions of what was on the screen at the call: what a signature stands for. */
  readonly settle: () => Promise<Readonly<Record<string, number>>>;
  readonly forget: () => Promise<void>;
}

const silent = () => () => undefined;

/**
 * Keeps what is typed into a draft: on the device within a fifth of a second, on the server within about a second, through crash,
 * lost network and sign-out. Undefined until the device's own store has been read: show the editor only then.
 */
export function useDraftJournal(draft: OpenedDraft | undefined, ownerId: string): DraftJournal | undefined {
  const [keeper, setKeeper] = useState<Keeper>();
  const id = draft?.id;
  // With another form the same draft has other sections: the journal opens anew, over the words that are kept.
  const keys = draft?.sections.map((section) => section.key).join(' ');
  useEffect(() => {
    if (!draft) return undefined;
    let isLeft = false;
    let mine: Keeper | undefined;
    void openKeeper(draft, ownerId, (body) => api.patch(`/drafts/${draft.id}`, SavedDraft, body)).then((opened) => {
      if (isLeft) return opened.close();
      mine = opened;
      setKeeper(opened);
    });
    return () => {
      isLeft = true;
      mine?.close();
      setKeeper(undefined);
    };
    // A later copy of the same draft from the server does not reopen the journal: it has newer words and merges by itself.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, keys, ownerId]);
  const journal = useSyncExternalStore(keeper?.subscribe ?? silent, () => keeper?.current());
  if (!keeper || !journal) return undefined;
  return {
    text: (key) => journal.sections[key]?.text ?? '',
    type: keeper.type,
    header: journal.header,
    setHeader: keeper.setHeader,
    status: statusOf(journal),
    settle: async () => {
      const read = keeper.current();
      await keeper.flush();
      return versionsRead(read, keeper.current());
    },
    forget: keeper.forget,
  };
}
