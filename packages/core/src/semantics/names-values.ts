import type { SchemaSnapshot } from '@majed-vanna/contract';
import { lexStatement, type Token } from '@majed-vanna/sql';

type Schema = Pick<SchemaSnapshot, 'dialect' | 'tables'>;

const EQUALS = /^(=|==|<>|!=)$/;
/** In a list or as an argument: shorter numbers are rather a precision, as in `round(x, 2)`. */
const LISTED = /^[(,]$/;
const LONG = 3;

/**
 * Whether a statement may hold a value of the data: a text however it is quoted, a number that something must be, or a
 * comment. Then the question that it answers may hold it too. SQLite and MySQL read an unknown name in double quotes as text,
 * and people write texts so: only what the schema or the statement itself names is a name.
 */
export function namesValues(sql: string, schema: Schema): boolean {
  const names = namesOf(schema);
  const lexed = lexStatement(sql, schema.dialect, names);
  if (!lexed || /--|\/\*/.test(sql)) return true;
  const known = foldedNamesOf(schema);
  const given = new Set(lexed.tokens.filter((_, at) => isGiven(lexed.tokens, at)).map(({ value }) => value.toLowerCase()));
  return lexed.tokens.some(({ kind, value, text }, at) => {
    if (kind === 'string') return value !== '';
    if (kind === 'quoted') return !known.has(value.toLowerCase()) && !given.has(value.toLowerCase());
    const before = lexed.tokens[at - 1]?.text ?? '';
    return kind === 'number' && (EQUALS.test(before) || (LISTED.test(before) && text.length >= LONG));
  });
}

/** An alias behind AS, or the name of a common table expression. */
function isGiven(tokens: readonly Token[], at: number): boolean {
  const [before, after, behind] = [at - 1, at + 1, at + 2].map((place) => tokens[place]?.text.toLowerCase());
  return tokens[at]?.kind === 'quoted' && (before === 'as' || (after === 'as' && behind === '('));
}

/** As the snapshot spells them. */
const namesOf = remembered((tables) =>
  tables.flatMap(({ schema, name, columns }) => [schema, name, ...columns.map((column) => column.name)]),
);

const foldedNamesOf = remembered((tables) => [...namesOf({ tables })].map((name) => name.toLowerCase()));

/** Once per snapshot: every example of a prompt is looked at with the same one. */
function remembered(read: (tables: Schema['tables']) => string[]): (schema: Pick<Schema, 'tables'>) => ReadonlySet<string> {
  const sets = new WeakMap<Schema['tables'], ReadonlySet<string>>();
  return ({ tables }) => {
    const set = sets.get(tables) ?? new Set(read(tables));
    sets.set(tables, set);
    return set;
  };
}
