import type { ColumnReference } from '@majed-vanna/contract';
import type { Catalog, CatalogTable } from './catalog.ts';
import type { DialectRules } from './dialects/dialect-rules.ts';
import { fold } from './fold.ts';
import type { Token } from './lex.ts';
import { refuse } from './refuse.ts';
import type { QueryShape, Scope } from './scope.ts';
import type { Name } from './tree.ts';

/** A base table where the statement names it; `end` is behind the name, before an alias. */
export interface TableReference {
  readonly table: CatalogTable;
  readonly start: number;
  readonly end: number;
  /** False when the place has no alias, so that the rewrite must give the table's own name. */
  readonly aliased: boolean;
}

/** What reading one statement gathers. */
export interface Analysis {
  readonly rules: DialectRules;
  readonly catalog: Catalog;
  readonly tables: TableReference[];
  /** Schema prefixes of columns, which no longer resolve once the table is a sub-query. */
  readonly removals: { readonly start: number; readonly end: number }[];
  readonly columns: Map<string, ColumnReference>;
  /** The statement's tokens by their start. */
  readonly tokenAt: ReadonlyMap<number, Token>;
  /** Start offsets of the tokens that the resolution has accounted for. */
  readonly claimed: Set<number>;
  /** Names of common tables, folded: the only unqualified tables of the final text. */
  readonly commonTableNames: Set<string>;
  /** How many SELECTs it holds. */
  selects: number;
  /** Lengths of the series written so far. */
  readonly series: number[];
  /** Reads a sub-query inside an expression or FROM; here because queries and expressions hold each other. */
  readonly readQuery: (value: unknown, outer: Scope | null, analysis: Analysis) => QueryShape;
}

/** What one expression uses. */
export interface Uses {
  readonly sources: ColumnReference[];
  /** Whether it aggregates rows, other than in a window. */
  aggregate: boolean;
}

export function createUses(): Uses {
  return { sources: [], aggregate: false };
}

/** Accounts for the token of a name. A name without a place could hide anything. */
export function claim(analysis: Analysis, name: Name) {
  const token = analysis.tokenAt.get(name.start);
  if (!token || token.end !== name.end) refuse('unknown_syntax', 'A name could not be found in the text.', name.text);
  analysis.claimed.add(name.start);
}

/** For the lineage: the statement reads this column, however often. */
export function recordColumn(analysis: Analysis, reference: ColumnReference) {
  analysis.columns.set(JSON.stringify([reference.schema, reference.table, reference.column]), reference);
}

/** Aliases and CTEs named like a table would let a reader, or a parser, take one for the other. */
export function refuseShadowing(analysis: Analysis, name: Name, own: CatalogTable | null = null) {
  const shadows = analysis.catalog.isTableName(name.text) && !(own && fold(own.name) === fold(name.text));
  if (shadows)
    refuse(
      'shadowed_table',
      `The name ${name.text} belongs to a table and may not be given to something else.`,
      name.text,
      'Choose another name.',
    );
  if (analysis.rules.isSystemName(name.text))
    refuse('shadowed_table', `The name ${name.text} belongs to the database.`, name.text, 'Choose another name.');
}
