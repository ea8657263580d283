import type { Dialect } from '@majed-vanna/contract';
import type { DatabaseErrorCode } from './database-problem.ts';
import { DUCKDB_ERRORS } from './duckdb-errors.ts';
import { SQLITE_ERRORS } from './sqlite-errors.ts';

/**
 * One message of one engine. The groups `name` and `qualifier` say what it complains of; `signature` is the call it could
 * not resolve, with types.
 */
export type ErrorRow = readonly [pattern: RegExp, code: DatabaseErrorCode];

/** Another database joins by another file and a line here. */
export const DIALECT_ERRORS: Readonly<Partial<Record<Dialect, readonly ErrorRow[]>>> = { duckdb: DUCKDB_ERRORS, sqlite: SQLITE_ERRORS };
