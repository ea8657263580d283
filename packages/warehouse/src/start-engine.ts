import { type EngineProcess, startEngineProcess } from './engine/engine-process.ts';

export interface EngineLog {
  warn(details: object, message: string): void;
}

export type EmbeddedDialect = 'duckdb' | 'sqlite';

/** What one child may use for its statement's working memory. */
const MEMORY_MB = 1_024;

const WORKERS = {
  duckdb: new URL('./duckdb/duckdb-worker.ts', import.meta.url),
  sqlite: new URL('./sqlite/sqlite-worker.ts', import.meta.url),
};

/** One child process with the file opened read-only. */
export function startEngine(dialect: EmbeddedDialect, path: string, log?: EngineLog): EngineProcess {
  return startEngineProcess(WORKERS[dialect], { path, memoryMb: MEMORY_MB }, (reason) =>
    log?.warn({ dialect, reason }, 'A database process ended that nobody had asked to end.'),
  );
}
