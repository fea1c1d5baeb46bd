import { useHotkeys } from '@mantine/hooks';
import { useLayoutEffect, useRef } from 'react';
import type { DraftReply } from '#server/charting/drafts/drafts.contract.ts';
import type { DraftJournal } from '../../ui/journal/use-draft-journal.ts';
import type { Shortcut } from '../../ui/keyboard/shortcuts.ts';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts.ts';
import { openPlaces } from './open-places.ts';
import { goToNext } from './places.ts';

// Named for the help alone: these are pressed while writing, where the fields hear them.
const told: readonly Shortcut[] = [
  ['Alt C', 'Take over what stands from the last note'],
  ['Alt J', 'The next field to fill'],
  ['Alt R', 'The question of risk'],
  ['Ctrl Enter', 'Sign'],
].map(([keys = '', says = '']) => ({ keys, says, run: () => undefined }));

/** How much is still to be filled, and the way to the next of it; the key Alt J goes the same way, and to the signature once nothing is left. */
export function useGoOn({ sections, template: { form } }: DraftReply, { text, header }: DraftJournal): { readonly left: number; readonly goOn: () => void } {
  const open = openPlaces(form, header, Object.fromEntries(sections.map(({ key }) => [key, text(key)])));
  const latest = useRef(open);
  useLayoutEffect(() => {
    latest.current = open;
  });
  const goOn = () => goToNext(latest.current.length > 0 ? latest.current : ['signature']);
  // By the place of the key: Option and a letter type signs on a Mac.
  useShortcuts(told);
  useHotkeys([['alt+J', goOn, { usePhysicalKeys: true }]], []);
  return { left: open.length, goOn };
}
