import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toPostgresSchema } from '../../scripts/postgres-schema.ts';
import { prismaFolder, readMigrations } from './migration-folder.ts';

const sqliteSchema = readFileSync(join(prismaFolder('sqlite'), 'schema.prisma'), 'utf8');

test('the PostgreSQL schema in the repository is the one derived from the SQLite schema', () => {
  expect(readFileSync(join(prismaFolder('postgresql'), 'schema.prisma'), 'utf8')).toBe(toPostgresSchema(sqliteSchema));
});

test('moments keep their time zone and JSON its order on PostgreSQL', () => {
  const derived = toPostgresSchema(
    'generator client {\n  output = "../packages/db/src/generated/sqlite"\n}\ndatasource db {\n  provider = "sqlite"\n}\nmodel A {\n  at DateTime? @map("a")\n  body Json\n}\n',
  );
  expect(derived).toContain('at DateTime? @db.Timestamptz(3) @map("a")\n');
  expect(derived).toContain('body Json @db.Json\n');
});

test('a schema without the lines to replace is an error, not a silent copy', () => {
  expect(() => toPostgresSchema('datasource db {\n  provider = "mysql"\n}\n')).toThrow(/no longer has/);
});

test('both providers have the same migrations', () => {
  const names = (provider: 'sqlite' | 'postgresql') => readMigrations(provider).map(({ name }) => name);
  expect(names('postgresql')).toEqual(names('sqlite'));
});
