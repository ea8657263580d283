import type { Frame } from './frame.ts';
import { tableScore } from './parser-state.ts';
import type { Mention, Segment } from './segment.ts';

const SHARED = /\b(common|shared|share|same)\b/;

/**
 * "topics common to all courses": what every row of the other table has. Takes the other table out of the places where the parser
 * put it and names it as the divisor.
 */
export function settleDivision(frame: Frame, segments: readonly Segment[], force = false): void {
  const text = segments.map((segment) => segment.text.toLowerCase()).join(' ');
  if (!force && !(SHARED.test(text) && /\b(all|every|each)\b/.test(text))) return;
  if (!force && frame.conditions.some((condition) => condition.kind === 'superlative')) return;
  const divisor = spokenOfAll(segments);
  if (divisor === null) return;
  const others = frame.projections.filter((projection) => projection.mention !== divisor);
  if (others.length === 0 || others.some((projection) => projection.kind === 'count' || projection.aggregate !== null)) return;
  frame.projections = others;
  for (const projection of frame.projections) if (projection.anchor === divisor) projection.anchor = null;
  frame.groups = frame.groups.filter((group) => group.mention !== divisor);
  frame.anchors = frame.anchors.filter((anchor) => anchor !== divisor);
  frame.conditions = frame.conditions.filter((condition) => !(condition.kind === 'exists' && condition.mention === divisor));
  frame.unread = frame.unread.filter((word) => !/^(same|common|shared|share)$/i.test(word));
  frame.verbs = frame.verbs.filter((word) => !/^(common|shared)$/i.test(word));
  frame.doubts = frame.doubts.filter((text) => !SHARED.test(text));
  frame.division = divisor;
}

/** The table after "all", "every" or "each". */
function spokenOfAll(segments: readonly Segment[]): Mention | null {
  for (const [at, segment] of segments.entries()) {
    if (segment.kind !== 'keyword' || !/\b(all|every|each)\b/i.test(segment.text)) continue;
    for (const next of segments.slice(at + 1, at + 4)) {
      if (next.kind === 'keyword') continue;
      if (next.kind === 'element' && tableScore(next.mention) >= 0.6) return next.mention;
      break;
    }
  }
  return null;
}
