/** Ctrl + K or Cmd + K. On a keyboard of another script the key has another letter, and the same place. */
export function isShortcut({
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  key,
  code,
  isComposing,
}: KeyboardEvent): boolean {
  if (ctrlKey === metaKey || altKey || shiftKey || isComposing) return false;
  return key.toLowerCase() === 'k' || (code === 'KeyK' && !/^[a-z]$/i.test(key));
}
