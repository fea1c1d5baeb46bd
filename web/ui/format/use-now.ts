import { useSyncExternalStore } from 'react';

const stepMs = 30_000;
const read = () => Math.floor(Date.now() / stepMs) * stepMs;

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, stepMs);
  return () => clearInterval(timer);
}

/** The time in milliseconds since 1970, to half a minute; what depends on it is drawn anew as time passes. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read);
}
