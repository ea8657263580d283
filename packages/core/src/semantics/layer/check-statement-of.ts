import { createHash } from 'node:crypto';
import { type Because, because, type SchemaSnapshot, type SemanticEntryBody } from '@majed-vanna/contract';
import { checkStatement, policyFromSnapshot } from '@majed-vanna/sql';
import { type Warehouse, type WarehouseColumn, WarehouseError, type WarehouseErrorKind } from '@majed-vanna/warehouse';
import { explainDatabaseError } from '../../database-errors/explain-database-error.ts';
import { refusedBecause } from '../../database-errors/explain-refusal.ts';
import { CircuitOpenError } from '../../resilience/circuit-open-error.ts';
import type { BodyProblem } from './check-body.ts';
import { namedThings } from './named-things.ts';
import type { SchemaIndex } from './schema-index.ts';
import { tableKey } from './schema-index.ts';
import { boundStatement, partsOf, type StatementPart } from './statement-parts.ts';

export interface CheckedSource {
  readonly warehouse: Warehouse;
  readonly snapshot: SchemaSnapshot;
  readonly index: SchemaIndex;
}

/** What fitted this state of a schema fits it again: an import is tried before it is done. */
const passed = new WeakMap<SchemaIndex, Set<string>>();
const DEADLINE_MS = 5_000;
/** Failures that say something of the statement; the others say something of the database. */
const OF_THE_STATEMENT: readonly WarehouseErrorKind[] = ['syntax', 'unknown_object', 'type', 'arithmetic', 'permission', 'other'];

/**
 * Passes what an entry would become in a statement through the guard, and lets the database bind it without reading a row.
 * A database that does not answer is no fault of the entry. @throws WarehouseError, CircuitOpenError
 */
export async function checkStatementOf(entry: SemanticEntryBody, source: CheckedSource): Promise<BodyProblem[]> {
  if (hasPassed(entry, source.index)) return [];
  const found: BodyProblem[] = [];
  for (const part of partsOf(entry, source.index)) {
    const { path, place, table, text } = part;
    const unmarked = quotedColumn(part, source.index);
    const fault = unmarked
      ? because('column_not_marked', { column: unmarked })
      : await faultOf(boundStatement(place, table, [text], source.index), [entry], source);
    if (fault !== null) found.push({ path, ...fault });
  }
  if (found.length === 0) markPassed(entry, source.index);
  return found;
}

/** A column in quotes instead of its mark: seen at once, also in thousands of entries of a file. Null where that is not plain to see. */
function quotedColumn({ written, table }: StatementPart, index: SchemaIndex): string | null {
  if (/[\\$`]|--|\/\*|\{[^}]*['"]/.test(written)) return null;
  const names = written.replaceAll(/'[^']*'/g, ' ').matchAll(/"((?:[^"]|"")+)"/g);
  for (const [, name = ''] of names) {
    const found = index.column(`${table}.${name.replaceAll('""', '"')}`);
    if (found) return found.column.name;
  }
  return null;
}

export function hasPassed(entry: SemanticEntryBody, index: SchemaIndex): boolean {
  return passed.get(index)?.has(fingerprint(entry)) ?? false;
}

/** It is not checked again as long as the schema is the same. */
export function markPassed(entry: SemanticEntryBody, index: SchemaIndex): void {
  const known = passed.get(index) ?? new Set<string>();
  passed.set(index, known.add(fingerprint(entry)));
}

const fingerprint = (entry: SemanticEntryBody) => createHash('sha256').update(JSON.stringify(entry)).digest('base64');

/** What is wrong with a statement made of entries, that has so many values; null for nothing. @throws WarehouseError, CircuitOpenError */
export async function faultOf(
  sql: string,
  entries: readonly SemanticEntryBody[],
  { warehouse, snapshot, index }: CheckedSource,
  values = 1,
): Promise<Because | null> {
  const call = { deadlineMs: DEADLINE_MS };
  let failure: unknown = null;
  const second = async (text: string) => {
    try {
      return await warehouse.readStatement(text, call);
    } catch (error) {
      if (!isOfTheStatement(error)) failure = error;
      throw error;
    }
  };
  const policy = policyFromSnapshot(narrowed(snapshot, entries));
  const verdict = await checkStatement({ sql, dialect: warehouse.dialect, policy, maxRows: 1 }, second);
  if (failure) throw failure;
  if (verdict.verdict === 'deny') return refusedBecause(verdict.refusal, warehouse.dialect, sql);
  const marked = new Set(entries.flatMap((entry) => namedThings(entry).columns.map((column) => index.column(column)?.key)));
  const bare = verdict.lineage.columns.find(({ schema, table, column }) => !marked.has(`${schema}.${table}.${column}`));
  if (bare) return because('column_not_marked', { column: bare.column });
  try {
    for await (const event of warehouse.query({ sql: verdict.sql, maxRows: 1, ...call }))
      if (event.type === 'columns' && !areValues(event.columns, values)) return because('not_one_value');
    return null;
  } catch (error) {
    if (isOfTheStatement(error)) {
      const { words } = explainDatabaseError(error, warehouse.dialect);
      return because('database_refused', { message: error.message, message_ar: words.ar });
    }
    throw error;
  }
}

/** `a, b` makes two columns, in brackets a pair. */
function areValues(columns: readonly WarehouseColumn[], count: number): boolean {
  return columns.length === count && columns.every(({ nativeType }) => !/^(STRUCT|ROW)\b/i.test(nativeType));
}

function isOfTheStatement(error: unknown): error is WarehouseError {
  return error instanceof WarehouseError && !(error instanceof CircuitOpenError) && OF_THE_STATEMENT.includes(error.kind);
}

/** Only the tables in question: a policy of thousands of tables would be made for every check. */
function narrowed(snapshot: SchemaSnapshot, entries: readonly SemanticEntryBody[]): SchemaSnapshot {
  const wanted = new Set(entries.flatMap((entry) => namedThings(entry).tables.map((table) => table.toLowerCase())));
  return { ...snapshot, tables: snapshot.tables.filter((table) => wanted.has(tableKey(table).toLowerCase())) };
}
