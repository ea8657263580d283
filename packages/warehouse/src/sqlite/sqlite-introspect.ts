import { constants, type DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { ColumnSnapshot, ForeignKeySnapshot, SchemaSnapshot, TableSnapshot } from '@majed-vanna/contract';
import { quoteName } from '../engine/quoting.ts';
import { isReading } from './sqlite-authorizer.ts';
import { sqliteCell } from './sqlite-cells.ts';
import { kindOfDeclaredType, settleKind } from './sqlite-kinds.ts';

/** Rows looked at to learn what the columns of a table hold. */
const SAMPLED_ROWS = 200;
/** Tables of more pages than this are estimated instead of counted. */
const COUNT_LIMIT = 2_000_000;

/** Tables and views with keys and row counts. SQLite keeps no comments. */
export function introspectSqlite(database: DatabaseSync): SchemaSnapshot {
  const relations = database
    .prepare(
      "SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .all();
  const shadows = shadowTables(database);
  const tables = relations
    .filter(({ name }) => !shadows.has(String(name)))
    .flatMap(({ name, type }) => snapshotOrNothing(database, String(name), type === 'view' ? 'view' : 'table'));
  return { dialect: 'sqlite', defaultSchema: 'main', tables, takenAt: new Date().toISOString() };
}

/** A view over a table that is gone, or a virtual table without its module, cannot be queried: it is left out. */
function snapshotOrNothing(database: DatabaseSync, name: string, kind: 'table' | 'view'): TableSnapshot[] {
  try {
    return [snapshotOf(database, name, kind)];
  } catch {
    return [];
  }
}

function snapshotOf(database: DatabaseSync, name: string, kind: 'table' | 'view'): TableSnapshot {
  const rows = sampleOf(database, name, kind);
  const info = database.prepare('SELECT name, type, "notnull", pk FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid').all(name);
  const columns = info.map((column): ColumnSnapshot => {
    const columnName = String(column.name);
    const declared = text(column.type);
    const values = rows.map((row) => sqliteCell(row[columnName] ?? null));
    return {
      name: columnName,
      nativeType: declared ?? '',
      kind: settleKind(kindOfDeclaredType(declared), values),
      nullable: column.notnull === 0 && column.pk === 0,
      comment: null,
    };
  });
  const primaryKey = info
    .filter(({ pk }) => Number(pk) > 0)
    .sort((a, b) => Number(a.pk) - Number(b.pk))
    .map((column) => String(column.name));
  return {
    schema: 'main',
    name,
    kind,
    comment: null,
    columns,
    primaryKey,
    foreignKeys: foreignKeysOf(database, name),
    rowEstimate: kind === 'table' ? rowEstimateOf(database, name) : null,
  };
}

/**
 * The first rows, under the rules that questions are run under: what those refuse, such as a view over the catalogue or a
 * full-text table, is of no use. A view that recurses may never end, and SQLite cannot be stopped: it is not run at all.
 */
function sampleOf(database: DatabaseSync, name: string, kind: 'table' | 'view'): Record<string, SQLOutputValue>[] {
  let recurses = false;
  database.setAuthorizer((action, first, second) => {
    recurses ||= action === constants.SQLITE_RECURSIVE;
    return isReading(action, first, second) ? constants.SQLITE_OK : constants.SQLITE_DENY;
  });
  try {
    const sample = database.prepare(`SELECT * FROM ${quoteName(name)} LIMIT ${SAMPLED_ROWS}`);
    sample.setReadBigInts(true);
    return kind === 'view' && recurses ? [] : sample.all();
  } finally {
    database.setAuthorizer(null);
  }
}

function foreignKeysOf(database: DatabaseSync, name: string): ForeignKeySnapshot[] {
  const rows = database.prepare('SELECT id, "table", "from", "to" FROM pragma_foreign_key_list(?) ORDER BY id DESC, seq').all(name);
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((parts) => {
    const referencedTable = actualName(database, String(parts[0]?.table));
    const named = parts.flatMap(({ to }) => text(to) ?? []);
    // `REFERENCES t` without columns means the primary key of t.
    const referencedColumns = named.length === parts.length ? named : primaryKeyOf(database, referencedTable);
    return { columns: parts.map(({ from }) => String(from)), referencedSchema: 'main', referencedTable, referencedColumns };
  });
}

function primaryKeyOf(database: DatabaseSync, name: string): string[] {
  return database
    .prepare('SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk')
    .all(name)
    .map((row) => String(row.name));
}

/** Names compare without regard to case; the snapshot uses one spelling. */
function actualName(database: DatabaseSync, name: string): string {
  return (
    text(database.prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name = ? COLLATE NOCASE").get(name)?.name) ??
    name
  );
}

/** Counting reads the whole table, so it stops at a limit; the highest rowid is the estimate beyond it. */
function rowEstimateOf(database: DatabaseSync, name: string): number | null {
  const counted = Number(database.prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM ${quoteName(name)} LIMIT ${COUNT_LIMIT})`).get()?.n);
  if (counted < COUNT_LIMIT) return counted;
  try {
    return Math.max(counted, Number(database.prepare(`SELECT max(rowid) AS n FROM ${quoteName(name)}`).get()?.n));
  } catch {
    return counted;
  }
}

/** Full-text and other virtual tables keep their own workings in tables beside them. */
function shadowTables(database: DatabaseSync): Set<string> {
  return new Set(
    database
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'")
      .all()
      .map((row) => String(row.name)),
  );
}

function text(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
