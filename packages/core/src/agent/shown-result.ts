import type { Cell, DataToLlm, ResultColumn } from '@majed-vanna/contract';
import { asData } from './untrusted-text.ts';

const SAMPLE_ROWS = 5;
const FULL_ROWS = 100;

interface ResultToShow {
  readonly columns: readonly Pick<ResultColumn, 'name' | 'kind'>[];
  readonly rows: readonly (readonly Cell[])[];
  readonly more: boolean;
}

/** What a model is told of a result, by what the source lets out; the first line holds no value in any case. */
export function shownResult({ columns, rows, more }: ResultToShow, dataToLlm: DataToLlm, maxCharacters: number): string {
  const head = `columns: ${columns.map(({ name, kind }) => `${name} ${kind}`).join(', ')}`;
  if (dataToLlm === 'none') return asData(head);
  const counts = [`rows: ${more ? 'more than ' : ''}${rows.length}`, ...columns.map(({ name }, index) => countsOf(name, index))];
  if (dataToLlm === 'aggregates') return asData([head, ...counts].join('\n').slice(0, maxCharacters));
  const lines = [head, ...counts];
  let left = maxCharacters - lines.join('\n').length;
  for (const row of rows.slice(0, dataToLlm === 'sample' ? SAMPLE_ROWS : FULL_ROWS)) {
    const line = JSON.stringify(row);
    left -= line.length + 1;
    if (left < 0) break;
    lines.push(line);
  }
  return asData(lines.join('\n'));

  function countsOf(name: string, index: number): string {
    const values = rows.map((row) => row[index] ?? null);
    return `${name}: ${values.filter((value) => value === null).length} empty, ${new Set(values).size} different`;
  }
}
