import { useEffect, useSyncExternalStore } from 'react';
import { isTaken, meaningOf, type Shortcut } from './shortcuts.ts';

let active: readonly Shortcut[] = [];
const listeners = new Set<() => void>();

function become(next: readonly Shortcut[]): void {
  active = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The shortcuts of the present screen and of the shell, for the help. */
export function useActiveShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => active);
}

/** Gives keys a meaning while the component is on the screen. Pass a stable list (useMemo, or made outside). */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    become([...active, ...shortcuts]);
    return () => become(active.filter((shortcut) => !shortcuts.includes(shortcut)));
  }, [shortcuts]);
}

const forgetAfterMs = 900;

/** Listens to the keyboard; once, in the shell. */
export function useKeyboard(): void {
  useEffect(() => {
    let pressed: string[] = [];
    let last = 0;
    const hear = (event: KeyboardEvent) => {
      if (isTaken(event) || event.key.length > 1) return;
      pressed = event.timeStamp - last > forgetAfterMs ? [event.key] : [...pressed, event.key];
      last = event.timeStamp;
      const meaning = meaningOf(pressed, active);
      if (meaning.kind !== 'begun') pressed = [];
      if (meaning.kind !== 'found') return;
      event.preventDefault();
      meaning.shortcut.run();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
