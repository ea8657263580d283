import type { Language } from '@majed-vanna/contract';
import { isAggregate, same } from '../assemble/expression.ts';
import { columnOfName } from '../lexicon/prepared-model.ts';
import type { Condition, Frame } from '../parse/frame.ts';
import type { Mention } from '../parse/segment.ts';
import type { Token } from '../parse/token.ts';
import type { PeriodGrain, PlanColumn, PlanCondition, PlanExpression, QueryPlan } from '../plan.ts';
import type { Parts } from '../read-question.ts';
import { conditionsOf, type Group, isWhole, withConditions, withGroups, withLimit, withOrder, withShare } from './edit-plan.ts';
import { planTables, reachColumn } from './extend-plan.ts';
import { besidePeriod, regrouped, withGrowth } from './over-time.ts';
import { isSameName, preferredValues } from './prefer-value.ts';
import { withCount, withMetric } from './replace-figure.ts';

const LEADS =
  /^(and|but|only|just|what about|how about|now|then|also|by|per|for|in|as|top|bottom|first|last|without|excluding|except|instead|same|compared|sort|order|from|since|before|after|break|exclude|leave out)\b|\bonly$/;
/** Of these, the ones that say so whatever follows: "top 5 products by net sales" is whole, "only corporate customers" is not. */
const GOES_ON =
  /^(and|but|only|just|what about|how about|now|then|also|except|instead|same|compared|sort|order|break|exclude|leave out)\b|\bonly$/;
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
  if (DRAWN_AS.test(text)) return true;
  return short && (LEADS.test(text) || !(asksFigure(frame) || asksEntity(frame))) && (!ASKS.test(text) || asksNothingOfItsOwn(text, frame));
}

/** "what is the growth?", "show it as a pie chart", "show the total instead": the words ask, and name nothing. */
function asksNothingOfItsOwn(text: string, { projections, anchors, conditions, growth, visual }: Frame): boolean {
  if (PICKS.test(text)) return false;
  const changes = growth !== null || visual !== null || TOTAL.test(text);
  return projections.length === 0 && anchors.length === 0 && conditions.length === 0 && changes;
}

/** How far a question can be read without what was asked before; `unclear`: it names no figure, and has words nobody knows. */
export type Leaning = 'whole' | 'unclear' | 'leaning';

