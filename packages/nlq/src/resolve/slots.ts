import { type ElementCandidate, type ElementRef, OWN_NAME } from '../lexicon/lexicon.ts';
import type { PreparedColumn, PreparedModel } from '../lexicon/prepared-model.ts';
import { roleFit } from '../lexicon/roles.ts';
import type { ValueCandidate } from '../lexicon/value-index.ts';
import type { Condition, Frame } from '../parse/frame.ts';
import { isFigure, isMeasure, isOrdered } from '../parse/parser-state.ts';
import type { Mention } from '../parse/segment.ts';

/** What a mention may stand for in its place, with how well it fits there. */
export interface Option {
  readonly ref: ElementRef;
  readonly value: ValueCandidate | null;
  readonly score: number;
  readonly withTable: boolean;
}

export interface Slot {
  readonly mention: Mention;
  readonly options: readonly Option[];
  /** Table it was said to belong to. */
  readonly anchor: Mention | null;
  /** Spoken near it, a weaker bond. */
  readonly near: Mention | null;
  readonly weight: number;
}

type Fit = (ref: ElementRef, column: PreparedColumn | undefined) => number;

const MAX_OPTIONS = 10;
const OWN_NAME_FIT = 0.8;

/** One slot per mention of the frame, with what fits its role. */
export function slotsOf(frame: Frame, prepared: PreparedModel): Slot[] {
  const slots = new Map<number, Slot>();
  const near = tableNear(frame);
  for (const anchor of frame.anchors) add(anchor, tables);
  if (frame.division !== null) add(frame.division, tables);
  if (frame.over !== null) add(frame.over, counted);
  if (frame.eachMoment !== null) add(frame.eachMoment.mention, dated);
  for (const projection of frame.projections) {
    if (projection.mention === null) continue;
    if (projection.kind === 'entity' || projection.kind === 'everything') add(projection.mention, entity);
    else if (projection.kind === 'count') add(projection.mention, counted);
    else
      add(
        projection.mention,
        projection.aggregate === null ? shown : projection.aggregate === 'min' || projection.aggregate === 'max' ? ordered : measured,
        projection.anchor,
      );
  }
  for (const group of frame.groups) if (group.mention !== null) add(group.mention, group.grain === null ? keyed : dated);
  for (const order of frame.orders) if (order.mention !== null) add(order.mention, order.count ? counted : sortable);
  addConditions(frame.conditions);
  return [...slots.values()];

  function addConditions(conditions: readonly Condition[]): void {
    for (const condition of conditions) {
      switch (condition.kind) {
        case 'value':
          addValue(condition.mention, condition.lhs, condition.role, condition.place ?? false);
          break;
        case 'compare':
        case 'between':
          add(condition.lhs, compared);
          break;
        case 'against':
          add(condition.lhs, compared);
          if (condition.of !== null) add(condition.of, compared);
          if (condition.scope !== null) add(condition.scope, tables);
          if (condition.row !== undefined) addValue(condition.row, null, null, false);
          break;
        case 'text':
          if (condition.lhs !== null) add(condition.lhs, textual);
          break;
        case 'exists':
          add(condition.mention, (condition.negated || condition.inner.length > 0) && isFigure(condition.mention) ? missed : tables);
          addConditions(condition.inner);
          break;
        case 'countCompare':
          if (condition.mention !== null) add(condition.mention, condition.aggregate === undefined ? counted : measured);
          break;
        case 'superlative':
          if (condition.by !== null) add(condition.by, compared, condition.target);
          if (condition.target !== null) add(condition.target, keyed);
          if (condition.count !== null && condition.count !== 'rows') add(condition.count, counted);
          break;
        case 'period':
          if (condition.lhs !== null) add(condition.lhs, dated);
          break;
        case 'null':
          add(condition.lhs, shown);
          break;
      }
    }
  }

  function add(mention: Mention, fit: Fit, anchor: Mention | null = null): void {
    if (slots.has(mention.id)) return;
    // A table of exactly that name is meant rather than what points at it or holds the word among others.
    const named = mention.elements.some((candidate) => candidate.ref.kind === 'table' && candidate.score >= OWN_NAME);
    const beside = (candidate: ElementCandidate) =>
      named && candidate.score < OWN_NAME && (candidate.ref.kind === 'table' || columnAt(candidate.ref)?.key === 'foreign') ? 0.75 : 1;
    const options = mention.elements
      .map(
        (candidate): Option => ({
          ref: candidate.ref,
          value: null,
          score:
            candidate.score *
            fit(candidate.ref, columnAt(candidate.ref)) *
            beside(candidate) *
            (mention.id < 0 && asksForItself(candidate.ref) ? 0.5 : 1),
          withTable: candidate.withTable,
        }),
      )
      .filter((option) => option.score > 0.2 && (fit === shown || fit === entity || columnAt(option.ref)?.column.masked !== true))
      .sort((a, b) => b.score - a.score)
      .slice(0, MAX_OPTIONS);
    slots.set(mention.id, { mention, options, anchor, near: near.get(mention.id) ?? null, weight: mention.id < 0 ? 0.9 : 1 });
  }

  function addValue(mention: Mention, lhs: Mention | null, role: string | null, place: boolean): void {
    const allowed =
      lhs === null
        ? null
        : new Map(
            lhs.elements.map((candidate) => [
              candidate.ref.kind === 'column' ? `${candidate.ref.table}.${candidate.ref.column}` : `t${candidate.ref.table}`,
              candidate.score,
            ]),
          );
    const options = mention.values
      .map((value): Option => {
        const fit =
          allowed === null ? 1 : (allowed.get(`${value.table}.${value.column}`) ?? (allowed.has(`t${value.table}`) ? 0.6 : 0.35)) + 0.1;
        const column = prepared.tables[value.table]?.columns[value.column];
        return {
          ref: { kind: 'column', table: value.table, column: value.column },
          value,
          score:
            value.score *
            fit *
            (column?.key === 'foreign' ? 0.92 : 1) *
            (isPlace(prepared, value.table, value.column) ? PLACE_BONUS : 1) *
            (1 + 0.15 * roleFit(role, column?.names[0]?.words ?? [])) *
            (place && lhs === null && namesListed(value.table, value.column) ? OWN_NAME_FIT : 1),
          withTable: false,
        };
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, MAX_OPTIONS);
    slots.set(mention.id, { mention, options, anchor: null, near: near.get(mention.id) ?? null, weight: 1 });
  }

  /** "rivers in X" are not rivers called X. */
  function namesListed(table: number, column: number): boolean {
    return (
      prepared.tables[table]?.display === column &&
      frame.projections.some(
        (projection) =>
          (projection.kind === 'entity' || projection.kind === 'count') &&
          projection.mention?.elements[0]?.ref.kind === 'table' &&
          projection.mention.elements[0].ref.table === table,
      )
    );
  }

  /** Columns that hold a value of the question: "where is X" does not ask for them. */
  function asksForItself(ref: ElementRef): boolean {
    return (
      ref.kind === 'column' &&
      frame.conditions.some(
        (condition) =>
          condition.kind === 'value' && condition.mention.values.some((value) => value.table === ref.table && value.column === ref.column),
      )
    );
  }

  function columnAt(ref: ElementRef): PreparedColumn | undefined {
    return ref.kind === 'column' ? prepared.tables[ref.table]?.columns[ref.column] : undefined;
  }
}

const keyFit = (column: PreparedColumn | undefined): number => (column?.key === 'foreign' ? (column.type === 'number' ? 0.72 : 0.86) : 1);
const tables: Fit = (ref) => (ref.kind === 'table' ? 1 : ref.kind === 'column' ? 0.55 : 0);
/** "without sales": without a row that the figure is of. */
const missed: Fit = (ref, column) => (ref.kind === 'metric' ? 1 : tables(ref, column));
/** Rows are listed, not figures. */
const entity: Fit = (ref, column) => (ref.kind === 'table' ? 1 : (isMeasure(column) ? 0.8 : 0.97) * keyFit(column));
const shown: Fit = (ref, column) => (ref.kind === 'table' ? 0.9 : keyFit(column));
const counted: Fit = (ref, column) => (ref.kind === 'table' ? 1 : 0.92 * keyFit(column));
/** "by branch" groups by what a branch is called rather than by the key that points at it. */
const keyed: Fit = (ref, column) => (ref.kind === 'metric' ? 0 : column?.key === 'foreign' ? 0.8 : 1);
const measured: Fit = (ref, column) => (ref.kind === 'metric' ? 1 : isMeasure(column) ? 1 : ref.kind === 'table' ? 0.4 : 0.45);
const ordered: Fit = (ref, column) => (ref.kind === 'metric' || isOrdered(column) ? 1 : ref.kind === 'table' ? 0.4 : 0.7);
const sortable: Fit = (ref, column) => (ref.kind === 'table' ? 0.8 : keyFit(column));
const compared: Fit = (ref, column) =>
  ref.kind === 'metric' || isOrdered(column) || column?.type === 'boolean' ? 1 : ref.kind === 'table' ? 0.5 : 0.6;
const textual: Fit = (ref, column) => (column?.type === 'text' ? 1 : ref.kind === 'table' ? 0.85 : 0.7);
const dated: Fit = (_ref, column) => (column?.type === 'date' ? 1 : column?.yearLike ? 0.9 : 0.6);

/** For each spoken mention the nearest table spoken before it, else after it. */
function tableNear(frame: Frame): Map<number, Mention> {
  const all: Mention[] = [];
  const spoken = (mention: Mention | null | 'rows') => {
    if (mention !== null && mention !== 'rows') all.push(mention);
  };
  const visit = (conditions: readonly Condition[]) => {
    for (const condition of conditions) {
      if ('lhs' in condition) spoken(condition.lhs);
      if ('mention' in condition) spoken(condition.mention);
      if (condition.kind === 'superlative') {
        spoken(condition.by);
        spoken(condition.target);
        spoken(condition.count);
      }
      if (condition.kind === 'exists') visit(condition.inner);
    }
  };
  for (const projection of frame.projections) spoken(projection.mention);
  for (const anchor of frame.anchors) spoken(anchor);
  for (const group of frame.groups) spoken(group.mention);
  visit(frame.conditions);
  for (const order of frame.orders) spoken(order.mention);
  const named = all
    .filter((mention) => mention.start >= 0 && mention.id >= 0 && (mention.values.length > 0 || mention.elements[0]?.ref.kind === 'table'))
    .sort((a, b) => a.start - b.start);
  const near = new Map<number, Mention>();
  for (const mention of all) {
    if (mention.start < 0) continue;
    const before = named.filter((table) => table.start < mention.start).at(-1);
    const after = named.find((table) => table.start > mention.start);
    const chosen = before ?? after;
    if (chosen !== undefined && chosen.id !== mention.id) near.set(mention.id, chosen);
  }
  return near;
}

const PLACE_COLUMNS = new Set(['city', 'town', 'country', 'region', 'state', 'district', 'province', 'area', 'location', 'address']);
const PLACE_TABLES = new Set([
  'branch',
  'store',
  'shop',
  'office',
  'site',
  'location',
  'warehouse',
  'outlet',
  'facility',
  'venue',
  'campus',
  'station',
  'airport',
  'hotel',
  'clinic',
  'hospital',
  'restaurant',
  'plant',
]);
/** "in Lyon" is where something is rather than where somebody is from. */
const PLACE_BONUS = 1.06;

function isPlace(prepared: PreparedModel, table: number, column: number): boolean {
  const found = prepared.tables[table];
  const words = found?.columns[column]?.names.flatMap((name) => name.words) ?? [];
  return (
    words.some((word) => PLACE_COLUMNS.has(word)) &&
    (found?.names.some((name) => name.words.some((word) => PLACE_TABLES.has(word) || PLACE_TABLES.has(word.replace(/e?s$/, '')))) ?? false)
  );
}
