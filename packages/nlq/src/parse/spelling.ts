import { distance } from 'fastest-levenshtein';
import { isArabic } from '../arabic/letters.ts';
import { ABBREVIATIONS } from '../lexicon/abbreviations.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { isSlip } from '../lexicon/slips.ts';
import { stemOf } from '../lexicon/stem.ts';
import type { ValueIndex } from '../lexicon/value-index.ts';
import { COMMON_WORDS } from './common-words.ts';
import { KEYWORDS } from './keywords.ts';
import type { Token } from './token.ts';

/** Lets a misspelt word stand for the schema's word it is closest to; words that mean something already stay. */
export function correctSpelling(tokens: readonly Token[], { lexicon, values }: { lexicon: Lexicon; values: ValueIndex }): Token[] {
  return tokens.map((token) => {
    if (token.kind !== 'word' || token.norm.length < 2) return token;
    const english = /^[a-z]+$/.test(token.norm);
    if (!english && !isArabic(token.norm)) return token;
    if (
      IN_KEYWORDS.has(token.norm) ||
      COMMON_WORDS.has(token.norm) ||
      lexicon.knows(token.stem) ||
      values.find([token.norm], { partial: true }).length > 0
    )
      return token;
    if (!english) return withStem(token, lexicon.slipped(token.norm));
    const full = ABBREVIATIONS[token.norm];
    if (full !== undefined && lexicon.knows(stemOf(full))) return { ...token, norm: full, stem: stemOf(full) };
    const cut = token.norm.length >= 3 && token.norm.length <= 5 ? lexicon.completion(token.stem) : null;
    if (cut !== null) return { ...token, stem: cut, norm: cut, misspelt: true };
    if (token.norm.length < SHORTEST_MISSPELT) return token;
    const keyword = nearKeyword(token.norm);
    if (keyword !== null) return { ...token, norm: keyword, misspelt: true };
    if (lexicon.isWord(token.norm)) return token;
    return withStem(token, lexicon.nearest(token.stem) ?? lexicon.slipped(token.norm));
  });
}

/** Several stay several: "ordres by" is no "order by". */
function withStem(token: Token, stem: string | null): Token {
  if (stem === null) return token;
  const several = token.norm.endsWith('s') && !stem.endsWith('s');
  return { ...token, stem, norm: several ? `${stem}s` : stem, misspelt: true };
}

/** A word of four letters with one of them wrong is more often another word: "shoe" is no "shop". */
const SHORTEST_MISSPELT = 5;

/** "compared" means something in "compared with": it is no misspelling of "companies". */
const IN_KEYWORDS: ReadonlySet<string> = new Set([...KEYWORDS.keys()].flatMap((phrase) => phrase.split(' ')));

const SPELLED = [
  'average',
  'maximum',
  'minimum',
  'number',
  'common',
  'different',
  'distinct',
  'highest',
  'lowest',
  'largest',
  'smallest',
  'youngest',
  'oldest',
  'ascending',
  'descending',
  'alphabetical',
  'frequent',
  'between',
  'greater',
  'scatterplot',
  'histogram',
  'corresponding',
  'percentage',
  'versus',
];

function nearKeyword(word: string): string | null {
  if (word.length < 6) return SPELLED.find((known) => isSlip(word, known)) ?? null;
  return (
    SPELLED.find(
      (known) => known[0] === word[0] && Math.abs(known.length - word.length) <= 2 && distance(known, word) <= (known.length >= 9 ? 2 : 1),
    ) ?? null
  );
}
