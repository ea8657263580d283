import { distance } from 'fastest-levenshtein';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ValueIndex } from '../lexicon/value-index.ts';
import { COMMON_WORDS } from './common-words.ts';
import { KEYWORDS } from './keywords.ts';
import type { Token } from './token.ts';

/** Lets a misspelt word stand for the schema's word it is closest to; words that mean something already stay. */
export function correctSpelling(tokens: readonly Token[], { lexicon, values }: { lexicon: Lexicon; values: ValueIndex }): Token[] {
  return tokens.map((token) => {
    if (token.kind !== 'word' || token.norm.length < 4 || !/^[a-z]+$/.test(token.norm)) return token;
    if (KEYWORDS.has(token.norm) || COMMON_WORDS.has(token.norm) || lexicon.knows(token.stem) || values.find([token.norm], { partial: true }).length > 0) return token;
    const keyword = nearKeyword(token.norm);
    if (keyword !== null) return { ...token, norm: keyword, misspelt: true };
    const stem = lexicon.nearest(token.stem);
    return stem === null ? token : { ...token, stem, norm: stem, misspelt: true };
  });
}

const SPELLED = ['average', 'maximum', 'minimum', 'number', 'common', 'different', 'distinct', 'highest', 'lowest', 'largest', 'smallest', 'youngest', 'oldest', 'ascending', 'descending', 'alphabetical', 'frequent', 'between', 'greater', 'scatterplot', 'histogram', 'corresponding', 'percentage', 'versus'];

function nearKeyword(word: string): string | null {
  if (word.length < 6) return null;
  return SPELLED.find((known) => known[0] === word[0] && Math.abs(known.length - word.length) <= 2 && distance(known, word) <= (known.length >= 9 ? 2 : 1)) ?? null;
}
