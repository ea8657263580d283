import {
  type ColumnDef,
  columnFilteringFeature,
  createFilteredRowModel,
  createPaginatedRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import type { TableView } from '../../lib/table-view.ts';

/** One column of a list. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  cell(row: Row): ReactNode;
  /** What it is sorted and searched by; a column without cannot be sorted. */
  value?(row: Row): string | number | null;
  readonly align?: 'end';
  /** Left out where the screen is narrow. */
  readonly wide?: boolean;
  /** The header is read out and not shown, e.g. above buttons. */
  readonly quiet?: boolean;
  readonly className?: string;
}

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  rowPaginationFeature,
  rowSelectionFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  paginatedRowModel: createPaginatedRowModel(),
});

interface ListTableOptions<Row extends object> {
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  rowId(row: Row): string;
  readonly view: TableView;
  readonly pageSize: number;
  /** How many the server has: `rows` are then one page, searched and sorted there. */
  readonly total: number | undefined;
  readonly selected: ReadonlySet<string>;
  onSelect(selected: ReadonlySet<string>): void;
}

export function useListTable<Row extends object>(options: ListTableOptions<Row>) {
  const { columns, rows, rowId, view, pageSize, total, selected, onSelect } = options;
  const definitions = useMemo(() => columns.map((column) => definitionOf(column)), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const rowSelection = useMemo(() => Object.fromEntries([...selected].map((id) => [id, true] as const)), [selected]);
  const byServer = total !== undefined;
  return useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowId,
    manualFiltering: byServer,
    manualSorting: byServer,
    manualPagination: byServer,
    ...(byServer ? { rowCount: total } : {}),
    globalFilterFn: filterFn_includesString,
    autoResetPageIndex: false,
    state: {
      globalFilter: view.find,
      sorting: sortingOf(view.sort),
      pagination: { pageIndex: view.page - 1, pageSize },
      rowSelection,
    },
    onRowSelectionChange(change) {
      const next = typeof change === 'function' ? change(rowSelection) : change;
      onSelect(new Set(Object.keys(next).filter((id) => next[id])));
    },
  });
}

function sortingOf(sort: string | null) {
  if (sort === null) return [];
  return [sort.startsWith('-') ? { id: sort.slice(1), desc: true } : { id: sort, desc: false }];
}

function definitionOf<Row extends object>({ id, header, value }: DataColumn<Row>): ColumnDef<typeof features, Row> {
  if (!value) return { id, header, enableSorting: false, enableGlobalFilter: false };
  return { id, header, accessorFn: value, sortFn: sortFn_alphanumeric };
}
