import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { useEffect, useReducer, useState } from 'react';
import { openSharedText, type SharedText } from './shared-text.ts';

/** One connection for all shared texts of a page; undefined until it is made. */
export function useLiveSocket(path: string): HocuspocusProviderWebsocket | undefined {
  const [socket, setSocket] = useState<HocuspocusProviderWebsocket>();
  useEffect(() => {
    const address = `${window.location.origin.replace(/^http/, 'ws')}/api${path}`;
    const made = new HocuspocusProviderWebsocket({ url: address, delay: 500, minDelay: 250, maxDelay: 5_000 });
    // A lost network is known at once, not when the next answer fails to come.
    const stop = () => made.disconnect();
    const again = () => void made.connect();
    window.addEventListener('offline', stop);
    window.addEventListener('online', again);
    setSocket(made);
    return () => {
      window.removeEventListener('offline', stop);
      window.removeEventListener('online', again);
      made.destroy();
      setSocket(undefined);
    };
  }, [path]);
  return socket;
}

/** A shared text, and a new drawing whenever its state changes. Undefined until what is on the device has been read. */
export function useSharedText(socket: HocuspocusProviderWebsocket | undefined, place: string, me: { id: string; name: string }): SharedText | undefined {
  const [text, setText] = useState<SharedText>();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { id, name } = me;
  useEffect(() => {
    if (!socket) return undefined;
    let isLeft = false;
    let mine: SharedText | undefined;
    void openSharedText(socket, place, { id, name }).then((opened) => {
      if (isLeft) return opened.close();
      mine = opened;
      opened.subscribe(redraw);
      setText(opened);
    });
    return () => {
      isLeft = true;
      mine?.close();
      setText(undefined);
    };
  }, [socket, place, id, name]);
  return text;
}
