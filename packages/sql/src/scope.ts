import type { ColumnReference } from '@majed-vanna/contract';
import type { CatalogTable } from './catalog.ts';
import type { Figure } from './figure.ts';

/** A column that a query puts out, or that a source of FROM offers. */
export interface OutputColumn {
  readonly name: string;
  readonly sources: readonly ColumnReference[];
  /** Holds a masked value: it may be passed on, and used for nothing else. */
  readonly masked: boolean;
  /** What it is worked out from, where that is told. */
  readonly figure?: Figure;
}

/** How many rows to expect: `one` is proven, `few` are written out or limited, `grouped` are distinct values, `large` is a table. */
export type RowEstimate = 'one' | 'few' | 'grouped' | 'large';

export interface QueryShape {
  readonly outputs: readonly OutputColumn[];
  readonly rows: RowEstimate;
  /** The columns of its WHERE; set where a SELECT over tables leaves out rows by that alone. */
  readonly filteredBy?: readonly ColumnReference[];
}

/** One source of a FROM clause. */
export interface Relation {
  /** Folded alias; null for a sub-query without one. */
  readonly alias: string | null;
  readonly columns: readonly OutputColumn[];
  readonly rows: RowEstimate;
  /** The policy's table, for base tables. */
  readonly base: CatalogTable | null;
  /** Set when the base table is spoken of by its own name, so `schema.table.column` may name it. */
  readonly underOwnName: boolean;
  /**
   * What may be asked of it besides its columns: `fields` of an unnested struct, with its alias; `any` name, as of a pivot,
   * whose columns are values; else null.
   */
  readonly open: 'fields' | 'any' | null;
}

export interface CommonTable extends QueryShape {
  readonly name: string;
  /** How often it was named, itself included: tells recursion. */
  mentions: number;
}

export interface Scope {
  readonly parent: Scope | null;
  readonly relations: Relation[];
  /** Folded names of columns that USING or NATURAL merged into one. */
  readonly merged: Set<string>;
  /** Folded names of the SELECT list's aliases. */
  readonly aliases: Map<string, OutputColumn>;
  readonly commonTables: Map<string, CommonTable>;
  /** Parameters of lambdas and list comprehensions. */
  readonly parameters: ReadonlySet<string>;
  /** Sources mentioned since it was last cleared: what connects the sources of a join. */
  readonly touched: Set<Relation>;
  /** Whether something outside of this scope was mentioned since it was last set to false. */
  touchedOutside: boolean;
}

export function createScope(parent: Scope | null, parameters: ReadonlySet<string> = new Set()): Scope {
  return {
    parent,
    relations: [],
    merged: new Set(),
    aliases: new Map(),
    commonTables: new Map(),
    parameters,
    touched: new Set(),
    touchedOutside: false,
  };
}

export function findCommonTable(scope: Scope | null, foldedName: string): CommonTable | null {
  for (let at = scope; at; at = at.parent) {
    const found = at.commonTables.get(foldedName);
    if (found) return found;
  }
  return null;
}

export function mergeSources(lists: Iterable<readonly ColumnReference[]>): ColumnReference[] {
  const merged = new Map<string, ColumnReference>();
  for (const list of lists) for (const source of list) merged.set(JSON.stringify([source.schema, source.table, source.column]), source);
  return [...merged.values()];
}

const ESTIMATES: readonly RowEstimate[] = ['one', 'few', 'grouped', 'large'];

export function largerEstimate(a: RowEstimate, b: RowEstimate): RowEstimate {
  return ESTIMATES.indexOf(a) > ESTIMATES.indexOf(b) ? a : b;
}

export function smallerEstimate(a: RowEstimate, b: RowEstimate): RowEstimate {
  return ESTIMATES.indexOf(a) < ESTIMATES.indexOf(b) ? a : b;
}
