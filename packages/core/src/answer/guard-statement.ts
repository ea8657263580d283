import type { DataPolicy } from '@majed-vanna/contract';
import type { CheckStatement, GuardVerdict } from '@majed-vanna/sql';
import { type CallOptions, type Warehouse, WarehouseError, type WarehouseErrorKind } from '@majed-vanna/warehouse';

interface GuardedStatement extends CallOptions {
  readonly sql: string;
  readonly policy: DataPolicy;
  readonly maxRows: number;
}

/** Failures that say something of the statement; the others say something of the database. */
const OF_THE_STATEMENT: readonly WarehouseErrorKind[] = ['syntax', 'unknown_object', 'type', 'permission', 'other'];

/**
 * The guard with the database as its second reader. A database that does not answer is a failure, not a refusal.
 * @throws WarehouseError, CircuitOpenError
 */
export async function guardStatement(
  check: CheckStatement,
  warehouse: Warehouse,
  { sql, policy, maxRows, ...call }: GuardedStatement,
): Promise<GuardVerdict> {
  let failure: unknown = null;
  const verdict = await check({ sql, dialect: warehouse.dialect, policy, maxRows }, async (text) => {
    try {
      return await warehouse.readStatement(text, call);
    } catch (error) {
      if (!(error instanceof WarehouseError) || !OF_THE_STATEMENT.includes(error.kind)) failure = error;
      throw error;
    }
  });
  if (failure) throw failure;
  return verdict;
}
