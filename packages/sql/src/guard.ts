import type { DataPolicy, Dialect, GuardInjections, Refusal, StatementLineage } from '@majed-vanna/contract';
import type { Figure } from './figure.ts';
import type { PlainRead } from './plain-read.ts';

export interface GuardRequest {
  readonly sql: string;
  readonly dialect: Dialect;
  readonly policy: DataPolicy;
  readonly maxRows: number;
  /** Names, without schema, of tables that exist and may not be read: aliases and common tables may not take them either. */
  readonly takenNames?: readonly string[];
}

export type GuardVerdict =
  | {
      readonly verdict: 'allow' /** The only text that may be executed. */;
      readonly sql: string;
      readonly lineage: StatementLineage;
      readonly injections: GuardInjections;
      /** Per output, in order: what it is worked out from; null where that is not told, and for what is masked. */
      readonly figures: readonly (Figure | null)[];
      /** Which rows it reads; null where that is not told. */
      readonly plain: PlainRead | null;
    }
  | { readonly verdict: 'deny'; readonly refusal: Refusal };

/** What the database's own parser says of a text; the same shape as the warehouse's reading. Rejects when it cannot parse. */
export type SecondReader = (sql: string) => Promise<SecondReading>;

export interface SecondReading {
  readonly statements: number;
  readonly readOnly: boolean;
  readonly tables: readonly { readonly schema: string; readonly table: string }[];
  readonly columns: readonly { readonly schema: string; readonly table: string; readonly column: string }[] | null;
  readonly functions: readonly string[] | null;
}

export type CheckStatement = (request: GuardRequest, secondReader: SecondReader) => Promise<GuardVerdict>;
