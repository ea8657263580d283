import type { Language } from '@majed-vanna/contract';

const MAX_LENGTH = 1_200;

/** What leads out of the answer, or would show something from elsewhere. */
const LINK =
  /!?\[[^[\]]{0,500}\]\([^)]{0,2000}\)|^[ \t]{0,9}\[[^\]]{1,500}\]:|<(?:a|img|iframe|object|embed)\b|\b(?:https?|ftp|data|javascript|mailto):\S|\bwww\./im;
const SENTENCE = /[^\n]+?(?:[.!?؟]+(?=\s|$)|$)|\n+/gm;

/**
 * A model's sentence as it may be shown: no markup but emphasis and lists, no sentence with a link or a picture, not too long.
 * Null when nothing is left of it, or it is in another script than the question.
 */
export function tidySentence(reply: string, language: Language): string | null {
  const plain = (withoutOverrides(reply.slice(0, MAX_LENGTH * 4)).match(SENTENCE) ?? [])
    .filter((sentence) => !LINK.test(sentence))
    .join('')
    .replace(/<\/?[a-z!][^>]*>?/gi, '')
    .replace(/^#+\s*/gm, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029]/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const bounded = plain.length <= MAX_LENGTH ? plain : endedWell(plain.slice(0, MAX_LENGTH));
  return bounded !== '' && isWrittenIn(language, bounded) ? bounded : null;
}

/** Without the marks that turn the direction of others, with which 12345 would read as 54321. */
export function withoutOverrides(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** The text up to where a link begins. */
export function beforeLink(text: string): string {
  return text.slice(0, LINK.exec(text)?.index ?? text.length);
}

/** Cut behind the last whole sentence. */
function endedWell(text: string): string {
  const end = Math.max(...['.', '!', '؟', '?', '\n'].map((mark) => text.lastIndexOf(mark)));
  return end > 0 ? text.slice(0, end + 1).trimEnd() : `${text.trimEnd()}…`;
}

/** Names of the data may be in the other script; most of the letters may not. */
export function isWrittenIn(language: Language, text: string): boolean {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return language === 'ar' ? arabic * 2 >= latin : latin >= arabic * 2;
}
