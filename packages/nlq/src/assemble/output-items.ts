import { OWN_NAME } from '../lexicon/lexicon.ts';
import type { PreparedColumn } from '../lexicon/prepared-model.ts';
import type { Projection } from '../parse/frame.ts';
import type { Mention } from '../parse/segment.ts';
import type { AggregateFunction, PlanExpression, PlanSelect } from '../plan.ts';
import {
  type AssembleContext,
  type ColumnRef,
  columnAt,
  columnOfRef,
  inLanguage,
  keyColumn,
  meetsMany,
  optionOf,
  planColumn,
  pointInTime,
  tableAt,
  Unassemblable,
} from './context.ts';
import { countOfRows, countsAnyRow } from './count-metric.ts';
import { isAggregate, same } from './expression.ts';
import type { PerMeasure } from './per-measure.ts';
import type { Scope } from './scope.ts';

/** What one output column means, for labels and formats. */
export interface OutputMeaning {
  readonly role: 'dimension' | 'time' | 'measure' | 'detail';
  readonly column: ColumnRef | null;
  readonly metric: number | null;
  readonly aggregate: AggregateFunction | 'count' | 'share' | null;
  /** Table whose rows are counted. */
  readonly counted: number | null;
}

export interface Item {
  readonly expression: PlanExpression;
  readonly meaning: OutputMeaning;
}

export function dedupe(items: Item[]): void {
  for (let at = items.length - 1; at > 0; at--)
    if (items.slice(0, at).some((item) => same(item.expression, items[at]?.expression ?? item.expression))) items.splice(at, 1);
}

export function project(
  context: AssembleContext,
  scope: Scope,
  projection: Projection,
  explicit: ReadonlySet<number>,
  subject: number,
): Item[] {
  const { mention } = projection;
  if (projection.kind === 'everything') {
    const table = mention === null ? subject : optionOf(context, mention).ref.table;
    return wholeRow(context, scope, table);
  }
  if (projection.kind === 'count') {
    if (mention === null) return [{ expression: { kind: 'count', distinct: false, of: null }, meaning: measure('count', null, subject) }];
    const { ref } = optionOf(context, mention);
    scope.use(ref.table);
    if (ref.kind === 'table' && !projection.distinct)
      return [{ expression: countOfRows(context, scope, ref.table), meaning: measure('count', null, ref.table) }];
    const pointer = keyOfCounted(context, mention);
    if (pointer !== null)
      return [{ expression: { kind: 'count', distinct: true, of: planColumn(scope, pointer) }, meaning: measure('count', pointer, null) }];
    if (ref.kind !== 'column' || (columnAt(context, ref).key !== null && !projection.distinct))
      return [{ expression: { kind: 'count', distinct: false, of: null }, meaning: measure('count', null, ref.table) }];
    return [{ expression: { kind: 'count', distinct: true, of: planColumn(scope, ref) }, meaning: measure('count', ref, ref.table) }];
  }
  if (mention === null) return [];
  const { ref } = optionOf(context, mention);
  if (ref.kind === 'metric') {
    const metric = context.prepared.model.metrics[ref.metric];
    if (metric === undefined) throw new Unassemblable('no such metric');
    if (countsAnyRow(context, metric, ref.table)) {
      scope.use(ref.table);
      return [{ expression: { kind: 'count', distinct: false, of: null }, meaning: measure('count', null, ref.table) }];
    }
    // "tickets" is not the average ticket: part of a definition's name is another thing.
    if (optionOf(context, mention).score < PART_OF_NAME) context.doubts.push('a part of the name of a figure', 'a figure of another name');
    // "average sales": the figure is a sum already, and of what it is to be averaged was not said.
    if (projection.aggregate !== null && projection.aggregate !== 'sum')
      context.doubts.push('an aggregate of a figure', 'averaged over what');
    return [
      {
        expression: { kind: 'metric', source: scope.use(ref.table), name: metric.name },
        meaning: { role: 'measure', column: null, metric: ref.metric, aggregate: null, counted: null },
      },
    ];
  }
  if (projection.kind === 'entity' && ref.kind === 'table' && explicit.has(ref.table) && projection.kept !== true) {
    scope.use(ref.table);
    return [];
  }
  // What has no name is told by all it has.
  if (projection.kind === 'entity' && ref.kind === 'table' && !tableAt(context, ref.table).named)
    return wholeRow(context, scope, ref.table);
  const own = columnOfRef(context, ref);
  const column =
    projection.aggregate === null && namesTheRow(context, own, mention.text)
      ? { table: own.table, column: tableAt(context, own.table).display }
      : own;
  if (projection.aggregate === null) return [detail(scope, inLanguage(context, column))];
  if (ref.kind === 'table') throw new Unassemblable('a table has no sum');
  // "the most reason": the last one of the alphabet is never what is meant.
  if (holdsWords(columnAt(context, column))) throw new Unassemblable('words have no sum and no greatest');
  // "median order": of which figure of the orders?
  if (optionOf(context, mention).score < OWN_NAME && mention.elements.some((one) => one.ref.kind === 'table' && one.score >= OWN_NAME))
    context.doubts.push('an aggregate of things', 'of which of their figures');
  return [
    {
      expression: { kind: 'aggregate', fn: projection.aggregate, of: planColumn(scope, column) },
      meaning: measure(projection.aggregate, column, null),
    },
  ];
}

