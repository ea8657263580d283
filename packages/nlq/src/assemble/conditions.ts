import type { Edge } from '../join/join-graph.ts';
import type { ElementRef } from '../lexicon/lexicon.ts';
import type { PreparedColumn } from '../lexicon/prepared-model.ts';
import { roleFit } from '../lexicon/roles.ts';
import type { Condition } from '../parse/frame.ts';
import { isMeasure } from '../parse/parser-state.ts';
import type { Mention } from '../parse/segment.ts';
import type { CompareOperator, PlanColumn, PlanCondition, PlanExpression } from '../plan.ts';
import {
  type AssembleContext,
  and,
  type ColumnRef,
  columnAt,
  columnFor,
  emptyPlan,
  meetsMany,
  optionOf,
  planColumn,
  pointInTime,
  tableAt,
  Unassemblable,
} from './context.ts';
import { same } from './expression.ts';
import { memberCondition, relate } from './member.ts';
import { metricFilters } from './metric-filters.ts';
import { createScope, type Scope } from './scope.ts';
import { yearCompare, yearsOf } from './years.ts';

const FLIPPED: Readonly<Record<CompareOperator, CompareOperator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=', '!=': '!=' };
/** What holds when the other does not. */
export const OPPOSITE: Readonly<Record<CompareOperator, CompareOperator>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '=': '!=',
  '!=': '=',
};

/** Puts the conditions that restrict rows of `subject` into its scope; superlatives and counts are left to others. */
export function rowConditions(context: AssembleContext, scope: Scope, subject: number, conditions: readonly Condition[]): PlanCondition[] {
  const late = (condition: Condition) => condition.kind === 'exists' && !condition.negated;
  conditions = [...conditions.filter((condition) => !late(condition)), ...conditions.filter(late)];
  const done: { condition: Condition; plan: PlanCondition }[] = [];
  let lastNegated = false;
  for (const [index, condition] of conditions.entries()) {
    const previous = conditions[index - 1];
    const next = conditions[index + 1];
    const carried: boolean = condition.connector === 'or' && lastNegated && !condition.negated;
    const effective: Condition = carried ? { ...condition, negated: true } : condition;
    lastNegated = effective.negated;
    const plan = one(
      context,
      scope,
      subject,
      effective,
      alternates(context, subject, effective, previous) || alternates(context, subject, effective, next),
    );
    if (plan === null || done.some((item) => repeats(item.plan, plan))) continue;
    const before = done.at(-1);
    const either =
      condition.connector === 'or' ||
      (previous !== undefined &&
        before?.condition === previous &&
        sameColumnValues(context, previous, condition) &&
        !alternates(context, subject, condition, previous));
    if (either && before !== undefined && !effective.negated)
      before.plan = { kind: 'or', items: before.plan.kind === 'or' ? [...before.plan.items, plan] : [before.plan, plan] };
    else done.push({ condition, plan });
    const last = done.at(-1);
    if (last !== undefined) done[done.length - 1] = { condition, plan: last.plan };
  }
  if (done.some(({ plan }, index) => done.slice(index + 1).some((other) => contradicts(plan, other.plan))))
    context.doubts.push('conditions that exclude each other');
  return done.map((item) => item.plan);
}

/** Two values of one column reached over a to-many join, joined by "and": each for some row of its own. */
function alternates(context: AssembleContext, subject: number, condition: Condition, other: Condition | undefined): boolean {
  if (other === undefined || !sameColumnValues(context, other, condition)) return false;
  if (condition.connector === 'or' || (other.connector === 'or' && other !== condition)) return false;
  const [own, beside] = [fixedValue(context, condition), fixedValue(context, other)];
  return own !== null && own.value !== beside?.value && own.column.table !== subject && meetsMany(context, subject, own.column.table);
}

function sameColumnValues(context: AssembleContext, a: Condition, b: Condition): boolean {
  if (a.negated || b.negated) return false;
  const [x, y] = [fixedValue(context, a), fixedValue(context, b)];
  return x !== null && y !== null && x.column.table === y.column.table && x.column.column === y.column.column;
}

