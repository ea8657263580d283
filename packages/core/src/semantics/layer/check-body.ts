import { type Because, because, type ColumnKind, type SemanticEntryBody } from '@majed-vanna/contract';
import { placeholders } from './named-things.ts';
import { type SchemaIndex, tableKey } from './schema-index.ts';

/** What is wrong with an entry, and where: `body.expression`. */
export interface BodyProblem extends Because {
  readonly path: string;
}

const MAX_BODY_CHARACTERS = 100_000;
const MAX_WORDS = 100;
const MAX_WORD_CHARACTERS = 200;

/** Holds an entry against the schema; empty when everything that it names is there. */
export function checkBody(entry: SemanticEntryBody, index: SchemaIndex): BodyProblem[] {
  const size = checkSize(entry);
  return size.length > 0 ? size : checkNames(entry, index);
}

/** The key as the database spells it, where it names a table or column. */
export function canonicalKey<T extends Pick<SemanticEntryBody, 'kind' | 'key'>>(entry: T, index: SchemaIndex): T {
  const table = entry.kind === 'table' ? index.table(entry.key) : undefined;
  const column = entry.kind === 'column' ? index.column(entry.key) : undefined;
  return { ...entry, key: table ? tableKey(table) : (column?.key ?? entry.key) };
}

function checkSize({ key, body }: SemanticEntryBody): BodyProblem[] {
  const text = JSON.stringify(body);
  if (text.length > MAX_BODY_CHARACTERS) return [problem('', because('entry_too_long', { most: MAX_BODY_CHARACTERS }))];
  if (/\p{Cc}/u.test(key)) return [problem('', because('control_character_in_key'))];
  if (/(?<!\\)\\u00[01]/.test(text)) return [problem('', because('control_character'))];
  const lists = Object.entries(body.words).flatMap(([language, list]) => [[language, list ?? []] as const]);
  return lists.flatMap(([language, list]) => {
    if (list.length > MAX_WORDS) return [problem(`words.${language}`, because('too_many_words', { most: MAX_WORDS }))];
    const odd = list.findIndex((word) => word.trim() === '' || word.length > MAX_WORD_CHARACTERS);
    return odd < 0 ? [] : [problem(`words.${language}[${odd}]`, because('word_length', { most: MAX_WORD_CHARACTERS }))];
  });
}

function checkNames(entry: SemanticEntryBody, index: SchemaIndex): BodyProblem[] {
  switch (entry.kind) {
    case 'table': {
      if (!index.table(entry.key)) return [noTable('key', entry.key)];
      const { displayColumn } = entry.body;
      return displayColumn === null ? [] : noColumns('body.displayColumn', entry.key, [displayColumn], index);
    }
    case 'column':
      return index.column(entry.key) ? [] : [problem('key', because('no_column', { column: entry.key }))];
    case 'metric': {
      const { table, expression, filter, dateColumn } = entry.body;
      if (!index.table(table)) return [noTable('body.table', table)];
      return [
        ...checkExpression('body.expression', table, expression, index),
        ...(AGGREGATE.test(expression) ? [] : [problem('body.expression', because('no_aggregate'))]),
        ...(filter === null ? [] : checkExpression('body.filter', table, filter, index)),
        ...(dateColumn === null ? [] : checkDateColumn(dateColumn.includes('.') ? dateColumn : `${table}.${dateColumn}`, index)),
      ];
    }
    case 'dimension': {
      const { table, expression } = entry.body;
      if (!index.table(table)) return [noTable('body.table', table)];
      const aggregate = AGGREGATE.test(expression) ? [problem('body.expression', because('is_aggregate'))] : [];
      return [...checkExpression('body.expression', table, expression, index), ...aggregate];
    }
    case 'join':
      return checkJoin(entry.body, index);
    case 'glossary': {
      const { condition } = entry.body;
      if (!condition) return [];
      if (!index.table(condition.table)) return [noTable('body.condition.table', condition.table)];
      return checkExpression('body.condition.filter', condition.table, condition.filter, index);
    }
  }
}

function checkExpression(path: string, table: string, expression: string, index: SchemaIndex): BodyProblem[] {
  if (expression.trim() === '') return [problem(path, because('empty'))];
  const rest = expression.replaceAll(/\{[^{}]*\}/g, '');
  if (/[{}]/.test(rest)) return [problem(path, because('brace_alone'))];
  if (!bracketsMatch(rest)) return [problem(path, because('bracket_alone'))];
  return noColumns(path, table, placeholders(expression), index);
}

/** Outside of quotes; a bracket that closes too early would end what the expression is put into. */
function bracketsMatch(expression: string): boolean {
  let depth = 0;
  for (const bracket of expression.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, '').match(/[()]/g) ?? []) {
    depth += bracket === '(' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function checkDateColumn(key: string, index: SchemaIndex): BodyProblem[] {
  const found = index.column(key);
  if (!found) return [problem('body.dateColumn', because('no_column', { column: key }))];
  const { kind, nativeType } = found.column;
  return kind === 'date' || kind === 'timestamp' ? [] : [problem('body.dateColumn', because('no_date', { column: key, type: nativeType }))];
}

type JoinBody = Extract<SemanticEntryBody, { kind: 'join' }>['body'];

function checkJoin({ from, to }: JoinBody, index: SchemaIndex): BodyProblem[] {
  const ends = [
    ['body.from', from],
    ['body.to', to],
  ] as const;
  const missing = ends.flatMap(([path, { table, columns }]) =>
    index.table(table) ? noColumns(`${path}.columns`, table, columns, index) : [noTable(`${path}.table`, table)],
  );
  if (missing.length > 0) return missing;
  if (from.columns.length !== to.columns.length) return [problem('body.to.columns', because('join_columns_count'))];
  return from.columns.flatMap((name, position) => {
    const near = index.column(`${from.table}.${name}`)?.column;
    const far = index.column(`${to.table}.${to.columns[position]}`)?.column;
    if (!near || !far || family(near.kind) === family(far.kind)) return [];
    return [
      problem(
        `body.to.columns[${position}]`,
        because('join_types', { to: far.name, toType: far.nativeType, from: near.name, fromType: near.nativeType }),
      ),
    ];
  });
}

function noColumns(path: string, table: string, names: readonly string[], index: SchemaIndex): BodyProblem[] {
  const missing = names.filter((name) => !index.column(`${table}.${name}`));
  return missing.map((name) => problem(path, because('no_column_in', { column: name, table })));
}

const problem = (path: string, why: Because): BodyProblem => ({ path, ...why });
const noTable = (path: string, table: string) => problem(path, because('no_table', { table }));
const family = (kind: ColumnKind) => (kind === 'integer' || kind === 'decimal' ? 'number' : kind);
const AGGREGATE =
  /\b(sum|count|avg|mean|min|max|median|mode|total|stddev\w*|var_?\w*|quantile\w*|percentile\w*|approx_\w+|any_value|string_agg|group_concat|list|array_agg|bool_and|bool_or|count_if|arg_m(?:in|ax)|product|corr|covar\w*|regr_\w+)\s*\(/i;