/** "orders and sales by region", read from the lines of orders: what points at an order, each once. */
function keyOfCounted(context: AssembleContext, mention: Mention): ColumnRef | null {
  const { ref } = optionOf(context, mention);
  const said = mention.elements.some((one) => one.ref.kind === 'table' && one.score >= OWN_NAME && one.ref.table !== ref.table);
  const besideFigure = context.frame.projections.some(
    (other) => other.mention !== null && optionOf(context, other.mention).ref.kind === 'metric',
  );
  if (ref.kind !== 'column' || !said || !besideFigure) return null;
  const pointer = mention.elements.find(
    (one) => one.ref.table === ref.table && one.ref.kind === 'column' && columnAt(context, one.ref).key === 'foreign',
  );
  return pointer?.ref.kind === 'column' ? pointer.ref : null;
}

/** Numbers may be stored as text. */
function holdsWords({ type, column: { values } }: PreparedColumn): boolean {
  return type === 'text' && values !== null && values.length > 0 && !values.some((value) => /\d/.test(value));
}

/** Below this a figure was named by a part of its name only. */
const PART_OF_NAME = 0.85;

/** What is stored of a row; what is worked out from it is shown when it is asked for. */
function wholeRow(context: AssembleContext, scope: Scope, table: number): Item[] {
  return tableAt(context, table)
    .columns.filter(({ column }) => column.computed === undefined)
    .map(({ index }) => detail(scope, { table, column: index }));
}

/** "the drivers", where only a key `driver_id` bears the word: the driver is meant, who has a name. */
function namesTheRow(context: AssembleContext, ref: ColumnRef, said: string): boolean {
  return (
    columnAt(context, ref).key === 'primary' &&
    tableAt(context, ref.table).named &&
    !/\b(ids?|keys?|codes?|numbers?|no|identifiers?)\b|id$/i.test(said)
  );
}

export function detail(scope: Scope, column: ColumnRef): Item {
  return { expression: planColumn(scope, column), meaning: { role: 'detail', column, metric: null, aggregate: null, counted: null } };
}

export function measure(aggregate: OutputMeaning['aggregate'], column: ColumnRef | null, counted: number | null): OutputMeaning {
  return { role: 'measure', column, metric: null, aggregate, counted };
}

export interface GroupItem extends Item {
  /** A table's key, grouped by beside what is shown of it. */
  readonly key: PlanExpression | null;
  readonly table: number;
  readonly entity: boolean;
}

export function groupItems(context: AssembleContext, scope: Scope, per: PerMeasure | null): GroupItem[] {
  if (per?.ofEach) return [rowItem(context, scope, per.column.table)];
  return (per?.groups ?? context.frame.groups).flatMap((group): GroupItem[] => {
    if (group.mention === null) throw new Unassemblable('a period needs a date');
    const { ref } = optionOf(context, group.mention);
    const column = inLanguage(context, columnOfRef(context, ref));
    const shown = planColumn(scope, column);
    const prepared = columnAt(context, column);
    if (group.grain !== null && prepared.type === 'date')
      return [
        {
          expression: { kind: 'grain', grain: group.grain, of: shown },
          meaning: { role: 'time', column, metric: null, aggregate: null, counted: null },
          key: null,
          table: ref.table,
          entity: false,
        },
      ];
    const meaning: OutputMeaning = {
      role: pointInTime(prepared) ? 'time' : 'dimension',
      column,
      metric: null,
      aggregate: null,
      counted: null,
    };
    // "per order" is not per line of an order.
    const { mention } = group;
    const said = mention.elements.filter((one) => one.ref.kind === 'table' && one.score >= OWN_NAME);
    if (
      ref.kind === 'column' &&
      said.length > 0 &&
      optionOf(context, mention).score < OWN_NAME &&
      said.every((one) => one.ref.table !== ref.table)
    )
      context.doubts.push('groups of another table', 'groups of a part of a name');
    if (ref.kind !== 'table') {
      const key = namesOther(context, column) ? planColumn(scope, keyColumn(context, ref.table)) : null;
      return [{ expression: shown, meaning, key, table: ref.table, entity: false }];
    }
    return [{ expression: shown, meaning, key: planColumn(scope, keyColumn(context, ref.table)), table: ref.table, entity: true }];
  });
}

