import type { Language } from '@majed-vanna/contract';
import type { Keyword } from '../parse/keyword.ts';
import type { Segment } from '../parse/segment.ts';
import type { Draft } from '../read-question.ts';

const ADVERB = /ly$/i;
/** Shorter ones are abbreviations and verbs such as "add" more often than what things are like, but for a few. */
const SHORTEST = 4;
const SHORT = new Set(['old', 'big', 'bad', 'hot', 'low', 'dry', 'wet', 'raw', 'red']);

/**
 * Words that nobody understood and without which it is another question: those that say which of the things are meant, "expensive
 * products" (before their thing in English, behind it in Arabic), and those that say what is asked of them, "the weight of products".
 */
export function lostWords({ frame, segments }: Pick<Draft, 'frame' | 'segments'>, language: Language): string[] {
  return segments.flatMap((segment, at) => {
    if (segment.kind !== 'word' || !frame.unread.includes(segment.text)) return [];
    const tells =
      language === 'ar'
        ? segments[at - 1]?.kind === 'element'
        : (segment.text.length >= SHORTEST || SHORT.has(segment.norm)) &&
          !ADVERB.test(segment.text) &&
          segments[at + 1]?.kind === 'element';
    return tells || headsQuestion(segments, at) || (language === 'en' && compounds(segments, at)) ? [segment.text] : [];
  });
}

/** "employees' hair colour", with nothing behind it. */
function compounds(segments: readonly Segment[], at: number): boolean {
  const before = segments[at - 1];
  const own = isOneOf(before, OF) && POSSESSIVE.test(before?.text ?? '') ? segments[at - 2] : before;
  if (own?.kind !== 'element' || own.mention.elements[0]?.ref.kind !== 'table') return false;
  return segments.slice(at + 1).every((segment) => isOneOf(segment, LIKE_NOUNS) || isOneOf(segment, MARKS));
}

/** "the hair colour of employees": what is asked for is of the thing, and is not the thing. */
function headsQuestion(segments: readonly Segment[], at: number): boolean {
  let next = at + 1;
  while (isOneOf(segments[next], LIKE_NOUNS)) next++;
  if (!isOneOf(segments[next], OF)) return false;
  next++;
  while (isOneOf(segments[next], ARTICLES)) next++;
  return segments[next]?.kind === 'element';
}

function isOneOf(segment: Segment | undefined, keys: ReadonlySet<Keyword['key']>): boolean {
  return segment?.kind === 'keyword' && keys.has(segment.keyword.key);
}

const POSSESSIVE = /^s?['’]s?$/;
const MARKS = new Set<Keyword['key']>(['mark']);
const OF = new Set<Keyword['key']>(['of']);
const ARTICLES = new Set<Keyword['key']>(['the', 'all', 'each', 'their']);
/** Words of the frame that are nouns too: "colour", "number", "lines". */
const LIKE_NOUNS = new Set<Keyword['key']>(['chart', 'the', 'rows', 'common', 'series']);
