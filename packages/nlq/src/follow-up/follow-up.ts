import { columnOfName } from '../lexicon/prepared-model.ts';
import type { Condition, Frame } from '../parse/frame.ts';
import type { Mention } from '../parse/segment.ts';
import type { Token } from '../parse/token.ts';
import type { PeriodGrain, PlanColumn, PlanCondition, PlanExpression, QueryPlan } from '../plan.ts';
import type { Parts } from '../read-question.ts';
import { conditionsOf, isWhole, withCondition, withGroups, withLimit, withShare } from './edit-plan.ts';
import { planTables, reachColumn } from './extend-plan.ts';

const LEADS =
  /^(and|but|only|just|what about|how about|now|then|also|by|per|for|in|as|top|bottom|first|last|without|excluding|except|instead|same|compared|sort|order|from|since|before|after|break)\b/;
/** Of these, the ones that say so whatever follows: "top 5 products by net sales" is whole, "only corporate customers" is not. */
const GOES_ON = /^(and|but|only|just|what about|how about|now|then|also|except|instead|same|compared|sort|order|break)\b/;
/** Of these, the ones that say when or where: with rows named behind them they are whole, "last month's orders". */
const PLACES = /^(in|for|from|since|before|after|first|last)\b/;
const LINK = /^(and|but|now|then|also) /;
const ASKS = /^(show|list|give|find|what (is|are|was|were)|which|who|how many|how much)\b/;
/** "show them by branch", "and their names". */
const POINTS_BACK = /^((show|list|give|find|and|sort|order) )?(me )?(it|that|them|these|those|their|its)\b/;
const MOST_WORDS = 9;

/** May the words go on from the plan before rather than ask something new? */
export function looksLikeFollowUp(tokens: readonly Token[], frame: Frame): boolean {
  const { text, short } = spoken(tokens);
  return short && (LEADS.test(text) || !(asksFigure(frame) || asksEntity(frame))) && !ASKS.test(text);
}

/** How far a question can be read without what was asked before; `unclear`: it names no figure, and has words nobody knows. */
export type Leaning = 'whole' | 'unclear' | 'leaning';

/** For a question behind an answer: may it be read as if nothing had been asked before? */
export function leaningOf(tokens: readonly Token[], frame: Frame): Leaning {
  const { text, short } = spoken(tokens);
  const asks = asksFigure(frame) || asksEntity(frame);
  if (POINTS_BACK.test(text)) return 'leaning';
  if ((asks || frame.projections.some(({ anchor }) => anchor !== null)) && ASKS.test(text.replace(LINK, ''))) return 'whole';
  if (!short || !looksLikeFollowUp(tokens, frame)) return 'whole';
  if (GOES_ON.test(text)) return 'leaning';
  if (asksFigure(frame) || asksRanking(frame) || (asks && PLACES.test(text))) return 'whole';
  return LEADS.test(text) || frame.unread.length === 0 ? 'leaning' : 'unclear';
}

function spoken(tokens: readonly Token[]): { readonly text: string; readonly short: boolean } {
  const words = tokens.filter((token) => token.kind !== 'mark');
  return { text: words.map((token) => token.norm).join(' '), short: words.length <= MOST_WORDS };
}

function asksFigure({ projections }: Frame): boolean {
  return projections.some(({ kind, aggregate, mention }) => kind === 'count' || aggregate !== null || isMetric(mention));
}

/** "top 5 products by net sales" */
function asksRanking(frame: Frame): boolean {
  return asksEntity(frame) && frame.orders.some(({ count, aggregate, mention }) => count || aggregate !== null || isMetric(mention));
}

function isMetric(mention: Mention | null): boolean {
  return mention?.elements[0]?.ref.kind === 'metric';
}

function asksEntity({ projections }: Frame): boolean {
  return projections.some(({ kind }) => kind === 'entity');
}

