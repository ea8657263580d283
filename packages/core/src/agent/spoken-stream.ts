import { withoutCode } from './statement-in-reply.ts';

/** What of a reply is shown while it is written; the rest waits for the checked sentence. */
const MAX_SHOWN = 2_000;
/** A fence or a tag may just have begun. */
const UNDECIDED = /(`{1,2}|<[^<>\s]{0,10})$/;

/** Turns the pieces of a reply into what can be shown at once: without code and without the model's thinking. */
export function createSpokenStream() {
  let reply = '';
  let shown = '';
  return { add, reset, reply: () => reply, spoke: () => shown !== '' };

  /** What can be shown further; empty for nothing yet. */
  function add(piece: string): string {
    reply += piece;
    if (shown.length >= MAX_SHOWN) return '';
    const visible = withoutCode(reply.slice(0, MAX_SHOWN * 4)).replace(UNDECIDED, '');
    if (!visible.startsWith(shown)) return '';
    const more = visible.slice(shown.length, MAX_SHOWN);
    shown += more;
    return more;
  }

  function reset(): void {
    reply = '';
    shown = '';
  }
}
