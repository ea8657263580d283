import { refuse } from './refuse.ts';

export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'operator';

export interface Token {
  readonly kind: TokenKind;
  /** As written. */
  readonly text: string;
  /** Without its quotes, doubled quotes made single. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** How many brackets are open around it. */
  readonly depth: number;
}

export interface LexicalRules {
  /** Opening quote of an identifier to its closing one. */
  readonly identifierQuotes: Readonly<Record<string, string>>;
  /** Characters that may stand outside of strings, besides letters, digits, underscore and white space. */
  readonly operatorCharacters: string;
  /** Words that may touch a string, as in `DATE'2025-01-31'`; any other word there is a literal prefix. */
  readonly stringPrefixes: ReadonlySet<string>;
}

/** A statement without comments and closing semicolon; `tokens` point into `text`. */
export interface LexedStatement {
  readonly text: string;
  readonly tokens: readonly Token[];
}

const MAX_DEPTH = 25;
/** Long chains of operators take the parser seconds. */
const MAX_TOKENS = 5_000;
const OPEN = '([{';
const CLOSE = ')]}';
/** Control, format and separator characters: invisible, or read as a line end by some lexers only. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
const QUOTED_NAME = /^(?:[\p{L}\p{M}\p{N}\p{P}\p{S}]| )+$/u;
/** A word that mixes Latin with look-alike alphabets imitates another one. */
const IMITATION = /(?=.*\p{Script=Latin})(?=.*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}\p{Script=Armenian}])/u;
const WORD_BREAK = /[^\p{L}\p{M}\p{N}_]+/u;

/**
 * Cuts a statement into tokens and strips its comments. Refuses whatever two lexers could read in two ways. Quoted names
 * that are known to exist may hold any character: headers of files do.
 */
export function lex(sql: string, rules: LexicalRules, knownNames: ReadonlySet<string> = new Set()): LexedStatement {
  const tokens: Token[] = [];
  const open: string[] = [];
  let text = '';
  let at = 0;
  let ended = false;

  while (at < sql.length) {
    const rest = sql.slice(at, at + 3);
    const char = rest.charAt(0);
    if (/[ \t\n\r]/.test(char)) take(1);
    else if (rest.startsWith('--')) skipTo(lineEnd(sql, at));
    else if (rest.startsWith('/*')) skipTo(blockEnd(sql, at));
    else if (ended) refuse('several_statements', 'Exactly one statement is accepted.', sql.slice(at, at + 40).trim(), 'Send one SELECT.');
    else if (char === ';') endStatement();
    else if (char === "'") push('string', quotedEnd(sql, at, "'"));
    else if (rules.identifierQuotes[char]) pushQuoted(rules.identifierQuotes[char]);
    else if (/[A-Za-z_]/.test(char)) push('word', wordEnd(sql, at));
    else if (/[0-9]/.test(char) || (char === '.' && /[0-9]/.test(rest.charAt(1)))) push('number', numberEnd(sql, at));
    else if (rules.operatorCharacters.includes(char)) pushOperator(char);
    else refuse('forbidden_token', `The character ${printable(char)} is not accepted here.`, printable(char), nonAsciiHint(char));
  }
  if (open.length > 0) refuse('unparsable', 'A bracket is not closed.', open.at(-1));
  if (tokens.length > MAX_TOKENS) refuse('too_long', `A statement may have ${MAX_TOKENS} words and signs at most.`);
  if (tokens.length === 0) refuse('empty_statement', 'There is no statement.', null, 'Send one SELECT.');
  return { text, tokens };

  function take(length: number) {
    text += sql.slice(at, at + length);
    at += length;
  }

  function skipTo(end: number) {
    text += ' ';
    at = end;
  }

  function endStatement() {
    if (tokens.length === 0) refuse('empty_statement', 'There is no statement before the semicolon.', ';');
    ended = true;
    at += 1;
  }

  function push(kind: TokenKind, end: number) {
    const raw = sql.slice(at, end);
    const previous = tokens.at(-1);
    if (kind === 'string') {
      if (/\0/.test(raw)) refuse('forbidden_token', 'A string holds a NUL character.');
      if (
        previous?.end === text.length &&
        (previous.kind === 'word' ? !rules.stringPrefixes.has(previous.text.toLowerCase()) : previous.kind !== 'operator')
      ) {
        refuse('forbidden_token', 'Prefixed string literals are not accepted.', `${previous.text}'…'`, "Write a plain '…' literal.");
      }
    }
    const value = kind === 'string' ? raw.slice(1, -1).replaceAll("''", "'") : raw;
    tokens.push({ kind, text: raw, value, start: text.length, end: text.length + raw.length, depth: open.length });
    take(raw.length);
  }

  function pushQuoted(close: string) {
    const end = quotedEnd(sql, at, close);
    const raw = sql.slice(at, end);
    const value = raw.slice(1, -1).replaceAll(close + close, close);
    if (tokens.at(-1)?.kind === 'word' && tokens.at(-1)?.end === text.length)
      refuse('forbidden_token', 'Prefixed identifiers are not accepted.', tokens.at(-1)?.text);
    if (!knownNames.has(value)) refuseOddName(value, raw);
    tokens.push({ kind: 'quoted', text: raw, value, start: text.length, end: text.length + raw.length, depth: open.length });
    take(raw.length);
  }

  function pushOperator(char: string) {
    if (CLOSE.includes(char) && OPEN[CLOSE.indexOf(char)] !== open.pop()) refuse('unparsable', 'Brackets do not match.', char);
    push('operator', at + 1);
    if (OPEN.includes(char)) open.push(char);
    if (open.length > MAX_DEPTH) refuse('too_deep', `Brackets are nested deeper than ${MAX_DEPTH} levels.`);
  }
}

