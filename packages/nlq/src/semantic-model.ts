import type { ColumnKind, Dialect, Language, NumberFormat } from '@majed-vanna/contract';

/** Words for one thing, per language; the first is the name shown to people. */
export type Words = Readonly<Partial<Record<Language, readonly string[]>>>;

/** What the engine knows of a data source: its tables and columns, how they join, what they are called, what they hold. */
export interface SemanticModel {
  readonly dialect: Dialect;
  readonly tables: readonly SemanticTable[];
  readonly joins: readonly SemanticJoin[];
  readonly metrics: readonly SemanticMetric[];
  /** Named sets of rows, e.g. "late order". */
  readonly conditions?: readonly SemanticCondition[];
  /** Named values of a row that no column holds as they are, e.g. an age group. */
  readonly dimensions?: readonly SemanticDimension[];
}

export interface SemanticTable {
  readonly schema: string;
  readonly name: string;
  readonly comment: string | null;
  readonly words: Words;
  readonly columns: readonly SemanticColumn[];
  readonly primaryKey: readonly string[];
  readonly rowEstimate: number | null;
  /** The column that names a row to a person, when one does. */
  readonly displayColumn?: string | null;
  /** What many rows are called, where that does not follow from the name. */
  readonly plural?: Readonly<Partial<Record<Language, string | undefined>>>;
}

export interface SemanticColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly nativeType: string;
  readonly comment: string | null;
  readonly words: Words;
  /** Distinct values of a low-cardinality text column; null when not sampled. */
  readonly values: readonly string[] | null;
  /** Smallest and largest value of a numeric or date column, when known. */
  readonly range: { readonly min: string | number; readonly max: string | number } | null;
  readonly format: NumberFormat | null;
  /** ISO 4217. */
  readonly currency: string | null;
  /** Whether a row may hold nothing here; not known when absent. */
  readonly nullable?: boolean;
  /** Masked columns may be listed and used for nothing else. */
  readonly masked: boolean;
  /** What a stored value is called, where that differs from the value itself. */
  readonly valueWords?: Readonly<Record<string, Words>>;
  /** Inside the engine only: a dimension or condition of the table that is read like a column of it. */
  readonly computed?: { readonly from: 'dimension' | 'condition'; readonly expression: string };
}

export interface SemanticJoin {
  readonly from: { readonly table: string; readonly columns: readonly string[] };
  readonly to: { readonly table: string; readonly columns: readonly string[] };
  /** `from` holds the foreign key. */
  readonly cardinality: 'many_to_one' | 'one_to_one';
  /** How sure we are: declared keys are, guessed ones wait for confirmation. */
  readonly origin: 'declared' | 'confirmed' | 'guessed';
  /** What the role is called when two tables join in more than one way, e.g. `manager`. */
  readonly words: Words;
}

export interface SemanticMetric {
  readonly name: string;
  readonly words: Words;
  readonly description: string | null;
  /** `schema.table` whose rows are aggregated. */
  readonly table: string;
  /** An aggregate over the table's columns in the source's dialect; `{column}` marks a column of `table`. */
  readonly expression: string;
  /** A predicate in the same notation; null for none. */
  readonly filter: string | null;
  /** Date column that periods apply to, of `table` or reached by one `table.column` along a join. */
  readonly dateColumn: string | null;
  readonly format: NumberFormat | null;
  readonly currency: string | null;
}

export interface SemanticCondition {
  readonly name: string;
  readonly words: Words;
  readonly description: string | null;
  /** `schema.table` whose rows the predicate picks. */
  readonly table: string;
  /** A predicate; `{column}` marks a column of `table`. */
  readonly filter: string;
}

export interface SemanticDimension {
  readonly name: string;
  readonly words: Words;
  readonly description: string | null;
  /** `schema.table` whose rows it describes. */
  readonly table: string;
  /** One value per row; `{column}` marks a column of `table`. */
  readonly expression: string;
  readonly kind: ColumnKind;
}