/** For a question behind an answer: may it be read as if nothing had been asked before? */
export function leaningOf(tokens: readonly Token[], frame: Frame): Leaning {
  const { text, short } = spoken(tokens);
  const asks = asksFigure(frame) || asksEntity(frame);
  if (POINTS_BACK.test(text) || DRAWN_AS.test(text)) return 'leaning';
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
  language: Language,
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
  // Drawn differently, the answer is the same.
  if (DRAWN_AS.test(text)) return { plan, unread: [] };
  const metric = replacingMetric(frame);
  const name = metric === null ? undefined : parts.prepared.model.metrics[metric]?.name;
  if (name !== undefined && !change(withMetric(plan, name, parts.prepared, parts.graph))) return null;
  const counted = name === undefined ? replacingCount(text, frame) : null;
  if (counted !== null && !change(withCount(plan, counted, parts.prepared, parts.graph))) return null;
  const groups = groupsOf(frame, text);
  if (groups.length > 0) {
    const reached: Group[] = [];
    for (const group of groups) {
      const rows = group.grain === null && group.mention !== null ? rowsOf(group.mention) : null;
      if (rows !== null) {
        reached.push(rows);
        continue;
      }
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
    if (!change(regrouped(plan, reached, /^and\b|\b(also|too|as well)\b/.test(text)))) return null;
  }
  if (frame.growth !== null) {
    if (frame.conditions.length > 0 || PICKS.test(text) || countsNamedThings()) return null;
    const date = () => dateColumn(null);
    if (!change(withGrowth(plan, frame.growth.over, date))) return null;
  }
  const added: PlanCondition[] = [];
  for (const condition of frame.conditions) {
    if (frame.compared) {
      const column = condition.kind === 'period' && !condition.negated ? dateColumn(null) : null;
      const side = condition.kind === 'period' ? condition.period : null;
      if (column === null || side?.from == null || side.to === null || side.unit === undefined || side.unit === 'half') return null;
      if (!change(besidePeriod(plan, column, { from: side.from, to: side.to }, side.unit))) return null;
      continue;
    }
    const made = conditionOf(condition);
    if (made === null) return null;
    added.push(alsoLeftOut(made, added));
  }
  if (added.length > 0) change(withConditions(plan, added));
  if (changed && !frame.compared && !isWhole(plan) && frame.conditions.some(({ kind }) => kind !== 'value')) return null;
  const top = /\b(top|best|highest|bottom|lowest|worst|first)\s+(\d+)\b/.exec(text);
  if (top?.[2] !== undefined) change(withLimit(plan, Number(top[2]), !/bottom|lowest|worst/.test(top[1] ?? '')));
  if (SORTS.test(text)) {
    if (!change(sorted())) return null;
  }
  const alone = frame.conditions.length === 0 && groups.length === 0;
  if (alone && TOTAL.test(text) && frame.projections.length === 0 && !change(withGroups(plan, [], false))) return null;
  if (alone && frame.projections.length === 0 && frame.visual !== null && !frame.compared) change(plan);
  if (frame.share || /\b(share|percentage|percent)\b/.test(text)) change(withShare(plan));
  return changed
    ? { plan, unread: frame.unread.filter((word) => !FILLS.test(tokens.find((token) => token.text === word)?.norm ?? word)) }
    : null;

  function conditionOf(condition: Condition): PlanCondition | null {
    switch (condition.kind) {
      case 'value': {
        const value = nearest(preferredValues(condition.mention, frame, plan, parts.prepared));
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

  /** What a table's rows are called, where the words name the table; its key tells rows of one name apart. */
  function rowsOf({ elements }: Mention): Group | null {
    const best = Math.max(...elements.map(({ score }) => score));
    const meant = elements.flatMap(({ ref, score }) => (ref.kind === 'table' && score >= best ? [{ table: ref.table, score }] : []));
    const table = nearest(meant)?.table;
    const prepared = table === undefined ? undefined : parts.prepared.tables[table];
    if (table === undefined || prepared?.named !== true || !plan.select.some(({ expression }) => isAggregate(expression))) return null;
    const own = prepared.columns[prepared.display]?.column.name.toLowerCase();
    const spoken = prepared.columns.find(({ column }) => column.name.toLowerCase() === `${own}_${language}`);
    const expression = place(table, spoken?.index ?? prepared.display);
    const key = prepared.columns.find((column) => column.key === 'primary');
    if (expression === null) return null;
    return { expression, name: expression.column, ...(key ? { key: { ...expression, column: key.column.name } } : {}) };
  }

  function sorted(): QueryPlan | null {
    const [order] = frame.orders;
    const mention = order?.mention ?? frame.projections[0]?.mention ?? null;
    const descending = order?.descending ?? /\bdescending\b/.test(text);
    if (mention === null) {
      const [first] = plan.orderBy;
      return first === undefined ? null : withOrder(plan, (shown) => same(shown, first.expression), descending);
    }
    return withOrder(plan, (shown) => mention.elements.some((element) => isOf(shown, element.ref)), descending);
  }

  function isOf(shown: PlanExpression, ref: Mention['elements'][number]['ref']): boolean {
    if (ref.kind === 'metric') return shown.kind === 'metric' && shown.name === parts.prepared.model.metrics[ref.metric]?.name;
    const table = parts.prepared.tables[ref.table];
    const column = table?.columns[ref.kind === 'column' ? ref.column : table.display]?.column.name;
    const date = shown.kind === 'grain' ? shown.of : shown;
    return (
      date.kind === 'column' &&
      column !== undefined &&
      date.source === planTables(plan, parts.prepared).get(ref.table)?.id &&
      isSameName(date.column, column)
    );
  }

  /** How many customers there are grows by those who came; those who came each year are another figure. */
  function countsNamedThings(): boolean {
    return plan.select.some(({ counts }) => {
      const table = counts === undefined ? undefined : parts.prepared.tableIndex(`${counts.schema}.${counts.table}`);
      return table !== undefined && parts.prepared.tables[table]?.named === true;
    });
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

/** What is said around a change. */
const FILLS = /^(about|instead|same|now|then|compared|break|down|it|that|those)$/i;
const SORTS = /\b(sort|order|sorted|ordered|ascending|descending)\b/;
const TOTAL = /\b(total|overall)\b/;
/** "show it as a line chart", "as bars": all that is said is how. */
const DRAWN_AS =
  /^((show|draw|plot|display|make|give) )?((me|it|them|this|that|the same) )*(as|in) (an? )?(\w+ ){0,2}(charts?|graphs?|plots?|bars|lines|tables?|heatmap)$/;
/** "which one grew the most" is about one of them. */
const PICKS = /\b(which|who|how many|how much|most|least|fastest|slowest)\b/;
const UNIT = /\b(years?|quarters?|months?|weeks?|days?|yearly|annual|quarterly|monthly|weekly|daily)\b/;

/** "without Jeddah and Riyadh" leaves out both. */
function alsoLeftOut(made: PlanCondition, before: readonly PlanCondition[]): PlanCondition {
  const equal = made.kind === 'compare' && made.operator === '=';
  return equal && before.some((one) => one.kind === 'compare' && one.operator === '!=' && same(one.left, made.left))
    ? { ...made, operator: '!=' }
    : made;
}

/** "and gross margin?" */
function replacingMetric({ projections, growth }: Frame): number | null {
  const [only, ...others] = projections;
  const ref = only?.mention?.elements[0]?.ref;
  return others.length === 0 && growth === null && only?.aggregate === null && ref?.kind === 'metric' ? ref.metric : null;
}

/** "and the number of orders?": the table whose rows are counted. */
function replacingCount(text: string, frame: Frame): number | null {
  const ref = onlyThing(text, frame)?.elements[0]?.ref;
  return frame.projections.some(({ kind }) => kind === 'count') && ref?.kind === 'table' ? ref.table : null;
}

/** "what about customers?": how many there are, or the figures by each of them? The words for them; null when nothing is open. */
export function openAbout(tokens: readonly Token[], frame: Frame): string | null {
  const { text } = spoken(tokens);
  const mention = /^(and )?(what|how) about\b/.test(text) ? onlyThing(text, frame) : null;
  return mention?.elements[0]?.ref.kind === 'table' ? mention.text : null;
}

function onlyThing(text: string, { projections, anchors, groups, conditions, growth }: Frame): Mention | null {
  const [only, ...others] = [...projections.map(({ mention }) => mention), ...anchors];
  const alone = others.length === 0 && groups.length === 0 && conditions.length === 0 && growth === null;
  return alone && !/\b(by|per|each)\b/.test(text) ? (only ?? null) : null;
}

function groupsOf(frame: Frame, text: string): { mention: Mention | null; grain: PeriodGrain | null }[] {
  if (SORTS.test(text)) return [];
  // What growth goes by when nothing was said is left to the plan before.
  const { growth } = frame;
  const unsaid = (grain: PeriodGrain | null) => growth !== null && grain !== null && (!UNIT.test(text) || grain === growth.over);
  const groups = frame.groups.filter(({ grain }) => !unsaid(grain)).map(({ mention, grain }) => ({ mention, grain }));
  const spoken = /\b(by|per|each)\b/.test(text)
    ? frame.projections.filter((projection) => projection.kind !== 'count' && projection.aggregate === null)
    : [];
  const ordered = frame.orders.filter((order) => order.mention !== null && /\bby\b/.test(text));
  return [
    ...groups,
    ...spoken.map(({ mention }) => ({ mention, grain: null })),
    ...ordered.map(({ mention }) => ({ mention, grain: null })),
  ];
}
