import type { Language } from '@majed-vanna/contract';
import { withoutCode } from './statement-in-reply.ts';
import { beforeLink, isWrittenIn, withoutOverrides } from './tidy-sentence.ts';

/** What of a reply is shown while it is written; the rest waits for the checked sentence. */
const MAX_SHOWN = 2_000;
const MAX_SEARCHED = 8_000;
/** A fence, a tag or a link may just have begun. Bounded: it is looked for in every piece. */
const MARK_BEGUN = /(?:`{1,2}|<[^<>\s]{0,10}|!?\[[^[\]\n]{0,300}(?:\](?:\([^)]{0,300})?)?)$/;
/** A word or a figure that may go on. */
const WORD_BEGUN = /(?<!\S)\S+$/;
/** It may be a statement or a call, or a sentence that begins like one. */
const MAY_BE_CODE = /^(?:select\b|with\b|\(|\{|\[|--|\/\*)/i;

interface Listener {
  readonly language: Language;
  /** Whether all figures of a text are known to be right, at present. */
  readonly figuresAreKnown: (text: string) => boolean;
}

/**
 * Turns the pieces of a reply into what can be shown at once: without code, links and the model's thinking, and no further than
 * its figures and its language hold.
 */
export function createSpokenStream({ language, figuresAreKnown }: Listener) {
  let reply = '';
  let shown = '';
  let searched = 0;
  return { add, end, reset, reply: () => reply, spoke: () => shown !== '' };

  /** What can be shown further; empty for nothing yet. */
  function add(piece: string): string {
    reply += withoutOverrides(piece);
    const words = /\s$/.test(reply) ? (text: string) => text : (text: string) => text.replace(WORD_BEGUN, '');
    return more((text) => words(text.replace(MARK_BEGUN, '')));
  }

  /** The rest of it, when nothing follows. */
  function end(): string {
    return more((text) => text);
  }

  function more(settled: (text: string) => string): string {
    if (shown.length >= MAX_SHOWN || searched >= MAX_SEARCHED) return '';
    searched = reply.length;
    const visible = beforeLink(settled(withoutCode(reply.slice(0, MAX_SEARCHED)))).slice(0, MAX_SHOWN);
    if (visible.length <= shown.length || !visible.startsWith(shown) || MAY_BE_CODE.test(visible)) return '';
    if (!isWrittenIn(language, visible) || !figuresAreKnown(visible)) return '';
    const further = visible.slice(shown.length);
    shown = visible;
    return further;
  }

  function reset(): void {
    reply = '';
    shown = '';
    searched = 0;
  }
}
