import { createEmbeddedWarehouse } from './engine/embedded-warehouse.ts';
import { createEnginePool } from './engine/engine-pool.ts';
import { type EmbeddedDialect, type EngineLog, startEngine } from './start-engine.ts';
import type { Warehouse } from './warehouse.ts';

export interface OpenWarehouseOptions {
  readonly dialect: EmbeddedDialect;
  /** Absolute path of the database file. */
  readonly path: string;
  /** Told when a child process ends that nobody asked to end. */
  readonly log?: EngineLog;
}

/** Statements that run side by side on one source; more wait. Each has a process of its own. */
export const MAX_PROCESSES = 4;
/** A process without work for so long gives its memory back. */
export const IDLE_MS = 300_000;

/** A database file behind the port. Nothing is started or opened before the first call. */
export function openWarehouse({ dialect, path, log }: OpenWarehouseOptions): Warehouse {
  return createEmbeddedWarehouse(
    dialect,
    createEnginePool({ start: () => startEngine(dialect, path, log), size: MAX_PROCESSES, idleMs: IDLE_MS }),
  );
}
