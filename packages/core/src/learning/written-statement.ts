import type { Dialect } from '@majed-vanna/contract';
import type { LiteralEdit, LiteralPlace, StatementLiteral, VerifiedStatement } from '@majed-vanna/nlq';
import { applyEdits, lexStatement, type Token } from '@majed-vanna/sql';
import type { VerifiedPair } from '../semantics/knowledge.ts';

const COMPARED = new Set(['<', '>', '<=', '>=', '=', '<>', '!=']);
const EQUAL = new Set(['=', '<>', '!=']);
/** Words that stand before a literal without being a column. */
const NO_COLUMN = new Set(['date', 'timestamp', 'interval']);

/** A confirmed pair with the literals of its statement; null when its statement cannot be cut into tokens. */
export function writtenStatement({ id, question, sql, asOf }: VerifiedPair, dialect: Dialect): VerifiedStatement | null {
  const lexed = lexStatement(sql, dialect);
  if (!lexed) return null;
  const { tokens } = lexed;
  const literals = tokens.flatMap((token, index): StatementLiteral[] =>
    token.kind === 'string' || token.kind === 'number'
      ? [{ index, kind: token.kind === 'string' ? 'text' : 'number', value: token.value, place: placeOf(tokens, index) }]
      : [],
  );
  const words = tokens.flatMap(({ kind, value }) =>
    kind === 'word' || kind === 'quoted' || kind === 'string' ? [value.toLowerCase()] : [],
  );
  return { id, question, asOf: asOf ?? null, dialect, literals, words: new Set(words) };
}

/**
 * The statement with other literals; null unless it is the same statement in everything else. `DATE '…'` keeps its word.
 */
export function withLiterals(sql: string, edits: readonly LiteralEdit[], dialect: Dialect): string | null {
  if (edits.length === 0) return sql;
  const lexed = lexStatement(sql, dialect);
  if (!lexed) return null;
  const placed = edits.map(({ index, sql: text }) => ({ token: lexed.tokens[index], text, index }));
  const changes = placed.flatMap(({ token, text }) => (token ? [{ start: token.start, end: token.end, text }] : []));
  const filled = applyEdits(
    lexed.text,
    changes.toSorted((a, b) => a.start - b.start),
  );
  const after = lexStatement(filled, dialect);
  const edited = new Map(placed.map(({ index, text }) => [index, text]));
  const same = lexed.tokens.every(({ kind, text }, index) => {
    const now = after?.tokens[index];
    return now?.kind === kind && now.text === (edited.get(index) ?? text);
  });
  return same && after?.tokens.length === lexed.tokens.length ? filled : null;
}

function placeOf(tokens: readonly Token[], at: number): LiteralPlace {
  const before = tokens[at - 1]?.kind === 'word' && NO_COLUMN.has(tokens[at - 1]?.value.toLowerCase() ?? '') ? at - 2 : at - 1;
  const sign = tokens[before];
  if (sign?.kind === 'word' && ['limit', 'first', 'top'].includes(sign.value.toLowerCase())) return { kind: 'limit' };
  if (sign?.kind !== 'operator' || !COMPARED.has(sign.text) || !ends(tokens[at + 1])) return { kind: 'other' };
  const column = tokens[before - 1];
  if (EQUAL.has(sign.text) && (column?.kind === 'word' || column?.kind === 'quoted'))
    return { kind: 'equals', column: column.value.toLowerCase() };
  return { kind: 'compare' };
}

/** A literal that goes on, as in `= 3 * price`, is part of a calculation. */
function ends(next: Token | undefined): boolean {
  return next === undefined || next.kind !== 'operator' || next.text === ')' || next.text === ',' || next.text === ';';
}
