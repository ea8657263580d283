import type { Dialect } from '@majed-vanna/contract';
import { applyEdits, type LexedStatement, lexStatement } from '@majed-vanna/sql';
import { DUCKDB_FUNCTIONS, DUCKDB_WORDS } from './functions-duckdb.ts';
import { SQLITE_FUNCTIONS, SQLITE_WORDS } from './functions-sqlite.ts';
import type { Rewrite } from './rewrite-statement.ts';
import { callsIn, isSign, textOf } from './tokens.ts';
import type { Translate } from './translate.ts';

interface Dictionary {
  readonly functions: Readonly<Record<string, Translate>>;
  /** Words without brackets. */
  readonly words: Readonly<Record<string, string>>;
}

/** Another database joins by its own file. */
const DICTIONARIES: Readonly<Partial<Record<Dialect, Dictionary>>> = {
  duckdb: { functions: DUCKDB_FUNCTIONS, words: DUCKDB_WORDS },
  sqlite: { functions: SQLITE_FUNCTIONS, words: SQLITE_WORDS },
};
const MAX_CALLS = 40;

/** Functions of other databases by those of this one that mean the same, inner ones first. */
export const intoDialect: Rewrite = ({ lexed, dialect }) => {
  const dictionary = DICTIONARIES[dialect];
  if (!dictionary) return null;
  let text = lexed.text;
  for (let i = 0; i < MAX_CALLS; i++) {
    const now = lexStatement(text, dialect);
    const next = now && (translateOne(now, dictionary) ?? translateWord(now, dictionary));
    if (!next) break;
    text = next;
  }
  return text === lexed.text ? null : text;
};

function translateOne(lexed: LexedStatement, { functions }: Dictionary): string | null {
  for (const { name, span, args } of callsIn(lexed)) {
    const translated = Object.hasOwn(functions, name) ? functions[name]?.(args.map((arg) => textOf(lexed, arg))) : null;
    const [first, last] = [lexed.tokens[span.from], lexed.tokens[span.to - 1]];
    if (translated && first && last) return applyEdits(lexed.text, [{ start: first.start, end: last.end, text: translated }]);
  }
  return null;
}

/** `SYSDATE`, `ILIKE`, `DATE '2025-01-31'`. */
function translateWord({ text, tokens }: LexedStatement, { words }: Dictionary): string | null {
  for (const [i, token] of tokens.entries()) {
    const key = token.kind === 'word' ? `${token.text.toLowerCase()}${tokens[i + 1]?.kind === 'string' ? " '…'" : ''}` : '';
    const replacement = Object.hasOwn(words, key) && !isSign(tokens[i + 1], '(') && !isSign(tokens[i - 1], '.') ? words[key] : undefined;
    if (replacement !== undefined) return applyEdits(text, [{ start: token.start, end: token.end, text: replacement }]);
  }
  return null;
}
