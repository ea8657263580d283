import { KEPT_ROWS, type ResultColumn } from '@majed-vanna/contract';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { isNumeric } from '../../lib/format-cell.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { Icon } from '../ui/icon.tsx';
import type { useGridTable } from './grid-table.ts';

interface GridHeaderProps {
  readonly table: ReturnType<typeof useGridTable>;
  readonly columns: readonly ResultColumn[];
  readonly sortable: boolean;
  readonly layout: CSSProperties;
  readonly height: number;
}

export function GridHeader({ table, columns, sortable, layout, height }: GridHeaderProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hint = sortable ? undefined : t('answer.sortOff', { max: formatCount(KEPT_ROWS, language) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: the rows of an ARIA grid are placed by position.
    <div role="rowgroup" className="sticky top-0 z-10 bg-surface" style={{ minWidth: layout.minWidth }}>
      {/* biome-ignore lint/a11y: rows and headers of an ARIA grid; the grid element holds the focus. */}
      <div role="row" aria-rowindex={1} className="grid border-b border-line text-xs font-label text-ink-3" style={{ ...layout, height }}>
        {table.getHeaderGroups()[0]?.headers.map((header, index) => {
          const column = columns[index];
          const order = header.column.getIsSorted();
          const end = column && isNumeric(column);
          const label = <span className="truncate">{column?.label}</span>;
          return (
            // biome-ignore lint/a11y: a header cell of an ARIA grid.
            <div
              key={header.id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={order === 'asc' ? 'ascending' : order === 'desc' ? 'descending' : undefined}
              title={hint}
              className={`flex min-w-0 items-center px-3.5 ${end ? 'justify-end' : ''}`}
            >
              {sortable ? (
                <button
                  type="button"
                  onClick={header.column.getToggleSortingHandler()}
                  className="flex min-w-0 items-center gap-1 rounded-sm hover:text-ink"
                >
                  {label}
                  {order && (
                    <Icon
                      name={order === 'asc' ? 'up' : 'down'}
                      size={12}
                      label={t(order === 'asc' ? 'answer.sortAsc' : 'answer.sortDesc')}
                    />
                  )}
                </button>
              ) : (
                label
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
