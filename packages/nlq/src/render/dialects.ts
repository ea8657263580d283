import type { Dialect } from '@majed-vanna/contract';
import type { SqlDialect } from './dialect.ts';
import { duckdb } from './duckdb.ts';
import { sqlite } from './sqlite.ts';

const DIALECTS: Partial<Record<Dialect, SqlDialect>> = { sqlite, duckdb };

/** @throws RangeError when the dialect is not written yet. */
export function sqlDialect(dialect: Dialect): SqlDialect {
  const found = DIALECTS[dialect];
  if (found === undefined) throw new RangeError(`the embedded engine does not write ${dialect}`);
  return found;
}