/** "sales by customer name": those who bear one name are not one customer. */
function namesOther(context: AssembleContext, column: ColumnRef): boolean {
  const figures = context.frame.projections.flatMap(({ mention }) => (mention === null ? [] : [optionOf(context, mention).ref.table]));
  return figures.every((figure) => figure !== column.table) && namesAmong(context, column, figures);
}

/** It names rows of its table, and each of them meets many of those that the figures are of. */
function namesAmong(context: AssembleContext, column: ColumnRef, figures: readonly number[]): boolean {
  const { display, named, table } = tableAt(context, column.table);
  return (
    named &&
    table.primaryKey.length === 1 &&
    inLanguage(context, { table: column.table, column: display }).column === column.column &&
    figures.length > 0 &&
    figures.every((figure) => meetsMany(context, column.table, figure))
  );
}

/** "customers and their sales": the keys of what is told apart by the names shown. */
export function keysOfNames(context: AssembleContext, scope: Scope, items: readonly Item[]): PlanExpression[] {
  const tables = context.frame.projections.flatMap(({ mention }) => (mention === null ? [] : [optionOf(context, mention).ref.table]));
  const among = (column: ColumnRef) => tables.filter((table) => table !== column.table);
  return items.flatMap(({ meaning: { role, column } }) =>
    role === 'detail' && column !== null && namesAmong(context, column, among(column))
      ? [planColumn(scope, keyColumn(context, column.table))]
      : [],
  );
}

/** Each row of a table, by its name. */
function rowItem(context: AssembleContext, scope: Scope, table: number): GroupItem {
  const { expression, meaning } = detail(scope, inLanguage(context, { table, column: tableAt(context, table).display }));
  return { expression, meaning: { ...meaning, role: 'dimension' }, key: planColumn(scope, keyColumn(context, table)), table, entity: true };
}

/** Adds group keys: shown unless something of the same table is shown already. */
export function addGroups(items: Item[], keys: readonly GroupItem[], groupBy: PlanExpression[], show: boolean, hidden: boolean): void {
  const add = (expression: PlanExpression) => {
    if (!groupBy.some((known) => same(known, expression))) groupBy.push(expression);
  };
  // "by age band and customer": the band is of the customer and does not stand for one.
  const listed = [...items];
  for (const key of keys) {
    const shownOfTable = listed.some((item) => !isAggregate(item.expression) && item.meaning.column?.table === key.table);
    if (show && !((key.entity || hidden) && shownOfTable) && !items.some((item) => same(item.expression, key.expression)))
      items.unshift({ expression: key.expression, meaning: key.meaning });
    if (key.key !== null) add(key.key);
    if (!key.entity || !shownOfTable) add(key.expression);
  }
  for (const item of items) if (!isAggregate(item.expression)) add(item.expression);
}

/** Output names, unique within the select list. */
export function nameOutputs(items: readonly Item[], context: AssembleContext): PlanSelect[] {
  const used = new Set<string>();
  return items.map(({ expression, meaning }) => {
    const counted = meaning.counted === null ? undefined : context.prepared.tables[meaning.counted]?.table;
    const base = baseName(expression);
    let name = base;
    for (let n = 2; used.has(name.toLowerCase()); n++) name = `${base}_${n}`;
    used.add(name.toLowerCase());
    return counted === undefined ? { expression, name } : { expression, name, counts: { schema: counted.schema, table: counted.name } };
  });
}

export function baseName(expression: PlanExpression): string {
  switch (expression.kind) {
    case 'column':
      return expression.column;
    case 'count':
      return 'count';
    case 'aggregate':
      return expression.of.kind === 'column'
        ? `${expression.fn}_${expression.of.column.toLowerCase().replace(/\W+/g, '_')}`
        : expression.fn;
    case 'metric':
      return expression.name;
    case 'arithmetic':
      return expression.left.kind === 'filtered' ? 'share' : 'value';
    case 'grain':
      return expression.grain;
    case 'earlier':
      return 'earlier';
    default:
      return expression.kind;
  }
}
