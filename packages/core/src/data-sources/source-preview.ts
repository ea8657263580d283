import type { DataSourceTest, SchemaSnapshot, TablePreview, TableSnapshot } from '@majed-vanna/contract';
import { quoteName, type Warehouse, WarehouseError } from '@majed-vanna/warehouse';
import { resultColumns } from '../results/result-columns.ts';

const PREVIEW_TABLES = 50;
const PREVIEW_ROWS = 5;
const MAX_TEXT = 200;
const DEADLINE_MS = 30_000;
/** A view computes; one that takes longer, or fails, is shown without rows and takes nothing else down with it. */
const VIEW_DEADLINE_MS = 3_000;

/** Really opens a source: its tables with their first rows, and the dates it is about. @throws WarehouseError */
export async function previewSource(warehouse: Warehouse): Promise<DataSourceTest> {
  const begun = performance.now();
  const snapshot = await warehouse.introspect({ deadlineMs: DEADLINE_MS });
  const tables: TablePreview[] = [];
  for (const table of snapshot.tables.slice(0, PREVIEW_TABLES)) tables.push(await previewTable(warehouse, table));
  return {
    ok: true,
    ms: Math.round(performance.now() - begun),
    dialect: warehouse.dialect,
    tables,
    dateRange: await dateRangeOf(warehouse, snapshot),
  };
}

async function previewTable(warehouse: Warehouse, table: TableSnapshot): Promise<TablePreview> {
  const preview: TablePreview = { name: table.name, rowCount: table.rowEstimate, columns: [], rows: [] };
  const isView = table.kind === 'view';
  try {
    await readRows(warehouse, table, preview, isView ? VIEW_DEADLINE_MS : DEADLINE_MS);
  } catch (error) {
    if (!isView || !(error instanceof WarehouseError)) throw error;
  }
  return preview;
}

async function readRows(warehouse: Warehouse, table: TableSnapshot, preview: TablePreview, deadlineMs: number): Promise<void> {
  const sql = `SELECT * FROM ${quoteName(table.schema)}.${quoteName(table.name)} LIMIT ${PREVIEW_ROWS}`;
  for await (const event of warehouse.query({ sql, maxRows: PREVIEW_ROWS, deadlineMs })) {
    if (event.type === 'columns') preview.columns = resultColumns(event.columns, []);
    if (event.type === 'batch')
      preview.rows.push(...event.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.slice(0, MAX_TEXT) : cell))));
  }
}

/** The dates of the largest table that has any: what happened, rather than when somebody was born. */
async function dateRangeOf(warehouse: Warehouse, snapshot: SchemaSnapshot): Promise<DataSourceTest['dateRange']> {
  const columns = snapshot.tables
    .filter(({ kind }) => kind === 'table')
    .toSorted((a, b) => (b.rowEstimate ?? 0) - (a.rowEstimate ?? 0))
    .flatMap((table) =>
      table.columns
        .filter(({ kind }) => kind === 'date' || kind === 'timestamp')
        .slice(0, 1)
        .map((column) => ({ schema: table.schema, table: table.name, column: column.name })),
    );
  if (columns.length === 0) return null;
  const profiles = await warehouse.profileColumns({ columns: columns.slice(0, 1), maxDistinct: 1, deadlineMs: DEADLINE_MS });
  const range = profiles[0]?.range;
  return range ? { from: String(range.min).slice(0, 10), to: String(range.max).slice(0, 10) } : null;
}
