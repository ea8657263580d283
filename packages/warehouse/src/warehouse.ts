import type { Cell, ColumnKind, ColumnProfile, Dialect, SchemaSnapshot } from '@majed-vanna/contract';

/** One analytics database, read-only. Every call ends within its deadline, whatever the database does. */
export interface Warehouse {
  readonly dialect: Dialect;

  /** Connects and runs a trivial statement. @throws WarehouseError */
  ping(options?: CallOptions): Promise<{ ms: number; version: string }>;

  /** Tables and views that may be queried, with comments, keys and row estimates; system catalogues left out. */
  introspect(options?: CallOptions): Promise<SchemaSnapshot>;

  /**
   * Runs one guarded statement. The first item is the header; batches follow as the reader takes them.
   * Stops after `maxRows` rows and says so in the last item.
   * @throws WarehouseError
   */
  query(request: QueryRequest): AsyncIterable<QueryEvent>;

  /**
   * Second opinion on a statement from the database's own parser: how many statements, is it a plain query, which tables
   * does it read. Nothing is executed. @throws WarehouseError `syntax` when the database cannot parse it.
   */
  readStatement(sql: string, options?: CallOptions): Promise<StatementReading>;

  /** Distinct values of text columns with at most `maxDistinct` of them, and the range of number and date columns. */
  profileColumns(request: ProfileRequest): Promise<ColumnProfile[]>;

  close(): Promise<void>;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly deadlineMs?: number;
}

export interface QueryRequest extends CallOptions {
  readonly sql: string;
  readonly maxRows: number;
  /** Rows per batch, at most. */
  readonly batchRows?: number;
}

export interface WarehouseColumn {
  readonly name: string;
  readonly nativeType: string;
  readonly kind: ColumnKind;
}

export type QueryEvent =
  | { readonly type: 'columns'; readonly columns: readonly WarehouseColumn[] }
  | { readonly type: 'batch'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly type: 'end'; readonly rowCount: number; readonly truncated: boolean; readonly ms: number };

export interface StatementReading {
  readonly statements: number;
  readonly readOnly: boolean;
  /** Base tables it reads, as the database resolves them. */
  readonly tables: readonly { readonly schema: string; readonly table: string }[];
  /** Columns per table where the database tells (SQLite), else null. */
  readonly columns: readonly { readonly schema: string; readonly table: string; readonly column: string }[] | null;
  /** Functions it calls, lower case, where the database tells, else null. */
  readonly functions: readonly string[] | null;
}

export interface ProfileRequest extends CallOptions {
  readonly columns: readonly { readonly schema: string; readonly table: string; readonly column: string }[];
  readonly maxDistinct: number;
}

/** Whose fault a failure is decides what happens next: repair, breaker, or a word to the user. */
export type WarehouseErrorKind =
  | 'syntax'
  | 'unknown_object'
  | 'type'
  | 'arithmetic'
  | 'permission'
  | 'resource'
  | 'cancelled'
  | 'deadline'
  | 'connection'
  | 'unreadable_file'
  | 'other';

export class WarehouseError extends Error {
  readonly kind: WarehouseErrorKind;

  /** `message` is the database's own text: for the log and the repair, never for a stranger. */
  constructor(kind: WarehouseErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WarehouseError';
    this.kind = kind;
  }
}

/** Too many callers, not a broken database: everything it can do at once was busy until the deadline of this call. */
export class SourceBusyError extends WarehouseError {
  constructor(message: string, options?: ErrorOptions) {
    super('deadline', message, options);
    this.name = 'SourceBusyError';
  }
}
