import { isAdditive } from '../lexicon/additive.ts';
import type { PreparedColumn, PreparedModel } from '../lexicon/prepared-model.ts';
import type { AggregateFunction } from '../plan.ts';
import type { Frame, Projection } from './frame.ts';
import type { MentionFactory } from './mention.ts';
import type { Mention } from './segment.ts';

/** Charts and breakdowns ask for rows or for groups: decides which, from what is to be drawn. */
export function shapeVisual(frame: Frame, prepared: PreparedModel, mentions: MentionFactory): void {
  if (frame.visual === null && frame.groups.length === 0) return;
  // "top 5 customers per branch by sales" ranks customers.
  if (frame.visual === null && frame.limit !== null && frame.orders.some((order) => order.shown)) return;
  if (frame.conditions.some((condition) => condition.kind === 'superlative' || condition.kind === 'countCompare')) return;
  if (frame.visual === 'series') addTime(frame, prepared, mentions);
  const fields = frame.projections.filter((projection) => projection.kind === 'element' && projection.mention !== null);
  const aggregated = frame.projections.some(
    (projection) => projection.kind === 'count' || projection.aggregate !== null || projection.mention?.elements[0]?.ref.kind === 'metric',
  );
  const measures = fields.filter((projection) => kindOf(projection.mention) === 'measure');
  const keys = frame.groups.filter((group) => group.grain === null && group.mention !== null && kindOf(group.mention, true) === 'measure');
  const drawn = measures.length + keys.length;
  const dimensions = fields.length - measures.length + frame.groups.length;
  const [measured] = measures;
  const onlyEntities = frame.projections.length > 0 && frame.projections.every((projection) => projection.kind === 'entity');
  if (aggregated) countOfAxis();
  else if (drawn >= 2 && (measures.length >= 1 || frame.visual === 'scatter') && (frame.visual !== null || keys.length > 0)) asPoints();
  else if (frame.visual === 'scatter' && measures.length >= 1) asPoints();
  else if (listsWhatEachHas()) return;
  else if (measured !== undefined && measures.length === 1 && dimensions > 0) aggregateOf(measured);
  else if (frame.visual !== null && (measures.length === 1 || dimensions > 0)) countRows();
  else if (onlyEntities && frame.groups.length > 0 && frame.groups.every((group) => group.per || kindOf(group.mention) !== 'table'))
    countRows();

  /** "the names and ages of every tenant" lists what each one has. */
  function listsWhatEachHas(): boolean {
    if (frame.visual !== null || measured === undefined || frame.groups.length === 0) return false;
    const table = measured.mention?.elements[0]?.ref.table;
    return frame.groups.every((group) => kindOf(group.mention) === 'table' && group.mention?.elements[0]?.ref.table === table);
  }

  /** Each row is a point: nothing is added up, and what names a row is not a field of the chart. */
  function asPoints(): void {
    const added = frame.groups.flatMap(({ mention, grain }): Projection[] => (mention === null || grain !== null ? [] : [plain(mention)]));
    frame.projections = [...frame.projections.filter((projection) => projection.kind === 'element'), ...added].filter(
      (projection) => projection.mention === null || !namesRow(projection.mention),
    );
    frame.groups = [];
  }

  function aggregateOf(measured: Projection): void {
    const fn: AggregateFunction = isAdditive(columnOf(measured.mention)) ? 'sum' : 'avg';
    frame.projections = frame.projections
      .filter((projection) => projection.kind !== 'entity')
      .map((projection) => (projection === measured ? { ...projection, aggregate: fn, assumed: true } : projection));
  }

  function countRows(): void {
    frame.groups = frame.groups.filter((group) => group.per || kindOf(group.mention) !== 'table' || fields.length === 0);
    // "orders per branch", "orders by month" count orders.
    const counted =
      frame.groups.some((group) => group.per) || (frame.visual === null && frame.groups.length > 0)
        ? (frame.projections.find((projection) => projection.kind === 'entity')?.mention ?? null)
        : null;
    const kept = frame.projections.filter(
      (projection) =>
        projection.kind === 'element' && (projection.mention === null || frame.groups.length === 0 || !namesRow(projection.mention)),
    );
    frame.projections = [...kept, { kind: 'count', mention: counted, aggregate: null, distinct: false, anchor: null }];
    frame.distinct = false;
  }

  /** "count vs origin": the thing counted is the axis, when nothing else is. */
  function countOfAxis(): void {
    const [counted, ...others] = frame.projections;
    if (
      frame.visual === null ||
      others.length > 0 ||
      frame.groups.length > 0 ||
      counted?.kind !== 'count' ||
      counted.distinct ||
      counted.mention === null
    )
      return;
    const kind = kindOf(counted.mention);
    if (kind === 'dimension' || kind === 'measure') frame.projections = [plain(counted.mention), { ...counted, mention: null }];
  }

  function columnOf(mention: Mention | null): PreparedColumn | undefined {
    const ref = mention?.elements[0]?.ref;
    return ref?.kind === 'column' ? prepared.tables[ref.table]?.columns[ref.column] : undefined;
  }

  function kindOf(mention: Mention | null, key = false): 'measure' | 'dimension' | 'table' | 'other' {
    const ref = mention?.elements[0]?.ref;
    if (ref?.kind === 'table') return 'table';
    if (ref?.kind === 'metric') return 'other';
    const column = columnOf(mention);
    if (column === undefined) return 'other';
    return column.type === 'number' && column.key === null && !column.yearLike && !((key || frame.visual !== null) && isDiscrete(column))
      ? 'measure'
      : 'dimension';
  }

  /** A text of its own for every row. */
  function namesRow(mention: Mention): boolean {
    const column = columnOf(mention);
    const table = column && prepared.tables[column.table];
    if (column === undefined || table === undefined || column.type !== 'text') return false;
    const rows = table.table.rowEstimate;
    return column.column.values === null
      ? column.index === table.display
      : rows !== null && rows > 1 && column.column.values.length >= rows * UNIQUE_SHARE;
  }
}