/** What a condition fixes a column to. */
function fixedValue(context: AssembleContext, condition: Condition): { column: ColumnRef; value: string } | null {
  switch (condition.kind) {
    case 'value':
      return {
        column: columnFor(context, condition.mention),
        value: optionOf(context, condition.mention).value?.value ?? condition.mention.text,
      };
    case 'compare':
      return condition.operator === '=' ? { column: columnFor(context, condition.lhs), value: String(condition.value) } : null;
    case 'period':
      return condition.lhs === null
        ? null
        : { column: columnFor(context, condition.lhs), value: `${condition.period.from}..${condition.period.to}` };
    default:
      return null;
  }
}

function one(context: AssembleContext, scope: Scope, subject: number, condition: Condition, apart: boolean): PlanCondition | null {
  switch (condition.kind) {
    case 'superlative':
    case 'countCompare':
      return null;
    case 'exists': {
      const ref = optionOf(context, condition.mention).ref;
      if (ref.table === subject) {
        if (condition.negated) throw new Unassemblable('rows without themselves');
        return null;
      }
      if (!condition.negated && scope.has(ref.table)) return null;
      const related = relate(context, scope, subject, ref.table);
      const inner = rowConditions(context, related.scope, ref.table, condition.inner);
      return memberCondition(context, related, [...inner, ...rowsOfFigure(context, related.scope, ref)], condition.negated);
    }
    default: {
      const ref = leftColumn(context, condition, subject);
      const figure = rankedFigure(context, condition, ref);
      if (figure !== null) {
        if (mayLack(context, figure, ref.table)) throw new Unassemblable('a figure without rows that go with nothing');
        return simple(context, scope, condition, ref, true);
      }
      const ofMany = ref.table !== subject && (condition.negated || apart) && meetsMany(context, subject, ref.table);
      if (ofMany || (namesOtherThan(condition) && mayLack(context, subject, ref.table))) {
        const related = relate(context, scope, subject, ref.table);
        const inner = simple(context, related.scope, condition, ref, false);
        return memberCondition(context, related, [inner], condition.negated);
      }
      const shared = condition.negated && ref.table !== subject ? sharedColumn(context, subject) : null;
      if (shared !== null) return noneOf(context, scope, shared, (inner) => simple(context, inner, condition, ref, false));
      const edge = roleEdge(context, condition, subject, ref.table);
      if (edge !== null) return simple(context, scope, condition, ref, condition.negated, scope.via(edge));
      return simple(context, scope, condition, ref, condition.negated);
    }
  }
}

/** "top 5 products by sales not in Riyadh": the table whose rows elsewhere are added up, and not products that Riyadh never saw. */
function rankedFigure(context: AssembleContext, { kind, negated }: Simple, { table }: ColumnRef): number | null {
  if (!negated || (kind !== 'value' && kind !== 'period')) return null;
  const by = [
    ...context.frame.orders.flatMap(({ mention, shown }) => (shown === true && mention !== null ? [mention] : [])),
    ...context.frame.conditions.flatMap((one) => (one.kind === 'superlative' && one.by !== null ? [one.by] : [])),
  ];
  const refs = by.map((mention) => optionOf(context, mention).ref);
  const figure = refs.find((ref) => ref.kind === 'metric' && (ref.table === table || !meetsMany(context, ref.table, table)));
  return figure?.table ?? null;
}

/** "not in Riyadh". */
function namesOtherThan(condition: Simple): boolean {
  return condition.negated && (condition.kind === 'value' || (condition.kind === 'text' && condition.match === 'equals'));
}

/** A row may have no other to go with it: what is nowhere is not in Riyadh either. */
function mayLack({ graph, prepared }: AssembleContext, subject: number, table: number): boolean {
  const [path = []] = graph.paths(subject, table);
  return path.some(({ from, fromColumns }) =>
    prepared.tables[from]?.columns.some(({ column }) => column.nullable === true && fromColumns.includes(column.name)),
  );
}

/** "without sales": the rows that count as sales. */
function rowsOfFigure({ prepared }: AssembleContext, scope: Scope, ref: ElementRef): PlanCondition[] {
  const metric = ref.kind === 'metric' ? prepared.model.metrics[ref.metric] : undefined;
  return metric === undefined ? [] : metricFilters([{ kind: 'metric', source: scope.use(ref.table), name: metric.name }], prepared);
}

/** Rows of the subject pair things, and the column listed is one side of the pairs: "languages not spoken in Peru". */
function sharedColumn(context: AssembleContext, subject: number): ColumnRef | null {
  const [listed, ...others] = context.frame.projections;
  if (listed?.mention == null || others.length > 0 || listed.aggregate !== null || tableAt(context, subject).table.primaryKey.length < 2)
    return null;
  const { ref } = optionOf(context, listed.mention);
  return ref.kind === 'column' && ref.table === subject && columnAt(context, ref).key === null ? ref : null;
}

