import type { Token } from '../lex.ts';
import type { DialectRules } from './dialect-rules.ts';
import { DUCKDB_AGGREGATES, DUCKDB_SCALARS } from './duckdb-functions.ts';
import { standInForNot } from './prefix-not.ts';
import { BRACKET_KEYWORDS, EXPRESSION_NODES, QUERY_KEYWORDS, words } from './shared-words.ts';

const TYPES = `
  boolean tiny_int small_int int big_int huge_int int128 uint8 uint16 uint32 uint64 float double decimal numeric var_char char text date time timestamp
  interval json uuid list array string blob
  int4 int8 float4 float8 bpchar datetime timestamp_s timestamp_ms timestamp_ns dec long short
`;
const TYPE_WORDS = `
  boolean bool tinyint smallint int integer int4 int8 bigint hugeint utinyint usmallint uinteger ubigint float float4 float8 real double precision decimal numeric varchar char bpchar text string
  datetime timestamptz zone without uuid json dec blob timestamp_s timestamp_ms timestamp_ns long short
`;
const UNITS = `
  year years quarter quarters month months week weeks day days hour hours minute minutes second seconds millisecond milliseconds microsecond microseconds decade century epoch dow doy isodow isoyear weekday dayofweek dayofyear yearweek
`;

export const duckdbRules: DialectRules = {
  parserDialect: 'duckdb',
  lexical: {
    identifierQuotes: { '"': '"' },
    operatorCharacters: '()[]{},.=<>!+-*/%|^~:',
    stringPrefixes: words('date time timestamp interval timestamptz in like ilike when then else and or not between select'),
  },
  keywords: words(
    QUERY_KEYWORDS,
    TYPE_WORDS,
    UNITS,
    'both leading trailing nocase noaccent qualify lateral ilike similar to glob semi anti asof any some rollup cube grouping sets replace rename within at by name ignore respect array try_cast sample reservoir bernoulli system percent fetch next rows only pivot for lambda unnest if set map unknown',
  ),
  bracketKeywords: words(
    BRACKET_KEYWORDS,
    'both leading trailing nocase noaccent qualify lateral ilike similar to glob rollup cube sets group replace rename pivot decimal numeric dec varchar char semi anti try_cast fetch if to grouping array sample reservoir bernoulli system row',
  ),
  functions: new Set([
    ...words(DUCKDB_SCALARS, DUCKDB_AGGREGATES, 'rollup cube row array list_value range generate_series'),
    'grouping sets',
  ]),
  aggregates: words(DUCKDB_AGGREGATES),
  sizedFunctions: new Map([
    ['repeat', { argument: 1, max: 100 }],
    ['lpad', { argument: 1, max: 1_000 }],
    ['rpad', { argument: 1, max: 1_000 }],
  ]),
  formatFunctions: words('format printf'),
  lambdaFunctions: words('list_transform list_apply list_filter array_transform array_apply array_filter'),
  tableFunctions: words('unnest generate_series range'),
  bareFunctions: words('current_date current_timestamp current_time localtimestamp localtime'),
  castTypes: words(TYPES),
  nodes: words(EXPRESSION_NODES),
  readerFunctions: new Set(),
  isSystemName: (name) => /^(duckdb_|pragma_|sqlite_|pg_)/i.test(name),
  isSystemSchema: (name) => /^(information_schema|pg_catalog|temp|system)$/i.test(name),
  pseudoColumns: words('rowid file_row_number filename'),
  implicitRecursion: false,
  sampling: true,
  valuesColumn: (place) => `col${place}`,
  implicitLateral: true,
  structs: true,
  bareInOperand: true,
  parserStandIn: (tokens, i) => standInForDivision(tokens, i) ?? standInForNot(tokens, i),
};

/** Division of whole numbers: `//` is read as `/`. */
function standInForDivision(tokens: readonly Token[], i: number): string | null {
  const [before, token] = [tokens[i - 1], tokens[i]];
  return token?.text === '/' && before?.text === '/' && before.end === token.start ? ' ' : null;
}
