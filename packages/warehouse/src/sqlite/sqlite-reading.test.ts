import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { readSqliteStatement } from './sqlite-reading.ts';

const database = new DatabaseSync(':memory:');
database.exec('CREATE TABLE item (a, b); CREATE TABLE other (a, c); CREATE VIEW seen AS SELECT a FROM item');

const reading = (sql: string) => readSqliteStatement(database, sql);
const tables = (sql: string) =>
  reading(sql)
    .tables.map(({ table }) => table)
    .sort();
const columns = (sql: string) => (reading(sql).columns ?? []).map(({ table, column }) => `${table}.${column}`).sort();

describe('reading a SQLite statement', () => {
  it('tells the columns that are read, those of conditions too', () => {
    expect(columns('SELECT a FROM item WHERE b > (SELECT max(c) FROM other)')).toEqual(['item.a', 'item.b', 'other.c']);
    expect(columns('SELECT count(*) FROM item')).toEqual([]);
    expect(tables('SELECT count(*) FROM item')).toEqual(['item']);
  });

  it('counts a view as itself, and what is read beside it as that', () => {
    expect(tables('SELECT a FROM seen')).toEqual(['seen']);
    expect(tables('SELECT s.a FROM seen s JOIN other o ON o.a = s.a')).toEqual(['other', 'seen']);
  });

  it('does not let a table expression with the name of a view hide what it reads', () => {
    expect(tables('WITH seen AS (SELECT * FROM other) SELECT * FROM seen')).toEqual(['other']);
    expect(tables('WITH seen AS (SELECT * FROM item) SELECT * FROM seen')).toEqual(['item']);
    expect(tables('WITH seen AS (SELECT * FROM other) SELECT * FROM seen, main.seen')).toEqual(['other', 'seen']);
  });

  it('counts what follows the first statement', () => {
    expect(reading('SELECT 1; SELECT 2; SELECT 3').statements).toBe(3);
    expect(reading("SELECT ';' ; /* SELECT 2 */ -- ;").statements).toBe(1);
    expect(reading('SELECT 1; DELETE FROM item')).toMatchObject({ readOnly: false });
    expect(() => reading('SELECT 1; and rubbish')).toThrow(expect.objectContaining({ kind: 'syntax' }));
    expect(() => reading('SELECT 1\0; DELETE FROM item')).toThrow(expect.objectContaining({ kind: 'syntax' }));
    expect(() => reading(' -- nothing')).toThrow(expect.objectContaining({ kind: 'syntax' }));
  });

  it('names what comes from outside the tables', () => {
    expect(tables("SELECT value FROM json_each('[1]')")).toEqual(['json_each']);
    expect(tables('SELECT sql FROM sqlite_schema')).toEqual(['sqlite_master']);
    expect(reading("SELECT load_extension('x')").functions).toEqual(['load_extension']);
  });

  it('runs nothing', () => {
    reading('DELETE FROM item');
    reading('PRAGMA user_version = 7');
    expect(database.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 0 });
  });
});
