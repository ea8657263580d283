import type { RunView } from './run-view.ts';

/** The answer for another document: its line, then the rows at hand as tab-separated text. */
export function answerAsText(view: Pick<RunView, 'headline' | 'columns' | 'rows'>): string {
  const line = view.headline.map((part) => part.text).join('');
  const table = [(view.columns ?? []).map((column) => column.label), ...view.rows]
    .map((row) => row.map((cell) => plain(cell)).join('\t'))
    .join('\n');
  return [line, view.columns ? table : ''].filter(Boolean).join('\n\n');
}

/** A tab or a line break inside a cell would break the table apart. */
function plain(cell: string | number | boolean | null): string {
  return cell === null ? '' : String(cell).replace(/[\t\r\n]+/g, ' ');
}
