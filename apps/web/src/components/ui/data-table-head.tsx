import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import type { DataColumn } from './list-table.ts';

interface DataTableHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly sort: string | null;
  onSort(sort: string | null): void;
  /** Ticks every row of the page. */
  readonly all?: { readonly checked: boolean; onChange(): void };
}

export function DataTableHead<Row>({ columns, sort, onSort, all }: DataTableHeadProps<Row>) {
  const { t } = useTranslation();
  return (
    <thead className="text-xs text-ink-3">
      <tr>
        {all && (
          <th scope="col" className="w-10 ps-4">
            <input
              type="checkbox"
              aria-label={t('table.selectAll')}
              checked={all.checked}
              onChange={all.onChange}
              className="block size-4 accent-teal"
            />
          </th>
        )}
        {columns.map(({ id, header, value, align, wide, quiet, className = '' }) => {
          const order = sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : undefined;
          return (
            <th
              key={id}
              scope="col"
              aria-sort={order}
              className={`px-4 py-2.5 font-label whitespace-nowrap ${align === 'end' ? 'text-end' : 'text-start'} ${wide ? 'max-md:hidden' : ''} ${className}`}
            >
              {value ? (
                <button
                  type="button"
                  // Ascending, descending, the list's own order.
                  onClick={() => onSort(order === 'ascending' ? `-${id}` : order === 'descending' ? null : id)}
                  className={`inline-flex items-center gap-1 rounded-sm hover:text-ink ${order ? 'text-ink' : ''}`}
                >
                  {header}
                  {order && <Icon name={order === 'ascending' ? 'up' : 'down'} size={12} />}
                </button>
              ) : (
                <span className={quiet ? 'sr-only' : ''}>{header}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
