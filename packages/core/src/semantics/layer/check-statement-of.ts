import { createHash } from 'node:crypto';
import type { SchemaSnapshot, SemanticEntryBody } from '@majed-vanna/contract';
import { checkStatement, policyFromSnapshot } from '@majed-vanna/sql';
import { type Warehouse, type WarehouseColumn, WarehouseError, type WarehouseErrorKind } from '@majed-vanna/warehouse';
import { CircuitOpenError } from '../../resilience/circuit-open-error.ts';
import type { BodyProblem } from './check-body.ts';
import { namedThings } from './named-things.ts';
import type { SchemaIndex } from './schema-index.ts';
import { tableKey } from './schema-index.ts';

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
  const known = passed.get(source.index) ?? new Set<string>();
  passed.set(source.index, known);
  const name = createHash('sha256').update(JSON.stringify(entry)).digest('base64');
  if (known.has(name)) return [];
  const found: BodyProblem[] = [];
  for (const { path, sql } of statementsOf(entry, source.index)) {
    const message = await faultOf(sql, entry, source);
    if (message !== null) found.push({ path, message });
  }
  if (found.length === 0) known.add(name);
  return found;
}

async function faultOf(sql: string, entry: SemanticEntryBody, { warehouse, snapshot, index }: CheckedSource): Promise<string | null> {
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
  const policy = policyFromSnapshot(narrowed(snapshot, entry));
  const verdict = await checkStatement({ sql, dialect: warehouse.dialect, policy, maxRows: 1 }, second);
  if (failure) throw failure;
  if (verdict.verdict === 'deny') return [verdict.refusal.message, verdict.refusal.hint].filter(Boolean).join(' ');
  const marked = new Set(namedThings(entry).columns.map((column) => index.column(column)?.key));
  const bare = verdict.lineage.columns.find(({ schema, table, column }) => !marked.has(`${schema}.${table}.${column}`));
  if (bare) return `write {${bare.column}} for the column ${bare.column}`;
  try {
    for await (const event of warehouse.query({ sql: verdict.sql, maxRows: 1, ...call }))
      if (event.type === 'columns' && !isOneValue(event.columns)) return 'must be one value';
    return null;
  } catch (error) {
    if (isOfTheStatement(error)) return error.message;
    throw error;
  }
}

/** `a, b` makes two columns, in brackets a pair. */
function isOneValue([value, ...others]: readonly WarehouseColumn[]): boolean {
  return others.length === 0 && value !== undefined && !/^(STRUCT|ROW)\b/i.test(value.nativeType);
}

function isOfTheStatement(error: unknown): error is WarehouseError {
  return error instanceof WarehouseError && !(error instanceof CircuitOpenError) && OF_THE_STATEMENT.includes(error.kind);
}

/** Only the tables in question: a policy of thousands of tables would be made for every check. */
function narrowed(snapshot: SchemaSnapshot, entry: SemanticEntryBody): SchemaSnapshot {
  const wanted = new Set(namedThings(entry).tables.map((table) => table.toLowerCase()));
  return { ...snapshot, tables: snapshot.tables.filter((table) => wanted.has(tableKey(table).toLowerCase())) };
}

function statementsOf(entry: SemanticEntryBody, index: SchemaIndex): { path: string; sql: string }[] {
  switch (entry.kind) {
    case 'metric': {
      const { table, expression, filter } = entry.body;
      const where =
        filter === null
          ? []
          : [{ path: 'body.filter', sql: `SELECT 1 AS v FROM ${from(table, index)} WHERE (${marked(table, filter, index)}) LIMIT 0` }];
      return [
        { path: 'body.expression', sql: `SELECT (${marked(table, expression, index)}) AS v FROM ${from(table, index)} LIMIT 0` },
        ...where,
      ];
    }
    case 'dimension': {
      const { table, expression } = entry.body;
      const value = `(${marked(table, expression, index)})`;
      return [{ path: 'body.expression', sql: `SELECT ${value} AS v FROM ${from(table, index)} GROUP BY ${value} LIMIT 0` }];
    }
    case 'glossary': {
      const { condition } = entry.body;
      if (!condition) return [];
      const { table, filter } = condition;
      return [
        { path: 'body.condition.filter', sql: `SELECT 1 AS v FROM ${from(table, index)} WHERE (${marked(table, filter, index)}) LIMIT 0` },
      ];
    }
    case 'table':
    case 'column':
    case 'join':
      return [];
  }
}

function from(table: string, index: SchemaIndex): string {
  const found = index.table(table);
  return found ? `${quoted(found.schema)}.${quoted(found.name)}` : quoted(table);
}

function marked(table: string, expression: string, index: SchemaIndex): string {
  return expression.replaceAll(/\{([^{}]*)\}/g, (_all, name: string) =>
    quoted(index.column(`${table}.${name.trim()}`)?.column.name ?? name),
  );
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
