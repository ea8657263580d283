import type { Language } from '@majed-vanna/contract';
import { isAggregate, same } from '../assemble/expression.ts';
import { heldAgainst } from '../assemble/hold-against.ts';
import { isSameName } from '../lexicon/names.ts';
import type { Condition, Frame } from '../parse/frame.ts';
import { AGGREGATE_ALONE } from '../parse/parse-frame.ts';
import type { Mention } from '../parse/segment.ts';
import type { Token } from '../parse/token.ts';
import type { PlanColumn, PlanCondition, PlanExpression, PlanSelect, QueryPlan } from '../plan.ts';
import type { Parts } from '../read-question.ts';
import {
  ADDS,
  asksFigure,
  asksFigureBeside,
  asksHowMany,
  asksRatio,
  asksSides,
  BESIDES,
  CUTS,
  DRAWN_AS,
  FILLS,
  groupsOf,
  isBareFigure,
  OF_THEM,
  PICKS,
  rankedOf,
  replacingCount,
  replacingMetric,
  SORTS,
  spoken,
  TOTAL,
} from './asked-change.ts';
import { alsoLeftOut, conditionOf } from './condition-of.ts';
import {
  conditionsOf,
  type Group,
  heldBeside,
  isWhole,
  showsAround,
  withConditions,
  withGroups,
  withLimit,
  withOrder,
  withShare,
} from './edit-plan.ts';
import { planTables } from './extend-plan.ts';
import { rowsOfFigures } from './figure-date.ts';
import { groupSaid } from './group-said.ts';
import { besidePeriod, regrouped, withGrowth } from './over-time.ts';
import { withPeriodOfOthers } from './period-of-others.ts';
import { createPlanColumns, type EditedPlan } from './plan-columns.ts';
import { withCount, withCountOfRows, withMetric } from './replace-figure.ts';
import { restrictedAlike } from './restrict-alike.ts';
import { withRunningTotal } from './running-total.ts';

