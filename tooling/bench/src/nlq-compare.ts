export type Value = string | number | bigint | null | Uint8Array;
export type Rows = readonly (readonly Value[])[];

/**
 * Do two results say the same? Strict: same number of columns, in any order, the same bag of rows, or the same list when
 * the right statement orders its rows. Relaxed: further columns are allowed and the order is free.
 */
export function sameResult(gold: Rows, predicted: Rows, how: { readonly ordered: boolean; readonly relaxed: boolean }): boolean {
  if (gold.length !== predicted.length) return false;
  const goldWidth = gold[0]?.length ?? 0;
  const width = predicted[0]?.length ?? 0;
  if (gold.length === 0) return true;
  if (how.relaxed ? width < goldWidth : width !== goldWidth) return false;
  const left = gold.map((row) => row.map(normal));
  const right = predicted.map((row) => row.map(normal));
  // Too many orders of columns to try.
  if (width > 7 || goldWidth > 6) return key(left, false) === key(right, false);
  const wanted = key(left, how.ordered);
  return columnOrders(left, right, how.ordered).some(
    (order) =>
      key(
        right.map((row) => order.map((index) => row[index] ?? '')),
        how.ordered,
      ) === wanted,
  );
}

/** Does the statement order its rows at top level? */
export const ordersRows = (sql: string) => /\border\s+by\b(?![^()]*\))/i.test(sql);

/** Orders of the right columns that could stand for the left ones: a column only for one that holds the same values. */
function columnOrders(left: string[][], right: string[][], ordered: boolean): number[][] {
  const columnKey = (rows: string[][], index: number) =>
    key(
      rows.map((row) => [row[index] ?? '']),
      ordered,
    );
  const rightKeys = Array.from({ length: right[0]?.length ?? 0 }, (_, index) => columnKey(right, index));
  let orders: number[][] = [[]];
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const wanted = columnKey(left, column);
    orders = orders.flatMap((order) =>
      rightKeys.flatMap((found, index) => (found === wanted && !order.includes(index) ? [[...order, index]] : [])),
    );
  }
  return orders;
}

function key(rows: readonly string[][], ordered: boolean): string {
  const lines = rows.map((row) => row.join('\u0001'));
  return (ordered ? lines : lines.sort()).join('\u0002');
}

/** Numbers to four digits, whether stored as numbers or as text. */
function normal(value: Value): string {
  if (value === null) return '∅';
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(+value.toFixed(4));
  const text = String(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? String(+(+text).toFixed(4)) : text.trim();
}
