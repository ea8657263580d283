import type { Condition } from '../parse/frame.ts';
import type { PlanCondition } from '../plan.ts';
import { rowConditions } from './conditions.ts';
import { optionOf } from './context.ts';
import { countConditions } from './count-conditions.ts';
import { divisionCondition } from './division-plan.ts';
import { isAggregate } from './expression.ts';
import { listedKeys } from './listed-keys.ts';
import { isOnMetric, metricConditions } from './metric-conditions.ts';
import { figureShared, partAndWhole } from './share.ts';
import type { Statement } from './statement.ts';
import { isSummed, summedConditions } from './summed-condition.ts';

interface Restriction {
  /** What was said of rows, not of figures. */
  readonly onRows: readonly Condition[];
  /** What makes rows the part that a share is of. */
  readonly part: readonly PlanCondition[];
  /** Bounds on figures of the layer. */
  readonly bounds: readonly PlanCondition[];
}

/** Which rows and which groups are taken. @throws Unassemblable | CountedTwice */
export function restrictRows({ context, scope, subject, measures, items, where, groupBy, having }: Statement): Restriction {
  const { frame } = context;
  const onRows = frame.conditions.filter((condition) => !isOnMetric(context, condition) && !isSummed(context, condition, subject));
  const shares =
    frame.share && (measures.every(({ expression }) => expression.kind === 'count') || figureShared(context, measures) !== null);
  const ofPart = shares ? partAndWhole(context, onRows) : null;
  const said = rowConditions(context, scope, subject, ofPart?.whole ?? onRows);
  const part = rowConditions(context, scope, subject, ofPart?.part ?? []);
  const counts = countConditions(context, scope, subject, frame.conditions);
  const bounds = metricConditions(context, scope, subject);
  const summed = summedConditions(context, scope, subject, items);
  // What was said comes before what the layer adds to it.
  where.unshift(...said, ...counts.where);
  having.push(...counts.having, ...bounds, ...summed);
  if (frame.division !== null) where.push(divisionCondition(context, scope, subject, optionOf(context, frame.division).ref.table));
  if (having.length > 0 && groupBy.length === 0)
    groupBy.push(
      ...(bounds.length + summed.length > 0 ? listedKeys(context, scope) : []),
      ...items.filter((item) => !isAggregate(item.expression)).map((item) => item.expression),
    );
  return { onRows, part, bounds };
}
