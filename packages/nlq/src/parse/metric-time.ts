import { countMetrics } from '../assemble/count-metric.ts';
import { type ElementCandidate, type ElementRef, OWN_NAME } from '../lexicon/lexicon.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { PeriodGrain } from '../plan.ts';
import type { SemanticMetric } from '../semantic-model.ts';
import type { Condition, Frame, GroupKey, OrderKey } from './frame.ts';
import { isMeasure } from './parser-state.ts';
import type { Mention } from './segment.ts';
import type { Token } from './token.ts';

const GRAIN_WORDS: Readonly<Record<string, PeriodGrain>> = {
  year: 'year',
  quarter: 'quarter',
  month: 'month',
  week: 'week',
  day: 'day',
  date: 'day',
};

/** "year", "months"; null for any other word. */
export function grainOfWord(text: string): PeriodGrain | null {
  return GRAIN_WORDS[text.toLowerCase().replace(/s$/, '')] ?? null;
}

/** Periods and grains of a question about a metric apply to the metric's own date, whatever other dates there are. */
export function settleMetricTime(frame: Frame, prepared: PreparedModel, tokens: readonly Token[]): void {
  frame.conditions = frame.conditions.map((condition) => (condition.kind === 'exists' ? settleInner(condition, prepared) : condition));
  const date = metricDateOf(frame, prepared);
  if (date === null) return;
  const own = (mention: Mention): Mention => ({ ...mention, elements: [date], values: [] });
  frame.conditions = frame.conditions.map((condition) =>
    condition.kind === 'period' && condition.lhs !== null && condition.lhs.id < 0 ? { ...condition, lhs: own(condition.lhs) } : condition,
  );
  frame.groups = frame.groups.map((group) => settleGroup(group, own, tokens));
  rankMoments(frame, own, prepared, tokens);
}

/** "the best month by sales", "which month had the highest sales": the figure of each month, whatever else has months. */
function rankMoments(frame: Frame, own: (mention: Mention) => Mention, prepared: PreparedModel, tokens: readonly Token[]): void {
  const [listed, ...more] = frame.projections;
  const ranked = rankingOf(frame);
  if (listed?.kind !== 'element' || listed.mention === null || listed.aggregate !== null || ranked === null) return;
  if (more.length + frame.groups.length > 0) return;
  const { mention } = listed;
  const grain = grainOfWord(mention.text) ?? spokenGrain(mention, tokens);
  const table = prepared.tableIndex(prepared.model.metrics[ranked.metric]?.table ?? '');
  if (grain === null || mention.elements.some(({ ref, score }) => ref.table === table && score >= OWN_NAME)) return;
  frame.projections = [{ ...listed, mention: ranked.order.mention }];
  frame.groups = [{ mention: own(mention), grain }];
  frame.orders = [ranked.order];
  frame.limit = ranked.limit;
  frame.conditions = frame.conditions.filter(({ kind }) => kind !== 'superlative');
}

interface Ranking {
  readonly metric: number;
  readonly order: OrderKey;
  readonly limit: number | null;
}

/** The one figure that the first few are picked by. */
function rankingOf({ orders, conditions, limit }: Frame): Ranking | null {
  const superlatives = conditions.filter((condition) => condition.kind === 'superlative');
  const all = [
    ...orders.filter(({ shown }) => shown === true).map((order) => ({ order, limit })),
    ...superlatives
      .filter(({ aggregate, count, nth }) => aggregate === null && count === null && nth === undefined)
      .map((one) => ({ order: { mention: one.by, aggregate: null, count: false, shown: true, descending: one.up }, limit: one.limit })),
  ];
  const [ranked, ...others] = all;
  const ref = ranked?.order.mention?.elements[0]?.ref;
  const alone = others.length === 0 && orders.length + superlatives.length === 1;
  return ranked !== undefined && alone && ref?.kind === 'metric' ? { metric: ref.metric, ...ranked } : null;
}

