import { DatabaseSync } from 'node:sqlite';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DataPolicy } from '@majed-vanna/contract';

/** Makes a database with the tables of a policy and with forbidden ones; all of them are empty. */
export async function createGuardDatabase(dialect: 'duckdb' | 'sqlite', path: string, policy: DataPolicy, forbidden: readonly string[]) {
  const readable = Object.entries(policy.tables).map(([key, table]) => [key, [...new Set([...table.columns, ...table.hidden])]] as const);
  const tables = [...readable, ...forbidden.map((key) => [key, ['id', 'name', 'salary', 'dept']] as const)];
  const statements = tables.flatMap(([key, columns]) => {
    const [schema = 'main', name = key] = key.split('.');
    const create = `CREATE TABLE ${quote(schema)}.${quote(name)} (${columns.map((column) => `${quote(column)} VARCHAR`).join(', ')})`;
    return dialect === 'duckdb' ? [`CREATE SCHEMA IF NOT EXISTS ${quote(schema)}`, create] : [create];
  });
  await (dialect === 'duckdb' ? runDuckDb(path, statements) : runSqlite(path, statements));
}

async function runDuckDb(path: string, statements: readonly string[]) {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}

function runSqlite(path: string, statements: readonly string[]) {
  const database = new DatabaseSync(path);
  for (const statement of statements) database.exec(statement);
  database.close();
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
