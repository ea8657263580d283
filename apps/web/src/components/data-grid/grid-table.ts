import type { Cell, ResultColumn } from '@majed-vanna/contract';
import { type ColumnDef, createSortedRowModel, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { compareCells } from '../../lib/compare-cells.ts';
import { labelOf } from '../../lib/format-cell.ts';

export type GridRow = readonly Cell[];

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** Columns and their order of rows. Only a complete result is sorted here; the server cannot sort a page. */
export function useGridTable(columns: readonly ResultColumn[], rows: readonly GridRow[], sortable: boolean) {
  const definitions = useMemo(() => columns.map((column, index) => definitionOf(column, index, sortable)), [columns, sortable]);
  const data = useMemo(() => [...rows], [rows]);
  return useTable({ features, columns: definitions, data, enableSorting: sortable, sortDescFirst: false });
}

function definitionOf(column: ResultColumn, index: number, sortable: boolean): ColumnDef<typeof features, GridRow> {
  // Rows are put in the order of what is read.
  const readAt = (row: GridRow): Cell => labelOf(row[index] ?? null, column) ?? row[index] ?? null;
  return {
    // Two columns of a result may share a name.
    id: `${index}:${column.name}`,
    header: column.label,
    accessorFn: (row) => row[index] ?? null,
    enableSorting: sortable,
    sortFn: (a, b) => compareCells(readAt(a.original), readAt(b.original)),
  };
}