/** The plan before with what the words change; null when they change nothing that can be changed. */
export function followUpPlan(
  tokens: readonly Token[],
  frame: Frame,
  previous: QueryPlan,
  parts: Parts,
  language: Language,
): { plan: QueryPlan; unread: readonly string[] } | null {
  const { text } = spoken(tokens);
  // Drawn differently, the answer is the same.
  if (DRAWN_AS.test(text)) return { plan: previous, unread: [] };
  if (asksFigureBeside(text, frame) || asksRatio(text, frame, rowsOfFigures(previous, parts.prepared), parts.prepared)) return null;
  // "and their margin?" is of the first few before, not of those that lead in it.
  if (previous.limit !== null && OF_THEM.test(text) && asksFigure(frame)) return null;
  if (frame.doubts.includes(AGGREGATE_ALONE) && !TOTAL.test(text)) return null;
  if (isBareFigure(text, frame) && keepsNothing(previous)) return null;
  const edited: EditedPlan = { plan: previous };
  const columns = createPlanColumns(edited, parts);
  let changed = false;
  const sides = asksSides(frame);
  // How two periods are told apart is not asked for.
  const figures = previous.select.some(({ expression }) => isAggregate(expression));
  const groups = sides ? [] : groupsOf(frame, text, figures);
  const alone = frame.conditions.length === 0 && groups.length === 0 && frame.projections.length === 0;
  // In this order; each is false where what was asked for cannot be done.
  const steps = [replaceFigure, regroup, grow, restrict, run, cut, sort, total, redraw, share];
  if (!steps.every((step) => step()) || !changed) return null;
  return {
    plan: edited.plan,
    unread: frame.unread.filter((word) => !FILLS.test(tokens.find((token) => token.text === word)?.norm ?? word)),
  };

  function change(next: QueryPlan | null): boolean {
    if (next === null) return false;
    edited.plan = next;
    changed = true;
    return true;
  }

  function replaceFigure(): boolean {
    const { prepared, graph } = parts;
    if (asksHowMany(text, frame)) return change(withCountOfRows(edited.plan, columnsSaid(), prepared));
    const metric = replacingMetric(frame);
    const name = metric === null ? undefined : prepared.model.metrics[metric]?.name;
    if (name !== undefined) return change(withMetric(edited.plan, name, prepared, graph));
    const counted = replacingCount(text, frame);
    return counted === null || change(withCount(edited.plan, counted, prepared, graph));
  }

  function columnsSaid(): string[] {
    const said = frame.conditions.flatMap((condition) => (condition.kind === 'value' ? condition.mention.values : []));
    return said.flatMap(({ table, column }) => parts.prepared.tables[table]?.columns[column]?.column.name ?? []);
  }

  function regroup(): boolean {
    if (groups.length === 0) return true;
    const reached: Group[] = [];
    for (const group of groups) {
      const found = groupSaid(group, edited, columns, parts.prepared, language);
      if (found === null) return false;
      reached.push(found);
    }
    return change(regrouped(edited.plan, reached, /^and\b|\b(also|too|as well)\b/.test(text)));
  }

  function grow(): boolean {
    if (frame.growth === null) return true;
    if (frame.conditions.length > 0 || PICKS.test(text) || countsNamedThings()) return false;
    return change(withGrowth(edited.plan, frame.growth.over, () => columns.dateColumn(null)));
  }

  function run(): boolean {
    if (!frame.running) return true;
    if (frame.growth !== null || frame.compared) return false;
    const grain = frame.groups.find((group) => group.grain !== null)?.grain ?? 'month';
    return change(withRunningTotal(edited.plan, grain, dateOfDays, parts.prepared));
  }

  /** A year kept as a number has no months. */
  function dateOfDays(): PlanColumn | null {
    const date = columns.dateColumn(null);
    return date === null || columns.isYear(date) ? null : date;
  }

  function tableCounted({ schema, table }: NonNullable<PlanSelect['counts']>): number | undefined {
    return parts.prepared.tableIndex(`${schema}.${table}`);
  }

  /** How many customers there are grows by those who came; those who came each year are another figure. */
  function countsNamedThings(): boolean {
    return edited.plan.select.some(({ counts }) => {
      const table = counts === undefined ? undefined : tableCounted(counts);
      return table !== undefined && parts.prepared.tables[table]?.named === true;
    });
  }

  function restrict(): boolean {
    const { conditions, compared } = frame;
    if (sides) return holdAgainst();
    if (compared) return conditions.every(compareWith);
    const added: PlanCondition[] = [];
    for (const condition of conditions) {
      const others = saidOfOthers(condition);
      if (others !== undefined) {
        if (!change(others)) return false;
        continue;
      }
      const made = conditionOf(condition, frame, edited, columns, parts.prepared);
      if (made === null) return false;
      added.push(alsoLeftOut(made, added));
    }
    if (added.length === 0) return true;
    const held = ADDS.test(text) ? heldBeside(edited.plan, added) : [];
    if (held.length === 0 && BESIDES.test(text)) return false;
    const said = [...held, ...added];
    const alike = restrictedAlike(edited.plan, said, parts);
    if (alike === null) return false;
    change(withConditions(alike, said));
    return !showsAround(edited.plan) || conditions.every(({ kind }) => kind === 'value');
  }

  /** "this month vs last month": each with the figure before. */
  function holdAgainst(): boolean {
    const [first, second] = frame.conditions;
    const column = columns.dateColumn(null);
    if (first?.kind !== 'period' || column === null || columns.isYear(column) || !isWhole(edited.plan)) return false;
    const { from, to } = first.period;
    const within = withConditions(edited.plan, [{ kind: 'period', left: column, from, to, negated: false }]);
    if (frame.sides !== null) return change(heldAgainst(within, frame.sides, parts.prepared));
    edited.plan = within;
    return second !== undefined && compareWith(second);
  }

  /** "in 2024" behind "branches that had no sales in 2025". */
  function saidOfOthers(condition: Condition): QueryPlan | null | undefined {
    const unnamed = condition.kind === 'period' && (condition.lhs === null || condition.lhs.id < 0);
    return unnamed ? withPeriodOfOthers(edited.plan, condition.period, condition.negated) : undefined;
  }

  /** "compared with last year" */
  function compareWith(condition: Condition): boolean {
    const column = condition.kind === 'period' && !condition.negated ? columns.dateColumn(null) : null;
    const side = condition.kind === 'period' ? condition.period : null;
    if (column === null || side?.from == null || side.to === null || side.unit === undefined || side.unit === 'half') return false;
    return change(besidePeriod(edited.plan, column, { from: side.from, to: side.to }, side.unit));
  }

  function cut(): boolean {
    const [, end, count] = CUTS.exec(text) ?? [];
    if (count === undefined) return true;
    const up = !/bottom|lowest|worst/.test(end ?? '');
    return ofWhatIsShown() && change(withLimit(edited.plan, Number(count), up));
  }

  /** "top 5 products" are not the first of the customers that are listed, and no customer leads in how many customers there are. */
  function ofWhatIsShown(): boolean {
    const { select } = edited.plan;
    return rankedOf(frame).every(
      ({ elements }) =>
        select.some(({ expression }) => isAggregate(expression) || elements.some(({ ref }) => isOf(expression, ref))) &&
        !select.some(({ counts }) => elements.some(({ ref }) => ref.kind === 'table' && counts && tableCounted(counts) === ref.table)),
    );
  }

  function sort(): boolean {
    return !SORTS.test(text) || change(sorted());
  }

  function sorted(): QueryPlan | null {
    const [order] = frame.orders;
    const mention = order?.mention ?? frame.projections[0]?.mention ?? null;
    const descending = order?.descending ?? /\bdescending\b/.test(text);
    if (mention === null) {
      const [first] = edited.plan.orderBy;
      return first === undefined ? null : withOrder(edited.plan, (shown) => same(shown, first.expression), descending);
    }
    return withOrder(edited.plan, (shown) => mention.elements.some((element) => isOf(shown, element.ref)), descending);
  }

  function isOf(shown: PlanExpression, ref: Mention['elements'][number]['ref']): boolean {
    if (ref.kind === 'metric') return shown.kind === 'metric' && shown.name === parts.prepared.model.metrics[ref.metric]?.name;
    const table = parts.prepared.tables[ref.table];
    const column = table?.columns[ref.kind === 'column' ? ref.column : table.display]?.column.name;
    const date = shown.kind === 'grain' ? shown.of : shown;
    return (
      date.kind === 'column' &&
      column !== undefined &&
      date.source === planTables(edited.plan, parts.prepared).get(ref.table)?.id &&
      isSameName(date.column, column)
    );
  }

  /** "show the total instead" */
  function total(): boolean {
    return !alone || frame.running || !TOTAL.test(text) || change(withGroups(edited.plan, [], false));
  }

  function redraw(): boolean {
    if (alone && frame.visual !== null && !frame.compared) changed = true;
    return true;
  }

  function share(): boolean {
    const asked = frame.share || /\b(share|percentage|percent)\b/.test(text);
    return !asked || change(withShare(edited.plan));
  }
}

/** A figure of everything, which no other one has anything of. */
const keepsNothing = ({ where, groupBy, limit }: QueryPlan) =>
  groupBy.length === 0 && limit === null && conditionsOf(where).every(({ kind }) => kind === 'metricFilter');