/** The column is not among those of rows that satisfy the condition. */
function noneOf(context: AssembleContext, outer: Scope, shared: ColumnRef, condition: (scope: Scope) => PlanCondition): PlanCondition {
  const inner = createScope(context.prepared, context.graph, context.nameSource);
  const column = planColumn(inner, shared);
  const where = and([condition(inner), { kind: 'null', left: column, negated: true }]);
  const { from, joins } = inner.build(shared.table);
  return {
    kind: 'member',
    left: planColumn(outer, shared),
    negated: true,
    plan: emptyPlan({ from, joins, where, select: [{ expression: column, name: column.column }] }),
  };
}

/** One column cannot be two things at once, nor below a bound and above a higher one. */
function contradicts(a: PlanCondition, b: PlanCondition): boolean {
  if (a.kind !== 'compare' || b.kind !== 'compare' || !same(a.left, b.left)) return false;
  if (a.operator === '=' && b.operator === '=') return !same(a.right, b.right);
  if (a.right.kind !== 'number' || b.right.kind !== 'number') return false;
  const [low, high] =
    a.operator.startsWith('>') && b.operator.startsWith('<')
      ? [a.right.value, b.right.value]
      : b.operator.startsWith('>') && a.operator.startsWith('<')
        ? [b.right.value, a.right.value]
        : [0, 1];
  return low >= high;
}

/** Said twice: "paid invoices (status paid)". */
function repeats(a: PlanCondition, b: PlanCondition): boolean {
  return a.kind === 'compare' && b.kind === 'compare' && JSON.stringify(a) === JSON.stringify(b);
}

type Simple = Exclude<Condition, { kind: 'superlative' | 'countCompare' | 'exists' }>;

function leftColumn(context: AssembleContext, condition: Simple, subject: number): ColumnRef {
  if (condition.kind === 'value') return columnFor(context, condition.mention);
  if (condition.lhs === null) return { table: subject, column: context.prepared.tables[subject]?.display ?? 0 };
  return columnFor(context, condition.lhs);
}

/** The join by which "from A to B" reaches A and B: one of several between the same tables. */
function roleEdge(context: AssembleContext, condition: Simple, subject: number, table: number): Edge | null {
  if (condition.kind !== 'value' || condition.role === null || subject === table) return null;
  const { role } = condition;
  const direct = context.graph.edgesOf(subject).filter((edge) => edge.to === table);
  if (direct.length < 2) return null;
  return (
    direct.find(
      (edge) =>
        roleFit(
          role,
          context.prepared.tables[subject]?.columns.find(
            (column) => column.column.name.toLowerCase() === edge.fromColumns[0]?.toLowerCase(),
          )?.names[0]?.words ?? [],
        ) > 0,
    ) ?? null
  );
}

