import type { LexedStatement, Token } from '@majed-vanna/sql';

/** Names compare as the embedded databases compare them. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function isName(token: Token | undefined): token is Token {
  return token?.kind === 'word' || token?.kind === 'quoted';
}

export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toLowerCase());
}

export function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === 'operator' && token.text === sign;
}

/** As the statement would have to write it. */
export function written(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A piece of the statement: places of its first token and of the one behind its last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function textOf({ text, tokens }: LexedStatement, { from, to }: Span): string {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first && last && to > from ? text.slice(first.start, last.end) : '';
}

/** Pieces between commas that stand in no further bracket. */
export function splitAtCommas(tokens: readonly Token[], { from, to }: Span): Span[] {
  const depth = tokens[from]?.depth ?? 0;
  const pieces: Span[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!isSign(token, ',') || token?.depth !== depth) continue;
    pieces.push({ from: start, to: i });
    start = i + 1;
  }
  if (start < to) pieces.push({ from: start, to });
  return pieces;
}

export interface Call {
  readonly name: string;
  /** The name, and everything to the closing bracket. */
  readonly span: Span;
  readonly args: readonly Span[];
}

/** Every `name(…)`, inner ones first. */
export function callsIn({ tokens }: LexedStatement): Call[] {
  const calls: Call[] = [];
  for (const [i, token] of tokens.entries()) {
    const open = tokens[i + 1];
    if (token.kind !== 'word' || !isSign(open, '(') || !open) continue;
    const close = closingOf(tokens, i + 1);
    if (close === -1) continue;
    calls.push({
      name: token.text.toLowerCase(),
      span: { from: i, to: close + 1 },
      args: splitAtCommas(tokens, { from: i + 2, to: close }),
    });
  }
  return calls.reverse();
}

/** The opening bracket's partner. */
function closingOf(tokens: readonly Token[], open: number): number {
  const depth = tokens[open]?.depth ?? 0;
  return tokens.findIndex((token, i) => i > open && isSign(token, ')') && token.depth === depth);
}

/** A single query: no set operation, no sub-query, no common table. */
export function isOneSelect(tokens: readonly Token[]): boolean {
  return tokens.filter((token) => isWord(token, 'select')).length === 1 && !tokens.some((token) => isWord(token, 'with'));
}
