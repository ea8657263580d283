import type { Segment } from './segment.ts';

/** "price from 500 to 2000" is said as "price between 500 and 2000". */
export function fromTo(segments: readonly Segment[]): Segment[] {
  const ends = new Set<number>();
  return segments.map((segment, at) => {
    if (segment.kind !== 'keyword') return segment;
    if (ends.has(at)) return { ...segment, keyword: { key: 'and' } };
    const [before, low, to, high] = [segments[at - 1], ...segments.slice(at + 1, at + 4)];
    const ranged = segment.keyword.key === 'from' && to?.kind === 'keyword' && to.keyword.key === 'to';
    if (!ranged || before?.kind !== 'element' || low?.kind !== 'number' || high?.kind !== 'number') return segment;
    ends.add(at + 2);
    return { ...segment, keyword: { key: 'between' } };
  });
}
