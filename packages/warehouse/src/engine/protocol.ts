import type { ColumnProfile, SchemaSnapshot } from '@majed-vanna/contract';
import type { ProfileRequest, QueryEvent, StatementReading, WarehouseErrorKind } from '../warehouse.ts';

/** What a child process is asked to do. One task at a time per child. */
export type EngineTask =
  | { readonly kind: 'ping' }
  | { readonly kind: 'introspect' }
  | { readonly kind: 'readStatement'; readonly sql: string }
  | {
      readonly kind: 'profileColumns';
      readonly columns: ProfileRequest['columns'];
      readonly maxDistinct: number;
      readonly budgetMs: number;
    }
  | { readonly kind: 'query'; readonly sql: string; readonly maxRows: number; readonly batchRows: number };

export type EngineResult = string | SchemaSnapshot | StatementReading | readonly ColumnProfile[] | null;

export interface EngineOpening {
  readonly path: string;
  /** What the engine may use for its working memory. */
  readonly memoryMb: number;
}

export type ToEngine =
  | { readonly type: 'open'; readonly opening: EngineOpening }
  | { readonly type: 'run'; readonly id: number; readonly task: EngineTask }
  /** The reader took one event: one more may be sent. */
  | { readonly type: 'credit'; readonly id: number }
  | { readonly type: 'stop'; readonly id: number };

export type FromEngine =
  | { readonly type: 'opened' }
  | { readonly type: 'event'; readonly id: number; readonly event: QueryEvent }
  | { readonly type: 'done'; readonly id: number; readonly result: EngineResult }
  | { readonly type: 'failure'; readonly id: number; readonly kind: WarehouseErrorKind; readonly message: string };

/** Events a child may send ahead of the reader: one being read, one ready. */
export const CREDIT = 2;

/** The task id of failures while opening. */
export const OPENING_ID = 0;
