import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Frame, GroupKey } from './frame.ts';
import type { MentionFactory } from './mention.ts';
import { grainOfWord } from './metric-time.ts';
import type { Mention } from './segment.ts';

/** "cumulative sales": over which periods they add up, by month where nothing was said. */
export function settleRunning(frame: Frame, mentions: MentionFactory, prepared: PreparedModel): void {
  if (!frame.running || frame.groups.some((group) => isOverTime(group, prepared))) return;
  const said = frame.conditions.find((condition) => condition.kind === 'period');
  const date = said?.lhs ?? mentions.date('cumulative');
  // Among things told apart, months are made up only where there are some.
  if (date === null || (frame.groups.length > 0 && !isDay(date, prepared))) return;
  const short = said?.period.unit !== undefined && ['month', 'week', 'day'].includes(said.period.unit);
  frame.groups.push({ mention: date, grain: short ? 'day' : 'month' });
}

function isOverTime({ grain, mention }: GroupKey, { tables }: PreparedModel): boolean {
  const ref = mention?.elements[0]?.ref;
  const column = ref?.kind === 'column' ? tables[ref.table]?.columns[ref.column] : undefined;
  return grain !== null || mention === null || grainOfWord(mention.text) !== null || column?.type === 'date' || column?.yearLike === true;
}

function isDay({ elements: [top] }: Mention, { tables }: PreparedModel): boolean {
  return top?.ref.kind === 'column' && tables[top.ref.table]?.columns[top.ref.column]?.type === 'date';
}
