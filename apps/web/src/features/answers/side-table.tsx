import type { Cell, Language, ResultColumn } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { labelWriter } from '../../components/chart/period-label.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCell, isNumeric, labelOf } from '../../lib/format-cell.ts';
import { changeTone } from './change-tone.ts';

const MAX_ROWS = 8;
const MAX_COLUMNS = 4;
const MAX_WIDTH_PX = 380;
const CHARACTER_PX = 7.2;
const PADDING_PX = 28;

/** Whether a table is small enough to be read beside its chart. */
export function fitsBeside(columns: readonly ResultColumn[], rows: readonly (readonly Cell[])[], language: Language): boolean {
  if (rows.length === 0 || rows.length > MAX_ROWS || columns.length < 2 || columns.length > MAX_COLUMNS) return false;
  const width = columns.reduce((sum, column, i) => {
    const lengths = rows.map((row) => formatCell(row[i] ?? null, column, language, { yes: 'yes', no: 'no' }).length);
    return sum + Math.max(column.label.length, ...lengths) * CHARACTER_PX + PADDING_PX;
  }, 0);
  return width <= MAX_WIDTH_PX;
}

export function SideTable({ columns, rows }: { readonly columns: readonly ResultColumn[]; readonly rows: readonly (readonly Cell[])[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = { yes: t('answer.yes'), no: t('answer.no') };
  const write = columns.map((column, i) => {
    const dated = column.kind === 'date' || column.kind === 'timestamp';
    if (!dated) return (value: Cell) => formatCell(value, column, language, words);
    const values = rows.map((row) => row[i] ?? null);
    return labelWriter(column, values, language);
  });
  return (
    <div className="min-w-0 overflow-x-auto border-line max-@2xl:border-t @2xl:border-s">
      <table className="w-full text-s">
        <thead>
          <tr className="border-b border-line text-xs text-ink-3">
            {columns.map((column, i) => (
              <th
                key={`${i}:${column.name}`}
                scope="col"
                className={`px-3.5 py-2.5 font-label ${isNumeric(column) ? 'text-end' : 'text-start'}`}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={`${r}:${row[0]}`} className="border-b border-line last:border-0">
              {columns.map((column, i) => {
                const value = row[i] ?? null;
                return (
                  <td
                    key={`${i}:${column.name}`}
                    className={`px-3.5 py-[8.5px] ${isNumeric(column) ? `num text-end ${changeTone(column, value)}` : ''}`}
                  >
                    {value === null ? (
                      <span className="text-ink-3">–</span>
                    ) : (
                      <bdi dir={isNumeric(column) ? 'ltr' : 'auto'} title={labelOf(value, column) === null ? undefined : String(value)}>
                        {write[i]?.(value)}
                      </bdi>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
