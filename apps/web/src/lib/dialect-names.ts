import type { Dialect } from '@majed-vanna/contract';

/** As the makers write them. */
export const DIALECT_NAMES: Record<Dialect, string> = {
  duckdb: 'DuckDB',
  sqlite: 'SQLite',
  oracle: 'Oracle',
  postgres: 'PostgreSQL',
  mysql: 'MySQL',
};
