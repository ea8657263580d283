import type { Cell, ColumnKind } from '@majed-vanna/contract';
import type { Warehouse, WarehouseErrorKind } from '../warehouse.ts';

/**
 * A connector under test, over the shop that the suite asks questions about:
 *
 * - `customer (id PK, name text, city text, joined date, vip boolean)`: 3 rows, see `CUSTOMERS`; with a comment on the
 *   table and on `city` where the dialect has comments
 * - `purchase (id PK, customer_id FK customer, amount decimal, made_at timestamp, note text)`: 4 rows, one `note` null
 * - `counting (n integer)`: 1 to `COUNTED`
 * - `vip_customer`: a view of the customers with `vip`
 */
export interface WarehouseFixture extends AsyncDisposable {
  readonly warehouse: Warehouse;
  readonly dialect: FixtureDialect;
  /** Settles once so many of the dialect's endless statements have reached the database and have not ended. */
  untilEndless(count: number): Promise<void>;
  /** Ends everything the connector has running, as a crash would. */
  crash(): Promise<void>;
  /** Batches and headers that have left the database's side so far. */
  delivered(): number;
  /** Changes when anything in the database changes. */
  fingerprint(): Promise<string>;
}

/** What each dialect says its own way. */
export interface FixtureDialect {
  readonly hasComments: boolean;
  /** A query that does not end by itself. */
  readonly endless: string;
  readonly values: readonly { readonly sql: string; readonly kind: ColumnKind; readonly cell: Cell }[];
  readonly errors: readonly { readonly sql: string; readonly kind: WarehouseErrorKind }[];
  /** Statements that reach beyond reading the shop; none may succeed. */
  readonly forbidden: readonly string[];
  /** Statements that parse but are no plain query. */
  readonly notQueries: readonly string[];
}

export type MakeFixture = () => Promise<WarehouseFixture>;

export const CUSTOMERS: readonly (readonly Cell[])[] = [
  [1, 'محمد العتيبي', 'الرياض', '2024-01-31', true],
  [2, "O'Brien & Söhne 😀", 'Jeddah', '2024-02-29', false],
  [3, 'Line\nbreak "quoted"', null, null, null],
];

export const COUNTED = 100_000;
