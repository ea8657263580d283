import type { Frame } from './frame.ts';
import type { MentionFactory } from './mention.ts';

/** "cumulative sales": over which periods they add up, by month where nothing was said. */
export function settleRunning(frame: Frame, mentions: MentionFactory): void {
  if (!frame.running || frame.groups.length > 0) return;
  const said = frame.conditions.find((condition) => condition.kind === 'period');
  const date = said?.lhs ?? mentions.date('cumulative');
  if (date === null) return;
  const short = said?.period.unit !== undefined && ['month', 'week', 'day'].includes(said.period.unit);
  frame.groups.push({ mention: date, grain: short ? 'day' : 'month' });
}
