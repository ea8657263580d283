import type { Analysis } from './analysis.ts';
import type { DialectRules } from './dialects/dialect-rules.ts';
import { fold } from './fold.ts';
import type { SecondReader, SecondReading } from './guard.ts';
import { type LexedStatement, lex } from './lex.ts';
import { parse } from './parse.ts';
import { refuse } from './refuse.ts';
import { applyEdits } from './splice.ts';
import { isTree, nameOf, nodeOf } from './tree.ts';

/** Names that a row filter mentions, per table key: the only further columns the database may touch. */
export type FilterNames = ReadonlyMap<string, readonly string[]>;

/** Parses the rewritten text anew: it must hold the spliced tables, as often as they were spliced, and no others. */
export async function checkFinalText(text: string, analysis: Analysis) {
  const found = tablesIn(await parseAgain(text, analysis)).filter(
    (table) => !(table.schema === '' && analysis.commonTableNames.has(table.name)),
  );
  const expected = analysis.tables.map(({ table }) => ({ schema: fold(table.schema), name: fold(table.name) }));
  if (keys(found) !== keys(expected))
    refuse('not_rewritable', 'The rewritten statement does not read the same tables.', found.map((table) => table.name).join(', '));
}

/** The database's own parser must see one plain query over the same tables, and none at all once the tables are hollow. */
export async function checkSecondReading(
  text: string,
  hollow: string,
  analysis: Analysis,
  filterNames: FilterNames,
  secondReader: SecondReader,
) {
  const reading = await read(secondReader, text);
  const expected = new Set(analysis.tables.map(({ table }) => key(table.schema, table.name)));
  const seen = new Set(reading.tables.map((table) => key(table.schema, table.table)));
  const differs = [...seen].find((table) => !expected.has(table)) ?? [...expected].find((table) => !seen.has(table));
  if (differs !== undefined) disagree('The database reads other tables in this statement.', differs);
  checkColumns(reading, analysis, filterNames);
  checkFunctions(reading, analysis.rules);
  const behind = (await read(secondReader, hollow)).tables[0];
  if (behind) disagree('The database reads a table that was not rewritten.', behind.table);
}

function checkColumns(reading: SecondReading, { tables }: Analysis, filterNames: FilterNames) {
  for (const { schema, table, column } of reading.columns ?? []) {
    const rules = tables.find((reference) => key(reference.table.schema, reference.table.name) === key(schema, table))?.table;
    const readable =
      rules?.columns.some((each) => !each.masked && fold(each.name) === fold(column)) ||
      filterNames.get(key(schema, table))?.some((name) => fold(name) === fold(column));
    // The empty name stands for the table itself, as in count(*).
    if (column !== '' && !readable) disagree('The database reads a column that may not be read.', column);
  }
}

function checkFunctions(reading: SecondReading, { functions, readerFunctions, tableFunctions, bareFunctions }: DialectRules) {
  const known = [functions, readerFunctions, tableFunctions, bareFunctions];
  const unknown = reading.functions?.find((name) => !known.some((names) => names.has(name.toLowerCase())));
  if (unknown !== undefined) refuse('unknown_function', `The function ${unknown} is not accepted.`, unknown);
}

async function read(secondReader: SecondReader, text: string): Promise<SecondReading> {
  const reading = await secondReader(text).catch((cause: unknown) =>
    disagree('The database cannot read this statement.', cause instanceof Error ? cause.message : null),
  );
  if (reading.statements !== 1) refuse('several_statements', 'Exactly one statement is accepted.');
  if (!reading.readOnly) refuse('side_effect', 'The database says that this statement writes.');
  return reading;
}

function disagree(message: string, offending: string | null): never {
  refuse('parsers_disagree', message, offending, 'Write the statement more simply.');
}

async function parseAgain(text: string, { rules, catalog }: Analysis): Promise<unknown> {
  const root = await parse(forParser(lex(text, rules.lexical, catalog.allNames), rules), rules.parserDialect);
  return { [root.type]: root.body };
}

/** The text as the parser can read it; every place stays where it is. */
export function forParser({ text, tokens }: LexedStatement, rules: DialectRules): string {
  const edits = tokens.flatMap((token, i) => {
    const standIn = rules.parserStandIn(tokens, i);
    return standIn === null ? [] : [{ start: token.start, end: token.end, text: standIn }];
  });
  return applyEdits(text, edits);
}

function tablesIn(value: unknown): { schema: string; name: string }[] {
  if (Array.isArray(value)) return value.flatMap(tablesIn);
  if (!isTree(value)) return [];
  const node = nodeOf(value);
  const own =
    node?.type === 'table' ? [{ schema: fold(nameOf(node.body.schema)?.text ?? ''), name: fold(nameOf(node.body.name)?.text ?? '') }] : [];
  return [...own, ...Object.values(value).flatMap(tablesIn)];
}

function keys(tables: readonly { schema: string; name: string }[]): string {
  return tables
    .map((table) => key(table.schema, table.name))
    .sort()
    .join('\n');
}

/** One key per table, however its name is spelt. */
export function key(schema: string, table: string): string {
  return JSON.stringify([fold(schema), fold(table)]);
}
