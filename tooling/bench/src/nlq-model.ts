import { DatabaseSync } from 'node:sqlite';
import type { ColumnKind, SchemaSnapshot, TableSnapshot } from '@majed-vanna/contract';
import { draftModel, type SemanticModel } from '@majed-vanna/nlq';

const MAX_DISTINCT = 2_000;

/** What the engine knows of a benchmark's database: names, types, keys, values; nobody described it. */
export async function readModel(file: string): Promise<SemanticModel> {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = (sql: string) => database.prepare(sql).all();
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const tables = rows(
    `select name, type from sqlite_schema where type in ('table', 'view') and name not like 'sqlite_%' order by rowid`,
  ).map((table): TableSnapshot => {
    const name = String(table.name);
    const columns = rows(`pragma table_info(${quoted(name)})`);
    const keys = Map.groupBy(rows(`pragma foreign_key_list(${quoted(name)})`), (key) => key.id);
    return {
      schema: 'main',
      name,
      kind: table.type === 'view' ? 'view' : 'table',
      comment: null,
      columns: columns.map((column) => ({
        name: String(column.name),
        nativeType: String(column.type),
        kind: kindOf(String(column.type)),
        nullable: column.notnull === 0,
        comment: null,
      })),
      primaryKey: columns
        .filter((column) => Number(column.pk) > 0)
        .sort((a, b) => Number(a.pk) - Number(b.pk))
        .map((column) => String(column.name)),
      foreignKeys: [...keys.values()].map((key) => ({
        columns: key.map((part) => String(part.from)),
        referencedSchema: 'main',
        referencedTable: String(key[0]?.table),
        referencedColumns: key.map((part) => String(part.to ?? 'id')),
      })),
      rowEstimate: Number(rows(`select count(*) as n from ${quoted(name)}`)[0]?.n),
    };
  });
  const profiles = tables.flatMap((table) =>
    table.columns.map((column) => {
      const of = `${quoted(column.name)} from ${quoted(table.name)}`;
      const where = `where ${quoted(column.name)} is not null`;
      const values =
        column.kind === 'text'
          ? rows(`select distinct ${of} ${where} limit ${MAX_DISTINCT + 1}`).map((row) => String(Object.values(row)[0]))
          : null;
      const span =
        column.kind === 'text'
          ? undefined
          : rows(`select min(${quoted(column.name)}) as min, max(${of.replace(' from', ') as max from')} ${where}`)[0];
      const end = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? value : null);
      const [min, max] = [end(span?.min), end(span?.max)];
      return {
        schema: 'main',
        table: table.name,
        column: column.name,
        values: values && values.length <= MAX_DISTINCT ? values : null,
        range: min !== null && max !== null ? { min, max } : null,
      };
    }),
  );
  database.close();
  const snapshot: SchemaSnapshot = { dialect: 'sqlite', defaultSchema: 'main', tables, takenAt: new Date().toISOString() };
  return draftModel({ snapshot, profiles });
}

function kindOf(type: string): ColumnKind {
  if (/bool/i.test(type)) return 'boolean';
  if (/datetime|timestamp/i.test(type)) return 'timestamp';
  if (/^date/i.test(type)) return 'date';
  if (/int|year/i.test(type)) return 'integer';
  if (/char|clob|text|enum|string/i.test(type)) return 'text';
  if (/real|floa|doub|num|dec|money/i.test(type)) return 'decimal';
  return type === '' ? 'text' : 'other';
}
