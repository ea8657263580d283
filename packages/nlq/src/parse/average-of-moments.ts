import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Frame } from './frame.ts';
import { sums } from './ratio.ts';
import type { Segment } from './segment.ts';

/** "average monthly sales", "average sales per day": the figure over as many of these moments as it was met in. */
export function settleAverageOfMoments(frame: Frame, segments: readonly Segment[], prepared: PreparedModel): void {
  const [figure, ...others] = frame.projections;
  const [moment, ...more] = frame.groups.filter(({ grain }) => grain !== null);
  if (figure?.kind !== 'element' || figure.aggregate !== 'avg' || others.length > 0 || !sums(figure.mention, prepared)) return;
  if (moment?.mention == null || moment.grain === null || moment.grain === 'weekday' || more.length > 0) return;
  // "average sales by month", "by the month" may ask for each month.
  if (!segments.some((segment) => segment.kind === 'keyword' && segment.keyword.key === 'grain' && !TOLD_APART.test(segment.text))) return;
  frame.projections = [{ ...figure, aggregate: null }];
  frame.groups = frame.groups.filter((group) => group !== moment);
  frame.eachMoment = { mention: moment.mention, grain: moment.grain };
}

const TOLD_APART = /^by /i;
