import type { Lexicon } from '../lexicon/lexicon.ts';
import { didIn, doerOf, type PeriodCondition } from './doer.ts';
import type { Condition, Frame, Projection } from './frame.ts';
import type { MentionFactory } from './mention.ts';
import type { Segment } from './segment.ts';
import type { Token } from './token.ts';

/**
 * "customers who ordered in 2025" have an order of that year. "which customers bought in 2025", where those who bought are also a
 * figure: asked for by name, they are not counted.
 */
export function settleWhoDid(
  frame: Frame,
  segments: readonly Segment[],
  tokens: readonly Token[],
  { lexicon, mentions }: { readonly lexicon: Lexicon; readonly mentions: MentionFactory },
): void {
  const [shown, ...more] = frame.projections;
  const periods = frame.conditions.filter((condition: Condition): condition is PeriodCondition => condition.kind === 'period');
  const [period = null] = periods;
  if (shown === undefined || more.length > 0) return;
  const counted = isCounted(shown);
  if (counted ? !asksByName(shown.mention?.start ?? 0, segments) : period?.lhs == null || period.lhs.id < 0) return;
  const doer = doerOf({ ...frame, conditions: periods }, period, tokens, lexicon);
  if (doer === null || doer.thing.mention?.elements[0]?.ref.table === doer.event.elements[0]?.ref.table) return;
  if (frame.conditions.length > 1 || periods.length < frame.conditions.length || period?.negated === true) {
    if (counted) frame.doubts.push('who did it, or how many', 'of who did it');
    return;
  }
  frame.projections = [doer.thing];
  frame.conditions = [didIn(doer, period, counted || period === null ? (period?.lhs ?? null) : mentions.date(period.period.text))];
}

function isCounted({ kind, aggregate, mention }: Projection): boolean {
  return kind === 'element' && aggregate === null && mention?.elements[0]?.ref.kind === 'metric';
}

function asksByName(start: number, segments: readonly Segment[]): boolean {
  const before = segments
    .filter(({ end }) => end <= start)
    .filter((segment) => segment.kind !== 'keyword' || segment.keyword.key !== 'the');
  const last = before.at(-1);
  return (
    last?.kind === 'keyword' &&
    (last.keyword.key === 'who' || (last.keyword.key === 'what' && WHICH.test(last.text)) || LISTS.test(last.text))
  );
}

const WHICH = /^(which\b|أي|اي)/i;
const LISTS = /^(list|name|enumerate|اسرد|اذكر|قائمة)/i;