const UNIQUE_SHARE = 0.9;
const MOST_STEPS = 12;
const plain = (mention: Mention): Projection => ({ kind: 'element', mention, aggregate: null, distinct: false, anchor: null });

/** Whole numbers in a few steps, such as seats of a car: they divide rows like names do. */
function isDiscrete({ column }: PreparedColumn): boolean {
  const { range } = column;
  return (
    column.kind === 'integer' && typeof range?.min === 'number' && typeof range.max === 'number' && range.max - range.min <= MOST_STEPS
  );
}

/** "over time" without a date named: the date of the model. */
function addTime(frame: Frame, prepared: PreparedModel, mentions: MentionFactory): void {
  const isTime = (mention: Mention | null) => {
    const ref = mention?.elements[0]?.ref;
    const column = ref?.kind === 'column' ? prepared.tables[ref.table]?.columns[ref.column] : undefined;
    return column !== undefined && (column.type === 'date' || column.yearLike);
  };
  const named =
    frame.groups.some((group) => group.grain !== null || isTime(group.mention)) ||
    frame.projections.some((projection) => isTime(projection.mention));
  const time = named ? null : mentions.date('over time');
  if (time === null) return;
  const ref = time.elements[0]?.ref;
  const column = ref?.kind === 'column' ? prepared.tables[ref.table]?.columns[ref.column] : undefined;
  frame.groups.unshift({ mention: time, grain: column?.type === 'date' ? grainFor(column) : null });
}

/** Years for a long span of dates, months for a short one. */
function grainFor({ column }: PreparedColumn): 'year' | 'month' {
  const years = Number(String(column.range?.max ?? '').slice(0, 4)) - Number(String(column.range?.min ?? '').slice(0, 4));
  return years > LONG_SPAN_YEARS ? 'year' : 'month';
}

const LONG_SPAN_YEARS = 6;
