import { type ElementRef, OWN_NAME } from '../lexicon/lexicon.ts';
import { isSameName } from '../lexicon/names.ts';
import type { Condition, GroupKey, Projection } from '../parse/frame.ts';
import { grainOfWord } from '../parse/metric-time.ts';
import { isMeasure } from '../parse/parser-state.ts';
import type { Mention } from '../parse/segment.ts';
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
  if (context.frame.conditions.some((condition) => isExtremeOfOthers(context, condition)))
    doubts.push('what something else is like', 'an extreme of another thing');
  if (context.frame.projections.some((projection) => isExtremeOfKey(context, projection)))
    doubts.push('a key is neither much nor little', 'most of what');
  if (context.frame.projections.some((projection) => countsOnceOrInAll(context, projection)))
    doubts.push('once or in all', 'a condition on many rows of a thing');
  if (context.frame.conditions.some((condition, at) => countsBesideEvent(context, condition, context.frame.conditions[at + 1], subject)))
    doubts.push('a number of other rows', 'how many of what happened');
  if (items.some((item) => countsDoers(context, item)) && where.some(({ kind }) => kind === 'member'))
    doubts.push('of one row or of all of a thing', 'what one row meets');
  if (context.frame.conditions.some((condition) => countsItself(context, condition, subject)))
    doubts.push('how many of itself', 'a number of the things listed');
  if (
    context.frame.groups.length > 0 &&
    items.some(({ expression }) => expression.kind === 'metric') &&
    context.frame.projections.some((projection) => isUnnamed(context, projection))
  )
    doubts.push('rows beside a figure of a group', 'a number or a list');
  if (context.frame.projections.some((projection) => isNoMoment(context, projection)))
    doubts.push('a period that is none', 'months of which date');
  if (context.frame.projections.some((projection) => isRoleOfRows(context, projection)))
    doubts.push('a number in place of whom it stands for', 'whose role it is');
  if (lacksOthersOf(context)) doubts.push('what is without, told of something else', 'whose of two alike');
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

/** "the manager", where each row of a table holds the number of another row of it. */
function isRoleOfRows(context: AssembleContext, { kind, mention, aggregate }: Projection): boolean {
  if (kind !== 'element' || mention === null || aggregate !== null || KEY_WORD.test(mention.text)) return false;
  const { ref } = optionOf(context, mention);
  if (ref.kind !== 'column' || columnAt(context, ref).key !== 'foreign' || !tableAt(context, ref.table).named) return false;
  const { name } = columnAt(context, ref).column;
  return context.graph.edgesOf(ref.table).some(({ to, fromColumns }) => to === ref.table && isSameName(fromColumns[0] ?? '', name));
}

const KEY_WORD = /\b(ids?|keys?|codes?|numbers?|no|identifiers?)\b|id$|رقم|ارقام|أرقام/i;

/** "cities with no customers", of the cities that branches have, where customers have a city of their own and no branch. */
function lacksOthersOf(context: AssembleContext): boolean {
  const lacking = context.frame.conditions.flatMap((one) =>
    one.kind === 'exists' && one.negated ? [optionOf(context, one.mention).ref.table] : [],
  );
  return context.frame.projections.some(({ kind, mention, aggregate }) => {
    if (kind !== 'element' || mention === null || aggregate !== null) return false;
    const chosen = optionOf(context, mention).ref.table;
    return mention.elements.some(
      ({ ref, score }) =>
        ref.kind === 'column' &&
        score >= ALIKE &&
        columnAt(context, ref).key === null &&
        lacking.includes(ref.table) &&
        context.graph.distance(chosen, ref.table) > 1,
    );
  });
}

const ALIKE = 0.9;

/** "the oldest employee", "employees older than 30", where only branches have an age. */
function isExtremeOfOthers(context: AssembleContext, condition: Condition): boolean {
  if (condition.kind === 'superlative')
    return condition.by !== null && condition.target !== null && isOfOthers(context, condition.by, condition.target);
  if ((condition.kind !== 'compare' && condition.kind !== 'against') || !condition.flipDates) return false;
  const [listed] = context.frame.projections;
  return listed?.kind === 'entity' && listed.mention !== null && isOfOthers(context, condition.lhs, listed.mention);
}

function isOfOthers(context: AssembleContext, said: Mention, thing: Mention): boolean {
  if (said.id >= 0) return false;
  const [by, target] = [optionOf(context, said).ref, optionOf(context, thing).ref];
  return by.kind === 'column' && target.kind === 'table' && by.table !== target.table;
}

/** "branches in regions with more than 5 branches". */
function countsItself(context: AssembleContext, condition: Condition, subject: number): boolean {
  if (condition.kind !== 'countCompare' || condition.mention === null) return false;
  const { ref } = optionOf(context, condition.mention);
  const listed = context.frame.projections.some(
    ({ kind, mention }) => kind === 'entity' && mention !== null && optionOf(context, mention).ref.table === subject,
  );
  return listed && ref.kind === 'table' && ref.table === subject;
}

/** "sales and orders by region": orders have no name to be listed by. */
function isUnnamed(context: AssembleContext, { kind, mention }: Projection): boolean {
  return kind === 'entity' && mention !== null && !tableAt(context, optionOf(context, mention).ref.table).named;
}

/** "the worst month", read as a monthly salary. */
function isNoMoment(context: AssembleContext, { kind, mention }: Projection): boolean {
  if (kind !== 'element' || mention === null || grainOfWord(mention.text) === null) return false;
  const { ref } = optionOf(context, mention);
  if (ref.kind !== 'column' || columnAt(context, ref).yearLike || !isMeasure(columnAt(context, ref))) return false;
  return !mention.elements.some((one) => one.score >= OWN_NAME && sameRef(one.ref, ref));
}

const sameRef = (a: ElementRef, b: ElementRef) => JSON.stringify(a) === JSON.stringify(b);

function isExtremeOfKey(context: AssembleContext, { mention, aggregate }: Projection): boolean {
  if (mention === null || (aggregate !== 'min' && aggregate !== 'max')) return false;
  const { ref } = optionOf(context, mention);
  return ref.kind === 'column' && columnAt(context, ref).key !== null && (mention.elements[0]?.score ?? 0) < OWN_NAME;
}

/** "how many branches missed their target", where a branch has a target each month. */
function countsOnceOrInAll(context: AssembleContext, { kind, mention }: Projection): boolean {
  const table = mention?.elements[0]?.ref.table;
  return kind === 'count' && table !== undefined && context.frame.conditions.some((condition) => isSummed(context, condition, table));
}

/** "returned more than 3 items", where what is counted is reached past what was returned. */
function countsBesideEvent(context: AssembleContext, done: Condition, counted: Condition | undefined, subject: number): boolean {
  if (done.kind !== 'exists' || done.negated || counted?.kind !== 'countCompare' || counted.mention === null) return false;
  const event = optionOf(context, done.mention).ref.table;
  const { table } = optionOf(context, counted.mention).ref;
  const [path = []] = context.graph.paths(subject, table);
  return event !== table && !path.some(({ to }) => to === event);
}

/** A figure that tells how many things have rows, such as customers who bought. */
function countsDoers({ prepared: { model } }: AssembleContext, { expression }: Item): boolean {
  const metric = expression.kind === 'metric' ? model.metrics.find(({ name }) => name === expression.name) : undefined;
  return /^\s*count\s*\(\s*distinct\b/i.test(metric?.expression ?? '');
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
