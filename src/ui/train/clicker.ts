/** What a key asks of a training: that of a keyboard, or of a presenter's clicker, which sends keys as well. */
export type Way = 'next' | 'redo' | 'pause' | 'everyone';

const WAYS: Record<string, Way> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'redo',
  PageUp: 'redo',
  Escape: 'pause',
  // Clickers send these to blank the screen.
  b: 'pause',
  B: 'pause',
  '.': 'pause',
  e: 'everyone',
  E: 'everyone',
};

/** @returns null for keys that ask for nothing, or that belong to a field or a shortcut */
export function wayOf({
  key,
  target,
  repeat,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<
  KeyboardEvent,
  'key' | 'target' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'
>): Way | null {
  if (repeat || ctrlKey || metaKey || altKey) return null;
  if (target instanceof Element && target.closest('input, select, textarea')) return null;
  return WAYS[key] ?? null;
}