/** "without sales in December": in which no sale was made. */
function settleInner(condition: Extract<Condition, { kind: 'exists' }>, prepared: PreparedModel): Condition {
  const [top] = condition.mention.elements;
  if (top === undefined) return condition;
  const metric = top.ref.kind === 'metric' ? prepared.model.metrics[top.ref.metric] : undefined;
  const date = metric === undefined ? null : dateColumnOf(metric, prepared);
  const isDate = (ref: ElementRef) => ref.kind === 'column' && prepared.tables[ref.table]?.columns[ref.column]?.type === 'date';
  const mayBe = (mention: Mention) => {
    const own = date === null ? mention.elements.filter(({ ref }) => ref.kind === 'column' && ref.table === top.ref.table) : [date];
    // The only date that its rows have is no guess.
    return own.length === 1 && own.every(({ ref }) => isDate(ref)) ? own.map((element) => ({ ...element, score: 1 })) : own;
  };
  const inner = condition.inner.map((one) =>
    one.kind === 'period' && one.lhs !== null && one.lhs.id < 0 && mayBe(one.lhs).length > 0
      ? { ...one, lhs: { ...one.lhs, elements: mayBe(one.lhs), values: [] } }
      : one,
  );
  return { ...condition, inner };
}

function settleGroup(group: GroupKey, own: (mention: Mention) => Mention, tokens: readonly Token[]): GroupKey {
  const { mention, grain } = group;
  if (mention === null) return group;
  if (grain !== null) return { mention: mention.id < 0 ? own(mention) : mention, grain };
  const spoken = spokenGrain(mention, tokens);
  return spoken === null ? group : { mention: own(mention), grain: spoken };
}

/** «والشهر» is "month" once it is normalised. */
const spokenGrain = ({ end, text }: Mention, tokens: readonly Token[]) => grainOfWord(tokens[end - 1]?.norm ?? text);

/** The date column of the first metric asked for, also of one that says what the number of something is; null when none has one. */
function metricDateOf(frame: Frame, prepared: PreparedModel): ElementCandidate | null {
  const counted = frame.projections.filter(({ kind }) => kind === 'count' || frame.groups.length > 0).map(({ mention }) => mention);
  const mentions = [
    ...frame.projections.map(({ mention }) => mention),
    ...frame.orders.map(({ mention }) => mention),
    ...frame.conditions.flatMap((condition) =>
      condition.kind === 'superlative' ? [condition.by] : 'lhs' in condition ? [condition.lhs] : [],
    ),
  ];
  for (const mention of mentions) {
    const top = mention?.elements[0];
    const number = top?.ref.kind === 'table' && counted.includes(mention) ? countMetrics(prepared, top.ref.table)[0] : undefined;
    const metric = top?.ref.kind === 'metric' ? prepared.model.metrics[top.ref.metric] : number;
    const date = metric === undefined ? null : dateColumnOf(metric, prepared);
    if (date !== null) return date;
  }
  return dateOfFigures(frame, prepared);
}

/** "VAT in 2025": a number of rows that have no date of their own goes by the one that the figures over these rows go by. */
function dateOfFigures({ projections }: Frame, prepared: PreparedModel): ElementCandidate | null {
  const [top, next] = projections[0]?.mention?.elements ?? [];
  const ref = top !== undefined && top.score > (next?.score ?? 0) ? top.ref : undefined;
  const table = ref?.kind === 'column' ? prepared.tables[ref.table] : undefined;
  if (ref?.kind !== 'column' || !isMeasure(table?.columns[ref.column]) || table?.columns.some(({ type }) => type === 'date')) return null;
  const own = prepared.model.metrics.filter((metric) => prepared.tableIndex(metric.table) === ref.table && metric.dateColumn !== null);
  const [first, ...others] = own;
  const same = first !== undefined && others.every(({ dateColumn }) => dateColumn === first.dateColumn);
  return same ? dateColumnOf(first, prepared) : null;
}

/** `column` is of the metric's own table, `schema.table.column` of another. */
export function dateColumnOf({ table, dateColumn }: SemanticMetric, prepared: PreparedModel): ElementCandidate | null {
  if (dateColumn === null) return null;
  const dot = dateColumn.lastIndexOf('.');
  const index = prepared.tableIndex(dot < 0 ? table : dateColumn.slice(0, dot));
  const name = dateColumn.slice(dot + 1).toLowerCase();
  const column =
    index === undefined ? undefined : prepared.tables[index]?.columns.find((candidate) => candidate.column.name.toLowerCase() === name);
  return index === undefined || column === undefined
    ? null
    : { ref: { kind: 'column', table: index, column: column.index }, score: 1, withTable: false };
}
