import type { ValueIndex } from '../lexicon/value-index.ts';
import type { Segment } from './segment.ts';
import type { Token } from './token.ts';

type ValueSegment = Extract<Segment, { kind: 'value' }>;

const JOINTS = new Set(['versus', 'and', 'or', 'to', 'with', 'mark', 'the', 'than']);

/** "online vs store": what could name a thing is a value where the other side is one of the same column. */
export function sidesOfOneKind(segments: readonly Segment[], tokens: readonly Token[], values: ValueIndex): Segment[] {
  if (!segments.some(isComparing)) return [...segments];
  return segments.map((segment, at) => {
    // "between Riyadh and Jeddah" names the sides and bounds nothing.
    if (segment.kind === 'keyword' && segment.keyword.key === 'between' && segments[at + 1]?.kind !== 'number')
      return { ...segment, keyword: { key: 'of' } };
    if (segment.kind !== 'element') return segment;
    const others = [sideAt(segments, at, -1), sideAt(segments, at, 1)].filter((side) => side !== null);
    const words = tokens.slice(segment.start, segment.end).map(({ norm }) => norm);
    const own = values
      .find(words)
      .filter(
        (value) =>
          value.score >= EXACT &&
          others.some((other) => other.mention.values.some(({ table, column }) => table === value.table && column === value.column)),
      );
    return own.length === 0 ? segment : { ...segment, kind: 'value', mention: { ...segment.mention, values: own } };
  });
}

const EXACT = 0.95;

function isComparing(segment: Segment): boolean {
  return segment.kind === 'keyword' && (segment.keyword.key === 'versus' || segment.keyword.key === 'comparison');
}

/** The value on the other side of "versus" or "and". */
function sideAt(segments: readonly Segment[], from: number, step: 1 | -1): ValueSegment | null {
  for (let at = from + step, joined = false; ; at += step) {
    const segment = segments[at];
    if (segment?.kind === 'value') return joined ? segment : null;
    if (segment?.kind !== 'keyword' || !JOINTS.has(segment.keyword.key)) return null;
    joined ||= segment.keyword.key !== 'the';
  }
}
