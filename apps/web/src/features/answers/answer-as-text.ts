import { labelOf } from '../../lib/format-cell.ts';
import type { RunView } from './run-view.ts';

/** The answer for another document: its line, then the rows at hand as tab-separated text. */
export function answerAsText(view: Pick<RunView, 'headline' | 'columns' | 'rows'>): string {
  const line = view.headline.map((part) => part.text).join('');
  const columns = view.columns ?? [];
  const rows = view.rows.map((row) => row.map((cell, i) => labelOf(cell, columns[i] ?? {}) ?? cell));
  const table = [columns.map((column) => column.label), ...rows].map((row) => row.map(plain).join('\t')).join('\n');
  return [line, view.columns ? table : ''].filter(Boolean).join('\n\n');
}

/** A tab or a line break inside a cell would break the table apart. */
function plain(cell: string | number | boolean | null): string {
  return cell === null ? '' : String(cell).replace(/[\t\r\n]+/g, ' ');
}
