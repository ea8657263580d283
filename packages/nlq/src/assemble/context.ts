import type { Language } from '@majed-vanna/contract';
import type { JoinGraph } from '../join/join-graph.ts';
import type { ElementRef } from '../lexicon/lexicon.ts';
import type { PreparedColumn, PreparedModel, PreparedTable } from '../lexicon/prepared-model.ts';
import type { Condition, Frame } from '../parse/frame.ts';
import type { Mention } from '../parse/segment.ts';
import type { PlanColumn, PlanCondition, QueryPlan } from '../plan.ts';
import type { Resolution } from '../resolve/resolve.ts';
import type { Option } from '../resolve/slots.ts';
import type { Scope } from './scope.ts';

/** What every step of putting a plan together needs. */
export interface AssembleContext {
  readonly prepared: PreparedModel;
  readonly graph: JoinGraph;
  readonly frame: Frame;
  readonly resolution: Resolution;
  readonly nameSource: (table: string) => string;
  /** Collected on the way: things that lower confidence. */
  readonly doubts: string[];
  /** Of the question: things with a name in each language are shown by theirs. */
  readonly language: Language;
}

export interface ColumnRef {
  readonly table: number;
  readonly column: number;
}

/** The plan cannot be put together this way. */
export class Unassemblable extends Error {}

/** The joins that the plan needs would count the rows of a sum more than once. */
export class CountedTwice extends Unassemblable {}

export function optionOf(context: AssembleContext, mention: Mention): Option {
  const option = context.resolution.chosen.get(mention.id);
  if (option === undefined) throw new Unassemblable(`nothing stands for "${mention.text}"`);
  return option;
}

export function tableAt(context: AssembleContext, table: number): PreparedTable {
  const found = context.prepared.tables[table];
  if (found === undefined) throw new Unassemblable('no such table');
  return found;
}

export function columnAt(context: AssembleContext, ref: ColumnRef): PreparedColumn {
  const found = tableAt(context, ref.table).columns[ref.column];
  if (found === undefined) throw new Unassemblable('no such column');
  return found;
}

/** The column a mention stands for; a table stands for the column its rows are known by. */
export function columnFor(context: AssembleContext, mention: Mention): ColumnRef {
  return columnOfRef(context, optionOf(context, mention).ref);
}

export function columnOfRef(context: AssembleContext, ref: ElementRef): ColumnRef {
  if (ref.kind === 'column') return { table: ref.table, column: ref.column };
  if (ref.kind === 'table') return inLanguage(context, { table: ref.table, column: tableAt(context, ref.table).display });
  throw new Unassemblable('a metric is no column');
}

/** `name_ar` beside `name` is what an Arabic question is answered with. */
export function inLanguage(context: AssembleContext, ref: ColumnRef): ColumnRef {
  if (context.language === 'en') return ref;
  const { columns } = tableAt(context, ref.table);
  const name = columns[ref.column]?.column.name.toLowerCase();
  const own = columns.find(({ column }) => column.name.toLowerCase() === `${name}_${context.language}`);
  return own === undefined ? ref : { table: ref.table, column: own.index };
}

export function planColumn(scope: Scope, ref: ColumnRef): PlanColumn {
  return scope.column(ref.table, ref.column);
}

/** Column that tells the rows of a table apart. */
export function keyColumn(context: AssembleContext, table: number): ColumnRef {
  const found = tableAt(context, table);
  const primary = found.columns.findIndex((column) => column.key === 'primary');
  if (primary >= 0) return { table, column: primary };
  const [single] = found.table.primaryKey;
  const named = found.table.primaryKey.length === 1 ? found.columns.findIndex((column) => column.column.name === single) : -1;
  return { table, column: named >= 0 ? named : found.display };
}

/** Going from one table to the other, one row may meet many. */
export function meetsMany(context: AssembleContext, from: number, to: number): boolean {
  const [path] = context.graph.paths(from, to);
  return path?.some((edge) => edge.toMany) ?? false;
}

export function pointInTime(column: PreparedColumn): boolean {
  return (
    column.type === 'date' ||
    column.yearLike ||
    (column.type === 'text' &&
      column.names.some((name) => name.words.some((word) => word === 'date' || word === 'birth' || word === 'birthday')))
  );
}

export function and(conditions: readonly PlanCondition[]): PlanCondition | null {
  const flat = conditions.flatMap((condition) => (condition.kind === 'and' ? condition.items : [condition]));
  return flat.length === 0 ? null : flat.length === 1 ? (flat[0] ?? null) : { kind: 'and', items: flat };
}

export function emptyPlan(parts: Pick<QueryPlan, 'from' | 'joins' | 'select'> & Partial<QueryPlan>): QueryPlan {
  return { version: 1, distinct: false, where: null, groupBy: [], having: null, orderBy: [], limit: null, ...parts };
}

export type Superlative = Extract<Condition, { kind: 'superlative' }>;
