import type { PeriodGrain } from '../plan.ts';

/** How one database writes what the plan says. */
export interface SqlDialect {
  quote(name: string): string;
  text(value: string): string;
  date(value: string): string;
  /** The start of the period that a date falls in, or its number for weekdays. */
  grain(grain: PeriodGrain, expression: string): string;
  /** Counts on by `step` from one period to the next; `key` is the period as `grain` writes it. */
  ordinal(grain: PeriodGrain, key: string, expression: string): { text: string; step: number };
  /** Case-insensitive match; `pattern` is a literal with wildcards. */
  like(left: string, pattern: string, negated: boolean): string;
  readonly hasMedian: boolean;
  divide(left: string, right: string): string;
  /** Lets an aggregate read numbers kept as text. */
  numeric(expression: string, nativeType: string): string;
  equalsText(left: string, value: string): string;
  /** Columns of a table may stand beside its key in a grouped list without being grouped by. */
  readonly keyDeterminesRow: boolean;
  readonly defaultSchema: string;
}
