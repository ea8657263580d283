import { type CallOptions, SourceBusyError, type Warehouse, WarehouseError } from '@majed-vanna/warehouse';
import type { CircuitBreaker } from './circuit-breaker.ts';

/** Calls that read nothing: a database that needs longer for them is not well. */
const TRIVIAL_CALL_MS = 15_000;

/**
 * A data source behind its breaker: every call fails at once while it is open. The deadline is inside, the breaker outside.
 */
export function withBreaker(warehouse: Warehouse, breaker: CircuitBreaker): Warehouse {
  return {
    dialect: warehouse.dialect,
    ping: (options) => breaker.run(() => trivial(options, (limited) => warehouse.ping(limited))),
    introspect: (options) => breaker.run(() => warehouse.introspect(options)),
    readStatement: (sql, options) => breaker.run(() => trivial(options, (limited) => warehouse.readStatement(sql, limited))),
    profileColumns: (request) => breaker.run(() => warehouse.profileColumns(request)),
    query,
    close: () => warehouse.close(),
  };

  async function* query(request: Parameters<Warehouse['query']>[0]): ReturnType<Warehouse['query']> {
    const admitted = await breaker.admit();
    try {
      for await (const event of warehouse.query(request)) {
        await admitted.answering();
        yield event;
      }
      await admitted.succeeded();
    } catch (error) {
      await admitted.failed(error);
      throw error;
    } finally {
      await admitted.abandoned();
    }
  }
}

/** How long a statement takes is its own affair; a call that reads nothing and gets no answer is the database's. */
async function trivial<T>(
  { deadlineMs = TRIVIAL_CALL_MS, ...options }: CallOptions = {},
  call: (options: CallOptions) => Promise<T>,
): Promise<T> {
  try {
    return await call({ ...options, deadlineMs: Math.min(deadlineMs, TRIVIAL_CALL_MS) });
  } catch (error) {
    const silent = error instanceof WarehouseError && error.kind === 'deadline' && !(error instanceof SourceBusyError);
    throw silent ? new WarehouseError('connection', error.message, { cause: error }) : error;
  }
}
