import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableView } from '../../lib/table-view.ts';
import { DataTableHead } from './data-table-head.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { type DataColumn, useListTable } from './list-table.ts';
import { Pager } from './pager.tsx';
import { Loading, Skeleton } from './skeleton.tsx';

export type { DataColumn } from './list-table.ts';

const PAGE_SIZE = 50;
const NONE: readonly never[] = [];
const NOTHING_SELECTED: ReadonlySet<string> = new Set();

interface DataTableProps<Row extends object> {
  /** What the list holds, for those who hear it. */
  readonly label: string;
  /** Stable between drawings: from a memo or outside the component. */
  readonly columns: readonly DataColumn<Row>[];
  /** Absent while they are loaded. */
  readonly rows: readonly Row[] | undefined;
  rowId(row: Row): string;
  readonly view: TableView;
  onView(view: TableView): void;
  readonly pageSize?: number;
  /** How many the server has: `rows` are then one page, searched and sorted there. */
  readonly total?: number | undefined;
  readonly error?: unknown;
  onRetry?(): void;
  /** Shown when there is nothing at all. */
  readonly empty: ReactNode;
  /** Rows can be ticked; `name` says which row a tick belongs to. */
  readonly selection?: { readonly selected: ReadonlySet<string>; onSelect(selected: ReadonlySet<string>): void; name(row: Row): string };
  /** A newer page is under way: what is shown is the page before. */
  readonly stale?: boolean;
}

/** A list of an administrator's page: sorted, searched and paged here or by the server. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, view, onView, pageSize = PAGE_SIZE, total, error, onRetry, empty, selection, stale = false } = props;
  const { t } = useTranslation();
  const id = useId();
  const table = useListTable<Row>({
    columns,
    rows: rows ?? NONE,
    rowId,
    view,
    pageSize,
    total,
    selected: selection?.selected ?? NOTHING_SELECTED,
    onSelect: (selected) => selection?.onSelect(selected),
  });
  if (error) return <ErrorNotice error={error} {...(onRetry ? { onRetry } : {})} className="m-4" />;
  if (!rows) return <TableSkeleton />;
  const count = total ?? table.getFilteredRowModel().rows.length;
  const shown = table.getRowModel().rows;
  if (count === 0) return view.find === '' ? empty : <EmptyState title={t('table.nothingFound')} text={t('table.nothingFoundText')} />;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls a table that is wider than the screen. */}
      <section aria-label={label} tabIndex={0} className={`scroll-edges outline-offset-[-2px] ${stale ? 'opacity-60' : ''}`}>
        <table aria-labelledby={`${id}-name`} className="w-full border-collapse text-s">
          <caption id={`${id}-name`} className="sr-only">
            {label}
          </caption>
          <DataTableHead
            columns={columns}
            sort={view.sort}
            onSort={(sort) => onView({ ...view, sort, page: 1 })}
            {...(selection
              ? { all: { checked: table.getIsAllPageRowsSelected(), onChange: () => table.toggleAllPageRowsSelected() } }
              : {})}
          />
          <tbody>
            {shown.map((row) => (
              <tr
                key={row.id}
                aria-selected={selection ? row.getIsSelected() : undefined}
                className="border-t border-line hover:bg-sunken/60"
              >
                {selection && (
                  <td className="w-10 ps-4 align-middle">
                    <input
                      type="checkbox"
                      aria-label={t('table.selectRow', { name: selection.name(row.original) })}
                      checked={row.getIsSelected()}
                      onChange={row.getToggleSelectedHandler()}
                      className="block size-4 accent-teal"
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td
                    key={column.id}
                    className={`px-4 py-2.5 align-middle ${column.align === 'end' ? 'num text-end' : ''} ${column.wide ? 'max-md:hidden' : ''} ${column.className ?? ''}`}
                  >
                    {column.cell(row.original)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Pager page={view.page} pageSize={pageSize} total={count} onPage={(page) => onView({ ...view, page })} />
    </>
  );
}

function TableSkeleton() {
  return (
    <Loading>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <div key={key} className="flex gap-6 border-t border-line px-4 py-3.5 first:border-t-0">
          <Skeleton className="h-3.5 w-44" />
          <Skeleton className="h-3.5 flex-1" />
          <Skeleton className="h-3.5 w-16" />
        </div>
      ))}
    </Loading>
  );
}
