export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** Where a key of the ARIA grid pattern leads from a cell; null when the key moves nothing. `rtl` turns the horizontal arrows round. */
export function moveCell(
  from: CellPosition,
  key: string,
  { rows, columns, page, rtl, control }: { rows: number; columns: number; page: number; rtl: boolean; control: boolean },
): CellPosition | null {
  const last = { row: rows - 1, column: columns - 1 };
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const backward = rtl ? 'ArrowRight' : 'ArrowLeft';
  switch (key) {
    case 'ArrowDown':
      return { ...from, row: Math.min(last.row, from.row + 1) };
    case 'ArrowUp':
      return { ...from, row: Math.max(0, from.row - 1) };
    case forward:
      return { ...from, column: Math.min(last.column, from.column + 1) };
    case backward:
      return { ...from, column: Math.max(0, from.column - 1) };
    case 'PageDown':
      return { ...from, row: Math.min(last.row, from.row + page) };
    case 'PageUp':
      return { ...from, row: Math.max(0, from.row - page) };
    case 'Home':
      return control ? { row: 0, column: 0 } : { ...from, column: 0 };
    case 'End':
      return control ? last : { ...from, column: last.column };
    default:
      return null;
  }
}