function refuseOddName(value: string, raw: string) {
  if (INVISIBLE.test(value) || !QUOTED_NAME.test(value)) refuse('forbidden_token', 'A quoted name holds an invisible character.', raw);
  if (value.split(WORD_BREAK).some((word) => IMITATION.test(word)))
    refuse('forbidden_token', 'A quoted name mixes alphabets that look alike.', raw);
}

function lineEnd(sql: string, at: number): number {
  const newline = sql.indexOf('\n', at);
  const end = newline === -1 ? sql.length : newline;
  refuseOddComment(sql.slice(at + 2, end).replace(/\r$/, ''));
  return end;
}

function blockEnd(sql: string, at: number): number {
  const close = sql.indexOf('*/', at + 2);
  if (close === -1) refuse('forbidden_comment', 'A comment is not closed.', sql.slice(at, at + 20));
  const body = sql.slice(at + 2, close);
  if (/^\s*[+!]/.test(body)) refuse('forbidden_comment', 'Hints and executable comments are not accepted.', sql.slice(at, at + 20));
  if (body.includes('/*')) refuse('forbidden_comment', 'Comments inside comments are not accepted.', sql.slice(at, at + 20));
  refuseOddComment(body.replace(/\r?\n/g, ''));
  return close + 2;
}

/** A lone carriage return or a Unicode line separator ends a line comment for some lexers and not for others. */
function refuseOddComment(body: string) {
  if (/^\+/.test(body)) refuse('forbidden_comment', 'Hints are not accepted.', '--+');
  if (INVISIBLE.test(body.replaceAll('\t', ''))) refuse('forbidden_comment', 'A comment holds an invisible character.');
}

function quotedEnd(sql: string, at: number, quote: string): number {
  let end = at + 1;
  for (;;) {
    end = sql.indexOf(quote, end);
    if (end === -1) refuse('unparsable', 'A quote is not closed.', sql.slice(at, at + 20));
    if (sql[end + 1] !== quote || quote === ']') return end + 1;
    end += 2;
  }
}

function wordEnd(sql: string, at: number): number {
  let end = at;
  while (/[A-Za-z0-9_]/.test(sql.charAt(end))) end++;
  return end;
}

function numberEnd(sql: string, at: number): number {
  const match = /^(?:[0-9][0-9_]*)?(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?/.exec(sql.slice(at, at + 100))?.[0] ?? '';
  const end = at + match.length;
  if (match === '' || /[A-Za-z_]/.test(sql.charAt(end))) refuse('forbidden_token', 'A number runs into a word.', sql.slice(at, end + 5));
  return end;
}

function printable(char: string): string {
  return /[!-~]/.test(char) ? char : `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function nonAsciiHint(char: string): string | null {
  if (char.charCodeAt(0) > 127) return 'Put names with other letters into double quotes and text into single quotes.';
  return char === '?' || char === '$' || char === '@' ? 'Write the value instead of a parameter.' : null;
}
