import { type Analysis, claim } from './analysis.ts';
import { refuse } from './refuse.ts';
import type { OutputColumn } from './scope.ts';
import { listOf, nameOf } from './tree.ts';

/** Applies `alias(a, b)`; columns beyond the list keep their names. */
export function renameColumns(analysis: Analysis, columns: readonly OutputColumn[], aliases: unknown): OutputColumn[] {
  const names = listOf(aliases).map(nameOf);
  if (names.length > columns.length) refuse('unknown_column', 'There are more names than columns.', names.at(-1)?.text ?? null);
  return columns.map((column, i) => {
    const name = names[i];
    if (name) claim(analysis, name);
    return name ? { ...column, name: name.text } : column;
  });
}
