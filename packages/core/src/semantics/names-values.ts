import type { SchemaSnapshot } from '@majed-vanna/contract';
import type { SemanticModel } from '@majed-vanna/nlq';
import { lexStatement, type Token } from '@majed-vanna/sql';
import { isValue } from './named-numbers.ts';
import { isKeyword, knownWords, speaksOfSchema } from './spoken-names.ts';

interface Source {
  readonly snapshot: Pick<SchemaSnapshot, 'dialect' | 'tables'>;
  readonly model?: Pick<SemanticModel, 'tables' | 'metrics' | 'conditions' | 'dimensions'>;
}

/** Keywords that end a value: a name behind them is its alias. */
const ENDS_VALUE = /^(end|null|true|false)$/;

/**
 * Whether a statement may hold a value of the data: a text however it is quoted, a number that something must be or a long one,
 * a name that somebody made up, or a comment. Then the question that it answers may hold it too. SQLite and MySQL read an
 * unknown name in double quotes as text, and people write texts so: only what the schema or the statement itself names is a name.
 */
export function namesValues(sql: string, source: Source): boolean {
  const { names, folded, words } = knownOf(source);
  const lexed = lexStatement(sql, source.snapshot.dialect, names);
  if (!lexed || /--|\/\*/.test(sql)) return true;
  const { tokens } = lexed;
  const given = new Set(tokens.filter((_, at) => isGiven(tokens, at)).map(({ value }) => value.toLowerCase()));
  return tokens.some(({ kind, value }, at) => {
    if (kind === 'string') return value !== '';
    if (kind === 'number') return isValue(tokens, at);
    if (kind === 'operator' || folded.has(value.toLowerCase())) return false;
    if (isGiven(tokens, at)) return !speaksOfSchema(value, words);
    return kind === 'quoted' && !given.has(value.toLowerCase());
  });
}

/** An alias, with AS or without, or the name of a common table expression or of a column of one. */
function isGiven(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'quoted' && (token?.kind !== 'word' || isKeyword(token.text))) return false;
  const [before, after, behind] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  const is = (one: Token | undefined, text: string) => one?.text.toLowerCase() === text;
  if (is(before, 'as') || (is(after, 'as') && is(behind, '('))) return true;
  if (is(after, '(') && listEnds(tokens, at + 1)) return true;
  const open = tokens.findLastIndex(({ depth, text }, place) => place < at && text === '(' && depth === token.depth - 1);
  if (open > 0 && listEnds(tokens, open)) return true;
  return before !== undefined && endsValue(before);
}

/** Whether a list of columns begins there: what follows it is `AS (`, or a name of its table went before. */
function listEnds(tokens: readonly Token[], open: number): boolean {
  const depth = tokens[open]?.depth;
  const close = tokens.findIndex((token, place) => place > open && token.text === ')' && token.depth === depth);
  const as = tokens[close + 1]?.text.toLowerCase() === 'as';
  if (as && /^(\(|materialized|not)$/i.test(tokens[close + 2]?.text ?? '')) return true;
  const before = tokens[open - 2];
  return before !== undefined && (/^as$/i.test(before.text) || before.text === ')') && isName(tokens[open - 1]);
}

const isName = (token: Token | undefined) => token?.kind === 'quoted' || (token?.kind === 'word' && !isKeyword(token.text));

function endsValue(token: Token): boolean {
  if (token.kind === 'operator') return token.text === ')' || token.text === ']';
  return token.kind !== 'word' || ENDS_VALUE.test(token.text.toLowerCase()) || !isKeyword(token.text);
}

interface Known {
  /** As the snapshot spells them. */
  readonly names: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
  /** What the names of the schema and of the semantic layer are made of. */
  readonly words: ReadonlySet<string>;
}

/** Once per layer: every example of a prompt is looked at with the same one. */
const knownSources = new WeakMap<object, Known>();

function knownOf({ snapshot: { tables }, model }: Source): Known {
  const key = model ?? tables;
  const found = knownSources.get(key);
  if (found) return found;
  const names = new Set(tables.flatMap(({ schema, name, columns }) => [schema, name, ...columns.map((column) => column.name)]));
  const known = { names, folded: new Set([...names].map((name) => name.toLowerCase())), words: knownWords(tables, model) };
  knownSources.set(key, known);
  return known;
}
