import {
  BOOLEAN,
  DATE,
  DECIMAL,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import { explainDuckDbError } from '../duckdb/duckdb-errors.ts';
import { serveBuilder } from '../engine/serve-builder.ts';
import { makeSample } from './make-sample.ts';
import type { SampleRow, SampleValue } from './rows.ts';
import { createStatements, SAMPLE_TABLES, type SampleColumn, type SampleTable, type SampleType } from './schema.ts';

const CHUNK_ROWS = 2_048;

const TYPES: Readonly<Record<SampleType, DuckDBType>> = { INTEGER, VARCHAR, DATE, BOOLEAN, MONEY: DECIMAL(12, 2) };

serveBuilder(async ({ path }) => {
  const rows = makeSample();
  const instance = await DuckDBInstance.create(path, { threads: '2', memory_limit: '1GB' });
  const connection = await instance.connect();
  for (const table of SAMPLE_TABLES) await load(connection, table, rows.get(table.name) ?? []);
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
  return { tables: SAMPLE_TABLES.map(({ name }) => ({ name, rows: rows.get(name)?.length ?? 0 })) };
}, explainDuckDbError);

async function load(connection: DuckDBConnection, table: SampleTable, rows: readonly SampleRow[]): Promise<void> {
  for (const statement of createStatements(table)) await connection.run(statement);
  const appender = await connection.createAppender(table.name);
  const types = table.columns.map(({ type }) => TYPES[type]);
  // A row may only refer to rows of its own table that are stored already.
  const chunkRows = table.constraints.some((constraint) => constraint.includes(`REFERENCES ${table.name} `)) ? 1 : CHUNK_ROWS;
  for (let from = 0; from < rows.length; from += chunkRows) {
    const part = rows.slice(from, from + chunkRows);
    const chunk = DuckDBDataChunk.create(types, part.length);
    chunk.setColumns(table.columns.map((column, index) => part.map((row) => stored(column, row[index] ?? null))));
    appender.appendDataChunk(chunk);
    appender.flushSync();
  }
  appender.closeSync();
}

function stored({ type }: SampleColumn, value: SampleValue): DuckDBValue {
  if (typeof value !== 'number') return value;
  switch (type) {
    case 'MONEY':
      return new DuckDBDecimalValue(BigInt(value), 12, 2);
    case 'DATE':
      return new DuckDBDateValue(value);
    default:
      return value;
  }
}
