import type { ColumnProfile, SchemaSnapshot } from '@majed-vanna/contract';
import type { ProfileRequest, QueryEvent, StatementReading } from '../warehouse.ts';

/** One opened database inside a child process. The child asks one thing at a time. */
export interface EngineDriver {
  /** Runs a trivial statement and tells the engine's version. */
  ping(): Promise<string>;
  introspect(): Promise<SchemaSnapshot>;
  readStatement(sql: string): Promise<StatementReading>;
  /** Columns that are not reached within `budgetMs` come back with neither values nor range. */
  profileColumns(columns: ProfileRequest['columns'], maxDistinct: number, budgetMs: number): Promise<ColumnProfile[]>;
  /** Works only as far as the caller pulls. */
  query(request: EngineQuery): AsyncGenerator<QueryEvent, void, undefined>;
  /** Asks a running call to end; engines that cannot be asked are killed from outside. */
  interrupt(): void;
}

export interface EngineQuery {
  readonly sql: string;
  readonly maxRows: number;
  readonly batchRows: number;
}
