import { useEffect } from 'react';

/** Keys that work on every page: Ctrl or Cmd with K, and the question mark outside of fields. */
export function useShellKeys({ onPalette, onShortcuts }: { onPalette(): void; onShortcuts(): void }): void {
  // The keyboard of the whole page.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyK') {
        event.preventDefault();
        onPalette();
      } else if ((event.key === '?' || event.key === '؟') && !isTyping(event.target)) {
        event.preventDefault();
        onShortcuts();
      }
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [onPalette, onShortcuts]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
