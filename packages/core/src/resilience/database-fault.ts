import type { Dialect } from '@majed-vanna/contract';
import { WarehouseError } from '@majed-vanna/warehouse';
import { explainDatabaseError } from '../database-errors/explain-database-error.ts';

/** Whether a failure is the database's own, for its breaker. What a statement did wrong, or its reader, never is. */
export function isDatabaseFault(error: unknown, dialect: Dialect): boolean {
  return error instanceof WarehouseError && explainDatabaseError(error, dialect).countsForBreaker;
}
