import type { ElementRef } from '../lexicon/lexicon.ts';
import type { Condition, GroupKey, Projection } from '../parse/frame.ts';
import { grainOfWord } from '../parse/metric-time.ts';
import type { PlanCondition } from '../plan.ts';
import { type AssembleContext, columnAt, meetsMany, optionOf, planColumn, tableAt } from './context.ts';
import { boundsOneOfMany } from './count-conditions.ts';
import { ECHO, onlyEchoes } from './echo.ts';
import { isAggregate } from './expression.ts';
import type { Item } from './output-items.ts';
import type { Scope } from './scope.ts';
import { isSummed } from './summed-condition.ts';

interface Doubtful {
  readonly items: readonly Item[];
  /** Whether things are shown, and not figures alone. */
  readonly lists: boolean;
  readonly onRows: readonly Condition[];
  readonly where: readonly PlanCondition[];
}

/** The doubt about lists that only share a third table. */
export const SIDE_BY_SIDE = 'two lists side by side';

/** What makes it doubtful that a plan is what was asked for. */
export function doubtsOf(context: AssembleContext, scope: Scope, subject: number, { items, lists, onRows, where }: Doubtful): string[] {
  const doubts: string[] = [];
  if (lists && context.frame.conditions.some((condition) => holdsForSome(context, condition, subject)))
    doubts.push('some or all of many', 'a condition on many rows of a thing');
  if (onRows.some((condition) => boundsOneOfMany(context, condition, subject)))
    doubts.push('of one or of all together', 'a bound on one of many');
  if (context.frame.projections.some((projection) => repeats(context, scope, projection)))
    doubts.push('an average over repeated rows', 'of things or of what they meet');
  if (context.frame.groups.some((group) => ofEachRow(context, group))) doubts.push('a figure of each row', 'a ratio by a count');
  if (context.frame.groups.some((group) => isTimeOfOthers(context, subject, group)))
    doubts.push('a period of a table that nothing names', 'the time of something else');
  if (sideBySide(context, items)) doubts.push(SIDE_BY_SIDE);
  const shown = items.map(({ expression }) => expression);
  const namesOfCounted = items.flatMap(({ meaning: { counted } }) =>
    counted === null || !scope.has(counted) ? [] : [planColumn(scope, { table: counted, column: tableAt(context, counted).display })],
  );
  if (onlyEchoes(shown, where, namesOfCounted)) doubts.push(ECHO);
  return doubts;
}

/** "branches below target", where a branch has a target each month: below it once, or in all? */
function holdsForSome(context: AssembleContext, condition: Condition, subject: number): boolean {
  if (condition.kind !== 'compare' || isSummed(context, condition, subject)) return false;
  const { ref } = optionOf(context, condition.lhs);
  const named = context.frame.anchors.some((anchor) => optionOf(context, anchor).ref.table === ref.table);
  return (
    ref.kind === 'column' &&
    columnAt(context, ref).column.computed?.from === 'condition' &&
    !named &&
    meetsMany(context, subject, ref.table)
  );
}

/** "floor area by channel": each branch would weigh as much as it has orders. */
function repeats(context: AssembleContext, scope: Scope, { mention, aggregate, assumed }: Projection): boolean {
  if (aggregate !== 'avg' || mention === null) return false;
  const { table } = optionOf(context, mention).ref;
  if (assumed === true) return scope.tables().some((other) => other !== table && meetsMany(context, table, other));
  return context.frame.groups.some((group) => group.mention !== null && isOfRows(context, table, optionOf(context, group.mention).ref));
}

/** What tells apart the many rows that a thing meets, not other things it is paired with. */
function isOfRows(context: AssembleContext, table: number, group: ElementRef): boolean {
  const [path = []] = context.graph.paths(table, group.table);
  return group.kind === 'column' && path.some(({ toMany, to }) => toMany && !tableAt(context, to).bridge);
}

/** "sales per order", where an order has no name to be shown by: what is asked for is their average. */
function ofEachRow(context: AssembleContext, { mention, divides }: GroupKey): boolean {
  if (divides !== true || mention === null) return false;
  const { ref } = optionOf(context, mention);
  const isFigure = context.frame.projections.some(
    (shown) => shown.mention !== null && optionOf(context, shown.mention).ref.kind === 'metric',
  );
  return isFigure && ref.kind === 'table' && !tableAt(context, ref.table).named;
}

/** "customers by month", where only what they meet many of has a month and nothing else of it is spoken of. */
function isTimeOfOthers(context: AssembleContext, subject: number, { mention }: GroupKey): boolean {
  if (mention === null || mention.text.includes(' ')) return false;
  const { frame } = context;
  const { ref } = optionOf(context, mention);
  const { table } = ref;
  if (ref.kind !== 'column' || grainOfWord(columnAt(context, ref).column.name) === null) return false;
  const others = [
    ...frame.projections.map((shown) => shown.mention),
    ...frame.groups.map((group) => group.mention),
    ...frame.anchors,
    ...frame.conditions.flatMap((condition) => ('mention' in condition ? [condition.mention] : 'lhs' in condition ? [condition.lhs] : [])),
  ];
  return (
    table !== subject &&
    meetsMany(context, subject, table) &&
    frame.groups.length > 1 &&
    !others.some((other) => other !== null && other !== mention && optionOf(context, other).ref.table === table)
  );
}

/** Columns of two tables that only share a third: every row of the one would stand beside every row of the other. */
function sideBySide(context: AssembleContext, items: readonly Item[]): boolean {
  const tables = [
    ...new Set(items.flatMap((item) => (isAggregate(item.expression) || item.meaning.column === null ? [] : [item.meaning.column.table]))),
  ];
  return tables.some((a) =>
    tables.some((b) => {
      const [path = []] = a < b ? context.graph.paths(a, b) : [];
      return path.some((edge, at) => edge.toMany && path.slice(0, at).some((before) => !before.toMany));
    }),
  );
}
