import { createEmbeddedWarehouse } from './engine/embedded-warehouse.ts';
import { createEnginePool } from './engine/engine-pool.ts';
import { startEngineProcess } from './engine/engine-process.ts';
import type { Warehouse } from './warehouse.ts';

export interface OpenWarehouseOptions {
  readonly dialect: 'duckdb' | 'sqlite';
  /** Absolute path of the database file. */
  readonly path: string;
  /** Told when a child process ends that nobody asked to end. */
  readonly log?: { warn(details: object, message: string): void };
}

/** Statements that run side by side on one source; more wait. Each has a process of its own. */
const MAX_PROCESSES = 4;
const IDLE_MS = 300_000;
const MEMORY_MB = 1_024;

const WORKERS = {
  duckdb: new URL('./duckdb/duckdb-worker.ts', import.meta.url),
  sqlite: new URL('./sqlite/sqlite-worker.ts', import.meta.url),
};

/** A database file behind the port. Nothing is started or opened before the first call. */
export function openWarehouse({ dialect, path, log }: OpenWarehouseOptions): Warehouse {
  const start = () =>
    startEngineProcess(WORKERS[dialect], { path, memoryMb: MEMORY_MB }, (reason) =>
      log?.warn({ dialect, reason }, 'database process ended'),
    );
  return createEmbeddedWarehouse(dialect, createEnginePool({ start, size: MAX_PROCESSES, idleMs: IDLE_MS }));
}
