import type { Segment } from './segment.ts';

/** Two columns of one table named side by side are one thing: "population density" is the density. */
export function joinCompounds(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    if (before !== undefined && segment.kind === 'element' && qualifies(columnsNamed(before), columnsNamed(segment))) {
      const text = `${before.text} ${segment.text}`;
      joined[joined.length - 1] = { ...segment, start: before.start, text, mention: { ...segment.mention, start: before.start, text } };
    } else joined.push(segment);
  }
  return joined;
}

interface ColumnName {
  readonly table: number;
  readonly column: number;
}

/** Some table has a column for each of the two words, and they are not the same. */
function qualifies(modifiers: readonly ColumnName[], heads: readonly ColumnName[]): boolean {
  return (
    heads.some((head) => modifiers.some(({ table, column }) => table === head.table && column !== head.column)) &&
    !heads.some((head) => modifiers.some(({ table, column }) => table === head.table && column === head.column))
  );
}

/** The columns an element plainly names, when it cannot be a table. */
function columnsNamed(segment: Segment): ColumnName[] {
  if (segment.kind !== 'element' || segment.mention.elements.some(({ ref }) => ref.kind === 'table')) return [];
  return segment.mention.elements.flatMap(({ ref, score }) =>
    ref.kind === 'column' && score >= CERTAIN ? [{ table: ref.table, column: ref.column }] : [],
  );
}

const CERTAIN = 0.95;