function simple(
  context: AssembleContext,
  scope: Scope,
  condition: Simple,
  ref: ColumnRef,
  negated: boolean,
  source: string | null = null,
): PlanCondition {
  const column = columnAt(context, ref);
  const left: PlanColumn = source === null ? planColumn(scope, ref) : { kind: 'column', source, column: column.column.name };
  switch (condition.kind) {
    case 'value': {
      const { value } = optionOf(context, condition.mention);
      return equals(column, left, literal(value?.value ?? condition.mention.text, column.column.kind), negated);
    }
    case 'text':
      if (!holds(column, condition.match, condition.text)) throw new Unassemblable(`nothing is called "${condition.text}"`);
      if (condition.match === 'equals') return equals(column, left, literal(condition.text, column.column.kind), negated);
      return { kind: 'like', left, match: condition.match, value: condition.text, negated };
    case 'compare': {
      let operator = condition.flipDates && pointInTime(column) ? FLIPPED[condition.operator] : condition.operator;
      if (negated) operator = OPPOSITE[operator];
      const value = condition.percent === true ? ofHundredths(column, condition.value) : condition.value;
      if (column.type === 'date') return yearCompare(left, operator, value);
      if (column.type === 'boolean' && value !== 0 && value !== 1) throw new Unassemblable('neither yes nor no');
      if (column.type === 'boolean') return { kind: 'compare', operator, left, right: { kind: 'number', value } };
      if (column.type === 'text' && (operator === '=' || operator === '!='))
        return { kind: 'compare', operator, left, right: { kind: 'text', value: String(value) } };
      if (column.type === 'text') context.doubts.push('a number against text');
      return { kind: 'compare', operator, left, right: { kind: 'number', value } };
    }
    case 'between':
      if (column.type === 'date')
        return { kind: 'period', left, from: `${condition.low}-01-01`, to: `${condition.high + 1}-01-01`, negated };
      return {
        kind: 'between',
        left,
        low: { kind: 'number', value: condition.percent === true ? ofHundredths(column, condition.low) : condition.low },
        high: { kind: 'number', value: condition.percent === true ? ofHundredths(column, condition.high) : condition.high },
        negated,
      };
    case 'against': {
      const inner = createScope(context.prepared, context.graph, context.nameSource);
      const of = condition.of === null ? ref : columnFor(context, condition.of);
      const expression: PlanExpression = { kind: 'aggregate', fn: condition.fn, of: planColumn(inner, of) };
      const where = condition.row === undefined ? null : rowOf(context, inner, condition.row);
      const { from, joins } = inner.build(of.table);
      const operator = condition.flipDates && pointInTime(column) ? FLIPPED[condition.operator] : condition.operator;
      return {
        kind: 'compare',
        operator: negated ? OPPOSITE[operator] : operator,
        left,
        right: { kind: 'query', plan: emptyPlan({ from, joins, where, select: [{ expression, name: condition.fn }] }) },
      };
    }
    case 'period': {
      const { period } = condition;
      if (column.type !== 'date' && column.yearLike && period.year !== null)
        return { kind: 'compare', operator: negated ? '!=' : '=', left, right: { kind: 'number', value: period.year } };
      if (column.type !== 'date') return yearsOf(left, period, column, negated);
      return { kind: 'period', left, from: period.from, to: period.to, negated };
    }
    case 'null':
      // "net sales without VAT" takes it away, and leaves out no row.
      if (!condition.negated && isMeasure(column) && asksFigure(context)) throw new Unassemblable('a figure without a part of it');
      return { kind: 'null', left, negated: condition.negated };
  }
}

/** What holds nothing is other than any value. */
function equals({ column }: PreparedColumn, left: PlanColumn, right: PlanExpression, negated: boolean): PlanCondition {
  if (!negated) return { kind: 'compare', operator: '=', left, right };
  const other: PlanCondition = { kind: 'compare', operator: '!=', left, right };
  return column.nullable === true ? { kind: 'or', items: [other, { kind: 'null', left, negated: false }] } : other;
}

function asksFigure(context: AssembleContext): boolean {
  return context.frame.projections.some(
    ({ aggregate, mention }) => aggregate !== null || (mention !== null && optionOf(context, mention).ref.kind === 'metric'),
  );
}

/** "5 %" against a column of shares is 0.05, against one of percentages 5. @throws Unassemblable for one of money */
function ofHundredths({ column }: PreparedColumn, value: number): number {
  if (column.currency !== null || column.format === 'currency') throw new Unassemblable('a percentage of an amount');
  const most = Number(column.range?.max);
  return column.format === 'percent' || (most > 0 && most <= 1) ? value / 100 : value;
}

/** The row that a value names. */
function rowOf(context: AssembleContext, scope: Scope, row: Mention): PlanCondition {
  const ref = columnFor(context, row);
  return {
    kind: 'compare',
    operator: '=',
    left: planColumn(scope, ref),
    right: literal(optionOf(context, row).value?.value ?? row.text, columnAt(context, ref).column.kind),
  };
}

function literal(value: string, kind: string): PlanExpression {
  return (kind === 'integer' || kind === 'decimal') && /^-?\d+(\.\d+)?$/.test(value)
    ? { kind: 'number', value: Number(value) }
    : { kind: 'text', value };
}

/** False when all values of a column are known and none is like the text: an answer would be empty, and the column is likely another. */
function holds({ column }: PreparedColumn, match: 'equals' | 'contains' | 'starts' | 'ends', text: string): boolean {
  if (column.values === null) return true;
  const wanted = text.toLowerCase();
  return column.values.some((value) => {
    const held = value.toLowerCase();
    return match === 'equals'
      ? held === wanted
      : match === 'contains'
        ? held.includes(wanted)
        : match === 'starts'
          ? held.startsWith(wanted)
          : held.endsWith(wanted);
  });
}
