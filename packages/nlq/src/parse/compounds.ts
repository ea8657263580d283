import type { Segment } from './segment.ts';

/** Two columns of one table named side by side are one thing: "population density" is the density. */
export function joinCompounds(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    const [modifier, head] = [columnNamed(before), columnNamed(segment)];
    if (before !== undefined && modifier !== null && head !== null && segment.kind === 'element' && modifier.table === head.table && modifier.column !== head.column) {
      const text = `${before.text} ${segment.text}`;
      joined[joined.length - 1] = { ...segment, start: before.start, text, mention: { ...segment.mention, start: before.start, text } };
    } else joined.push(segment);
  }
  return joined;
}

/** The column an element plainly names, when it cannot be a table. */
function columnNamed(segment: Segment | undefined): { table: number; column: number } | null {
  if (segment?.kind !== 'element') return null;
  const [top] = segment.mention.elements;
  const certain = top !== undefined && top.ref.kind === 'column' && top.score >= CERTAIN && !segment.mention.elements.some(({ ref }) => ref.kind === 'table');
  return certain && top.ref.kind === 'column' ? { table: top.ref.table, column: top.ref.column } : null;
}

const CERTAIN = 0.95;
