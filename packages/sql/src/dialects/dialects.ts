import type { Dialect } from '@majed-vanna/contract';
import type { DialectRules } from './dialect-rules.ts';
import { duckdbRules } from './duckdb.ts';
import { sqliteRules } from './sqlite.ts';

/** Databases the guard understands; a statement for any other is refused. */
export const DIALECTS: Readonly<Partial<Record<Dialect, DialectRules>>> = { duckdb: duckdbRules, sqlite: sqliteRules };