/** The plan before with what the words change; null when they change nothing that can be changed. */
export function followUpPlan(
  tokens: readonly Token[],
  frame: Frame,
  previous: QueryPlan,
  parts: Parts,
): { plan: QueryPlan; unread: readonly string[] } | null {
  const words = tokens.filter((token) => token.kind !== 'mark').map((token) => token.norm);
  const text = words.join(' ');
  let plan: QueryPlan = previous;
  let changed = false;
  const change = (next: QueryPlan | null): boolean => {
    if (next === null) return false;
    plan = next;
    changed = true;
    return true;
  };
  const groups = groupsOf(frame, text);
  if (groups.length > 0) {
    const reached: { expression: PlanExpression; name: string }[] = [];
    for (const group of groups) {
      const found = group.mention === null ? null : reach(group.mention, group.grain !== null);
      if (found === null) return null;
      const yearly = isYear(found);
      if (yearly && group.grain !== null && group.grain !== 'year') return null;
      reached.push(
        group.grain === null || yearly
          ? { expression: found, name: found.column }
          : { expression: { kind: 'grain', grain: group.grain, of: found }, name: group.grain },
      );
    }
    if (!change(withGroups(plan, reached, /^and\b|\b(also|too|as well)\b/.test(text)))) return null;
  }
  for (const condition of frame.conditions) {
    const made = conditionOf(condition);
    if (made === null) return null;
    change(withCondition(plan, made));
  }
  if (changed && !isWhole(plan) && frame.conditions.some(({ kind }) => kind !== 'value')) return null;
  const top = /\b(top|best|highest|bottom|lowest|worst|first)\s+(\d+)\b/.exec(text);
  if (top?.[2] !== undefined) change(withLimit(plan, Number(top[2]), !/bottom|lowest|worst/.test(top[1] ?? '')));
  if (frame.share || /\b(share|percentage|percent)\b/.test(text)) change(withShare(plan));
  return changed
    ? { plan, unread: frame.unread.filter((word) => !/^(about|instead|now|then|compared|break|down|it|that|those)$/i.test(word)) }
    : null;

  function conditionOf(condition: Condition): PlanCondition | null {
    switch (condition.kind) {
      case 'value': {
        const value = nearest(condition.mention.values);
        const column = value === null ? null : place(value.table, value.column);
        return value === null || column === null
          ? null
          : { kind: 'compare', operator: condition.negated ? '!=' : '=', left: column, right: { kind: 'text', value: value.value } };
      }
      case 'period': {
        const column = dateColumn(condition.lhs);
        if (column === null) return null;
        if (isYear(column))
          return condition.period.year === null
            ? null
            : {
                kind: 'compare',
                operator: condition.negated ? '!=' : '=',
                left: column,
                right: { kind: 'number', value: condition.period.year },
              };
        return { kind: 'period', left: column, from: condition.period.from, to: condition.period.to, negated: condition.negated };
      }
      case 'compare': {
        const year =
          Number.isInteger(condition.value) && condition.value >= 1900 && condition.value <= 2200 && condition.operator === '='
            ? condition.value
            : null;
        const dated = year === null ? null : dateColumn(condition.lhs);
        if (year !== null && dated !== null && isYear(dated))
          return { kind: 'compare', operator: condition.negated ? '!=' : '=', left: dated, right: { kind: 'number', value: year } };
        if (year !== null && dated !== null)
          return { kind: 'period', left: dated, from: `${year}-01-01`, to: `${year + 1}-01-01`, negated: condition.negated };
        const column = reach(condition.lhs, false);
        return column === null
          ? null
          : { kind: 'compare', operator: condition.operator, left: column, right: { kind: 'number', value: condition.value } };
      }
      default:
        return null;
    }
  }

  /** The date the plan speaks of already, else the one the words lead to. */
  function dateColumn(mention: Mention | null): PlanColumn | null {
    for (const condition of conditionsOf(plan.where)) {
      if (condition.kind === 'period' && condition.left.kind === 'column') return condition.left;
      if (condition.kind === 'compare' && condition.left.kind === 'column' && isYear(condition.left)) return condition.left;
    }
    for (const key of plan.groupBy) if (key.kind === 'grain' && key.of.kind === 'column') return key.of;
    for (const item of plan.select) {
      const metric =
        item.expression.kind === 'metric'
          ? parts.prepared.model.metrics.find((known) => item.expression.kind === 'metric' && known.name === item.expression.name)
          : undefined;
      const found = metric?.dateColumn == null ? null : columnOfName(parts.prepared, metric.dateColumn, metric.table);
      const column = found === null ? null : place(found.table, found.column);
      if (column !== null) return column;
    }
    const column = mention === null ? null : reach(mention, true);
    return column;
  }

  function reach(mention: Mention, dated: boolean): PlanColumn | null {
    const inPlan = dated ? dateInPlan() : null;
    if (inPlan !== null) return inPlan;
    const candidates = mention.elements.flatMap(({ ref, score }) => {
      if (ref.kind === 'metric') return [];
      const column = ref.kind === 'column' ? ref.column : (parts.prepared.tables[ref.table]?.display ?? 0);
      return [{ table: ref.table, column, score }];
    });
    const best = nearest(candidates);
    return best === null ? null : place(best.table, best.column);
  }

  /** A year kept as a number or text, which no calendar function reads. */
  function isYear(column: PlanColumn): boolean {
    for (const [table, source] of planTables(plan, parts.prepared))
      if (source.id === column.source)
        return parts.prepared.tables[table]?.columns.find((item) => item.column.name === column.column)?.yearLike ?? false;
    return false;
  }

  function dateInPlan(): PlanColumn | null {
    for (const condition of conditionsOf(plan.where))
      if (condition.kind === 'period' && condition.left.kind === 'column') return condition.left;
    return plan.select.some((item) => item.expression.kind === 'metric') ? dateColumn(null) : null;
  }

  function nearest<C extends { readonly table: number; readonly score: number }>(candidates: readonly C[]): C | null {
    const tables = [...planTables(plan, parts.prepared).keys()];
    const cost = (candidate: C) =>
      candidate.score - 0.15 * Math.min(...tables.map((table) => parts.graph.distance(table, candidate.table)));
    return [...candidates].sort((a, b) => cost(b) - cost(a))[0] ?? null;
  }

  function place(table: number, column: number): PlanColumn | null {
    const found = reachColumn(plan, parts.prepared, parts.graph, table, column);
    if (found === null) return null;
    plan = found.plan;
    return found.column;
  }
}

function groupsOf(frame: Frame, text: string): { mention: Mention | null; grain: PeriodGrain | null }[] {
  const groups = frame.groups.map(({ mention, grain }) => ({ mention, grain }));
  const spoken = /\b(by|per|each)\b/.test(text)
    ? frame.projections.filter((projection) => projection.kind !== 'count' && projection.aggregate === null)
    : [];
  const ordered = frame.orders.filter(
    (order) => order.mention !== null && /\bby\b/.test(text) && !/\b(sort|order|sorted|ordered)\b/.test(text),
  );
  return [
    ...groups,
    ...spoken.map(({ mention }) => ({ mention, grain: null })),
    ...ordered.map(({ mention }) => ({ mention, grain: null })),
  ];
}
