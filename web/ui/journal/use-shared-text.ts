import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { useEffect, useReducer, useState } from 'react';
import { openSharedText, type SharedText } from './shared-text.ts';

const sockets = new Map<string, HocuspocusProviderWebsocket>();

function socketFor(path: string): HocuspocusProviderWebsocket {
  const known = sockets.get(path);
  if (known) return known;
  const url = `${window.location.origin.replace(/^http/, 'ws')}/api${path}`;
  const made = new HocuspocusProviderWebsocket({ url, autoConnect: false, delay: 500, minDelay: 250, maxDelay: 5_000 });
  sockets.set(path, made);
  return made;
}

/** The one connection for all shared texts behind that path, open while the page is. */
export function useLiveSocket(path: string): HocuspocusProviderWebsocket {
  const socket = socketFor(path);
  useEffect(() => {
    // A lost network is known at once, not when the next answer fails to come.
    const stop = () => socket.disconnect();
    const again = () => void socket.connect();
    if (navigator.onLine) again();
    window.addEventListener('offline', stop);
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('offline', stop);
      window.removeEventListener('online', again);
      stop();
    };
  }, [socket]);
  return socket;
}

/** A shared text, and a new drawing whenever its state changes. Undefined until what is on the device has been read. */
export function useSharedText(socket: HocuspocusProviderWebsocket, place: string, me: { id: string; name: string }): SharedText | undefined {
  const [text, setText] = useState<SharedText>();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { id, name } = me;
  useEffect(() => {
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
