import type { TablePreview } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCell, isNumeric } from '../../lib/format-cell.ts';

export function PreviewTable({ table }: { readonly table: TablePreview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = { yes: t('answer.yes'), no: t('answer.no') };
  return (
    <section
      aria-label={t('setup.preview', { table: table.name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
      tabIndex={0}
      className="mt-3 overflow-x-auto rounded-md border border-line"
    >
      <table className="w-full text-xs">
        <caption className="sr-only">{t('setup.preview', { table: table.name })}</caption>
        <thead>
          <tr className="border-b border-line text-ink-3">
            {table.columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                className={`px-3 py-2 font-label whitespace-nowrap ${isNumeric(column) ? 'text-end' : 'text-start'}`}
              >
                <bdi>{column.name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, r) => (
            <tr key={r} className="border-b border-line last:border-0">
              {table.columns.map((column, i) => (
                <td
                  key={column.name}
                  className={`max-w-[220px] truncate px-3 py-1.5 whitespace-nowrap ${isNumeric(column) ? 'num text-end' : ''}`}
                >
                  <bdi>{formatCell(row[i] ?? null, column, language, words)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
