/** A key, or keys one after the other ("g p"), that do something on the present screen. */
export interface Shortcut {
  readonly keys: string;
  readonly says: string;
  readonly run: () => void;
}

/** What keys pressed so far amount to: a shortcut, the beginning of one, or nothing. */
export type Pressed = { readonly kind: 'found'; readonly shortcut: Shortcut } | { readonly kind: 'begun' } | { readonly kind: 'none' };

/** Finds what the keys mean. The last one registered wins: a screen may take over a key of the shell. */
export function meaningOf(pressed: readonly string[], shortcuts: readonly Shortcut[]): Pressed {
  const written = pressed.join(' ');
  const shortcut = shortcuts.findLast(({ keys }) => keys === written);
  if (shortcut) return { kind: 'found', shortcut };
  return shortcuts.some(({ keys }) => keys.startsWith(`${written} `)) ? { kind: 'begun' } : { kind: 'none' };
}

/** Whether the key belongs to a text field, a menu or the browser rather than to us. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const target = event.target as HTMLElement | null;
  return target?.closest('input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"]') !== null && target !== null;
}
