import { DatabaseSync } from 'node:sqlite';
import type { ColumnKind, SchemaSnapshot, TableSnapshot } from '@majed-vanna/contract';
import { createEngine } from '../create-engine.ts';
import { type DraftInput, draftModel } from '../draft-model.ts';
import type { Interpretation } from '../engine.ts';
import type { QueryPlan } from '../plan.ts';
import type { SemanticModel } from '../semantic-model.ts';

export interface Example {
  readonly model: SemanticModel;
  readonly engine: ReturnType<typeof createEngine>;
  interpret(question: string, previousPlan?: QueryPlan): Interpretation;
  rows(sql: string): unknown[][];
  /** The rows of the answer. @throws Error when the question is not answered. */
  answer(question: string, previousPlan?: QueryPlan): unknown[][];
}

export const TODAY = '2026-03-10';

/** A small SQLite database in memory with the engine over it, drafted as for a new data source. */
export function openExample(
  schema: string,
  entries: DraftInput['entries'] = [],
  change: (model: SemanticModel) => SemanticModel = (model) => model,
): Example {
  const database = new DatabaseSync(':memory:');
  database.exec(schema);
  const rows = (sql: string) => {
    const statement = database.prepare(sql);
    return statement.all().map((row) => Object.values(row));
  };
  const names = rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").map(([name]) => String(name));
  const snapshot: SchemaSnapshot = {
    dialect: 'sqlite',
    defaultSchema: 'main',
    tables: names.map((name) => describeTable(name, rows)),
    takenAt: '2026-01-01T00:00:00.000Z',
  };
  const profiles = snapshot.tables.flatMap((table) => table.columns.map((column) => profile(table.name, column.name, column.kind, rows)));
  const model = change(draftModel({ snapshot, profiles, entries }));
  const engine = createEngine(model);
  const interpret = (question: string, previousPlan?: QueryPlan) =>
    engine.interpret(question, previousPlan === undefined ? { today: TODAY } : { today: TODAY, previousPlan });
  return {
    model,
    engine,
    interpret,
    rows,
    answer(question, previousPlan) {
      const interpretation = interpret(question, previousPlan);
      if (interpretation.kind !== 'answer') throw new Error(`"${question}": ${JSON.stringify(interpretation)}`);
      return rows(interpretation.reading.sql);
    },
  };
}

function describeTable(name: string, rows: (sql: string) => unknown[][]): TableSnapshot {
  const columns = rows(`PRAGMA table_info("${name}")`);
  const keys = rows(`PRAGMA foreign_key_list("${name}")`);
  return {
    schema: 'main',
    name,
    kind: 'table',
    comment: null,
    columns: columns.map(([, column, type]) => ({
      name: String(column),
      nativeType: String(type),
      kind: kindOf(String(type)),
      nullable: true,
      comment: null,
    })),
    primaryKey: columns.filter(([, , , , , position]) => Number(position) > 0).map(([, column]) => String(column)),
    foreignKeys: keys.map(([, , table, from, to]) => ({
      columns: [String(from)],
      referencedSchema: 'main',
      referencedTable: String(table),
      referencedColumns: [String(to)],
    })),
    rowEstimate: Number(rows(`SELECT count(*) FROM "${name}"`)[0]?.[0] ?? 0),
  };
}

function kindOf(type: string): ColumnKind {
  if (/int/i.test(type)) return 'integer';
  if (/real|decimal|numeric/i.test(type)) return 'decimal';
  if (/bool/i.test(type)) return 'boolean';
  return /date/i.test(type) ? 'date' : 'text';
}

function profile(table: string, column: string, kind: ColumnKind, rows: (sql: string) => unknown[][]): DraftInput['profiles'][number] {
  const place = { schema: 'main', table, column };
  if (kind === 'text')
    return {
      ...place,
      values: rows(`SELECT DISTINCT "${column}" FROM "${table}" WHERE "${column}" IS NOT NULL`).map(([value]) => String(value)),
      range: null,
    };
  const [low, high] = rows(`SELECT min("${column}"), max("${column}") FROM "${table}"`)[0] ?? [];
  const known = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';
  return { ...place, values: null, range: known(low) && known(high) ? { min: low, max: high } : null };
}
