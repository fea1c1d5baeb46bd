import { Alert, Button, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { putAway, recallUnheld } from '../../ui/journal/update-store.ts';
import { plainText, type SharedText } from '../../ui/journal/shared-text.ts';
import { useSharedText } from '../../ui/journal/use-shared-text.ts';
import { useMe } from '../identity/session.ts';
import classes from './together.module.css';

function useWords(text: SharedText | undefined): string {
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!text) return undefined;
    const read = () => setWords(plainText(text.doc));
    read();
    text.doc.on('update', read);
    return () => text.doc.off('update', read);
  }, [text]);
  return words;
}

function Found({
  sectionId,
  sealed,
  keys,
  socket,
}: {
  readonly sectionId: string;
  readonly sealed: string;
  readonly keys: readonly number[];
  readonly socket: HocuspocusProviderWebsocket;
}) {
  const { staff } = useMe();
  const queries = useQueryClient();
  const words = useWords(useSharedText(socket, sectionId, { id: staff.id, name: staff.displayName }));
  if (words === '' || words === sealed) return null;
  const forget = () => void putAway(keys).then(() => queries.invalidateQueries({ queryKey: ['left-over', sectionId] }));
  return (
    <Alert color="orange" title="You wrote here after it was signed">
      <Stack gap="xs">
        Your words are not in the seal; they are only on this device. What is still needed belongs in an addendum to the note. With your words it would read:
        <p className={classes.signed}>{words}</p>
        <Button size="compact-sm" variant="default" onClick={forget} style={{ alignSelf: 'start' }}>
          I have what I need
        </Button>
      </Stack>
    </Alert>
  );
}

/** What this person typed without a network into a section that was signed meanwhile: shown to them, never silently dropped. */
export function LeftOver({ sectionId, sealed, socket }: { readonly sectionId: string; readonly sealed: string; readonly socket: HocuspocusProviderWebsocket }) {
  const { staff } = useMe();
  const kept = useQuery({ queryKey: ['left-over', sectionId, staff.id], queryFn: () => recallUnheld(sectionId, staff.id) });
  const keys = kept.data?.map(({ key }) => key) ?? [];
  return keys.length > 0 ? <Found sectionId={sectionId} sealed={sealed} keys={keys} socket={socket} /> : null;
}
