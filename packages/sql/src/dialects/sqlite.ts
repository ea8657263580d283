import type { DialectRules } from './dialect-rules.ts';
import { standInForNot } from './prefix-not.ts';
import { BRACKET_KEYWORDS, EXPRESSION_NODES, QUERY_KEYWORDS, words } from './shared-words.ts';

const AGGREGATES = 'count sum total avg min max group_concat string_agg median percentile percentile_cont percentile_disc';
const SCALARS = `
  row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
  abs ceil ceiling floor round random sign sqrt exp ln log log2 log10 pow power mod pi sin cos tan asin acos atan atan2 sinh cosh tanh degrees radians trunc
  upper lower trim ltrim rtrim length octet_length substr substring replace instr unicode char concat concat_ws hex quote like glob soundex
  coalesce ifnull nullif iif if likely unlikely likelihood typeof cast
  date time datetime julianday unixepoch strftime timediff
  printf format
  json json_extract json_array_length json_type json_valid json_object json_array json_quote json_group_array json_group_object
`;

export const sqliteRules: DialectRules = {
  parserDialect: 'sqlite',
  lexical: {
    identifierQuotes: { '"': '"', '`': '`', '[': ']' },
    operatorCharacters: '(),.=<>!+-*/%|~',
    stringPrefixes: words('in like glob when then else and or not between select'),
  },
  keywords: words(
    QUERY_KEYWORDS,
    'glob integer int real text numeric blob nocase rtrim binary bigint varchar decimal double precision float boolean',
  ),
  bracketKeywords: words(BRACKET_KEYWORDS, 'glob decimal varchar numeric'),
  functions: words(SCALARS, AGGREGATES),
  aggregates: words(AGGREGATES, 'json_group_array json_group_object'),
  sizedFunctions: new Map(),
  formatFunctions: words('printf format'),
  lambdaFunctions: new Set(),
  tableFunctions: new Set(),
  bareFunctions: words('current_date current_time current_timestamp'),
  castTypes: words('int big_int small_int tiny_int text var_char char float double decimal numeric real blob date boolean string'),
  nodes: words(EXPRESSION_NODES),
  readerFunctions: words('-> ->>'),
  isSystemName: (name) => /^(sqlite_|pragma_|dbstat$|fts[345]|sqlean)/i.test(name),
  isSystemSchema: (name) => /^(temp|information_schema|pg_catalog)$/i.test(name),
  pseudoColumns: words('rowid oid _rowid_'),
  implicitRecursion: true,
  sampling: false,
  valuesColumn: (place) => `column${place + 1}`,
  implicitLateral: false,
  structs: false,
  bareInOperand: false,
  parserStandIn: standInForNot,
};
