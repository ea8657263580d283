import { stemOf } from '../lexicon/stem.ts';
import type { Token } from './token.ts';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  once: 1,
  twice: 2,
};
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  b: 1e9,
  bn: 1e9,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  hundred: 100,
};

const PATTERN =
  /"([^"]+)"|``\s*(.+?)\s*''|“([^”]+)”|(?<![\p{L}\p{N}])'((?:[^']|'(?=\p{L}))+?)'(?![\p{L}])|`([^`]+)`|(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:(k|m|bn|b)(?![\p{L}\p{N}]))?(?![\p{L}\p{N}])|([<>]=?|!=|<>|=|(?<=\d\s?)[%٪])|(\p{L}[\p{L}\p{M}\p{N}]*(?:[-_.&/](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|\p{N}[\p{L}\p{N}]*(?:[-_./:][\p{L}\p{N}]+)*)|('s|’s|n't)|([,.?!|():;&]|(?<=\s)\/(?=\s))/giu;

/** "highest-rated" says two things. */
const EXTREME = /^(highest|lowest|most|least|largest|smallest|longest|shortest|oldest|newest)-(?=\p{L}{3})/iu;

/** Words, numbers, quoted texts and marks of a question, in order. */
export function tokenise(question: string): Token[] {
  const tokens: Token[] = [];
  const text = question.replaceAll('’', "'").replaceAll('‘', "'");
  for (const match of text.matchAll(PATTERN)) {
    const start = match.index;
    const end = start + match[0].length;
    const quoted = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5];
    if (quoted !== undefined) tokens.push(token('quoted', quoted.trim(), quoted.trim().toLowerCase(), null, start, end));
    else if (match[6] !== undefined)
      tokens.push(
        token(
          'number',
          match[0],
          match[0].toLowerCase(),
          Number(match[6].replaceAll(',', '')) * (SCALES[match[7]?.toLowerCase() ?? ''] ?? 1),
          start,
          end,
        ),
      );
    else if (match[8] === '%' || match[8] === '٪') tokens.push(token('word', match[0], 'percent', null, start, end));
    else if (match[8] !== undefined) tokens.push(token('mark', match[0], match[0], null, start, end));
    else if (match[11] !== undefined) tokens.push(token(match[0] === '&' ? 'word' : 'mark', match[0], match[0], null, start, end));
    else if (match[10] !== undefined) tokens.push(token('word', match[0], match[0].toLowerCase(), null, start, end));
    else addWord(tokens, match[0], start, end);
  }
  return joinScales(tokens);
}

function addWord(tokens: Token[], raw: string, start: number, end: number): void {
  const joined = EXTREME.exec(raw)?.[1];
  if (joined !== undefined) {
    addWord(tokens, joined, start, start + joined.length);
    addWord(tokens, raw.slice(joined.length + 1), start + joined.length + 1, end);
    return;
  }
  const norm = raw.toLowerCase();
  const value = NUMBER_WORDS[norm] ?? null;
  if (value !== null && norm !== 'one') tokens.push(token('number', raw, norm, value, start, end));
  else tokens.push(token('word', raw, norm, norm === 'one' ? 1 : null, start, end));
}

function token(kind: Token['kind'], text: string, norm: string, value: number | null, start: number, end: number): Token {
  return { kind, text, norm, stem: stemOf(norm), value, capital: /^\p{Lu}/u.test(text), start, end };
}

/** "5 million", "two hundred". */
function joinScales(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const current of tokens) {
    const before = joined.at(-1);
    const scale = SCALES[current.norm];
    if (before?.kind === 'number' && before.value !== null && scale !== undefined && current.norm.length > 2)
      joined[joined.length - 1] = { ...before, value: before.value * scale, text: `${before.text} ${current.text}`, end: current.end };
    else joined.push(current);
  }
  return joined;
}
