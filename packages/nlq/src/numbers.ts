import type { Token } from './parse/token.ts';

/** Runs of number words become one number: "twenty five", "three hundred", "1.5 million". */
export function joinNumberWords(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const run = readNumber(tokens, at);
    const first = tokens[at];
    const last = tokens[at + (run?.length ?? 1) - 1];
    if (first === undefined || last === undefined) break;
    if (run === null || run.length === 1) joined.push(first);
    else
      joined.push({
        ...first,
        kind: 'number',
        text: tokens
          .slice(at, at + run.length)
          .map(({ text }) => text)
          .join(' '),
        norm: String(run.value),
        stem: String(run.value),
        end: last.end,
        value: run.value,
      });
    at += run?.length ?? 1;
  }
  return joined;
}

/** The number that begins at a token, in digits, words or both; null when none does. */
export function readNumber(
  tokens: readonly Pick<Token, 'kind' | 'norm' | 'value'>[],
  at: number,
): { value: number; length: number } | null {
  let total = 0;
  let group: number | null = null;
  let length = 0;
  for (let index = at; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.kind === 'quoted') break;
    const scale = SCALES.get(token.norm);
    const small = SMALL.get(token.norm);
    if (small !== undefined && fits(group, small, tokens[index - 1])) group = (group ?? 0) + small;
    else if (scale === 100 && group !== null) group *= 100;
    else if (scale !== undefined && (group !== null || index === at)) [total, group] = [total + (group ?? 1) * scale, null];
    else if (small === undefined && token.kind === 'number' && token.value !== null && group === null && total === 0) group = token.value;
    else if (token.norm === 'and' && group !== null && group >= 100 && SMALL.has(tokens[index + 1]?.norm ?? '')) continue;
    else break;
    length = index - at + 1;
  }
  return length === 0 ? null : { value: total + (group ?? 0), length };
}

/** "twenty" takes "five", "hundred" takes anything below it; "five six" are two numbers. */
function fits(group: number | null, small: number, before: Pick<Token, 'norm'> | undefined): boolean {
  if (group === null) return true;
  if (before !== undefined && /\d/.test(before.norm)) return false;
  return (group % 100 === 0 && small < 100) || (group % 10 === 0 && group % 100 >= 20 && small < 10);
}

const SMALL = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10] as const),
]);
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
]);
