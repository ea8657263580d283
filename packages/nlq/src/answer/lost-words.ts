import type { Language } from '@majed-vanna/contract';
import type { Draft } from '../read-question.ts';

const ADVERB = /ly$/i;
/** Shorter ones are abbreviations and verbs such as "add" more often than what things are like, but for a few. */
const SHORTEST = 4;
const SHORT = new Set(['old', 'big', 'bad', 'hot', 'low', 'dry', 'wet', 'raw', 'red']);
const ARABIC_ADJECTIVE = /^ال/;

/**
 * Words that say which of the things are meant and that nobody understood, "expensive products": without them it is another
 * question. They stand beside their thing: before it in English, behind it in Arabic.
 */
export function lostWords({ frame, segments }: Pick<Draft, 'frame' | 'segments'>, language: Language): string[] {
  return segments.flatMap((segment, at) => {
    if (segment.kind !== 'word' || !frame.unread.includes(segment.text)) return [];
    const tells =
      language === 'ar'
        ? ARABIC_ADJECTIVE.test(segment.text) && segments[at - 1]?.kind === 'element'
        : (segment.text.length >= SHORTEST || SHORT.has(segment.norm)) &&
          !ADVERB.test(segment.text) &&
          segments[at + 1]?.kind === 'element';
    return tells ? [segment.text] : [];
  });
}
