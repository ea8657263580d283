import type { ElementRef } from '../lexicon/lexicon.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Draft } from '../read-question.ts';
import type { Option } from '../resolve/slots.ts';

/** Two readings that differ only in how the same things are shown: by name or by key. */
export function meansTheSame(a: Draft, b: Draft, prepared: PreparedModel): boolean {
  const perGroup = a.assembled.plan.limitPer !== undefined;
  return [...a.resolution.chosen].every(([mention, option]) => {
    const other = b.resolution.chosen.get(mention);
    // "in each branch" is a branch, by its name or by the key kept of it.
    return other !== undefined && (sameThing(option, other, prepared) || (perGroup && pointsAt(other.ref, option.ref, prepared)));
  });
}

function sameThing(a: Option, b: Option, prepared: PreparedModel): boolean {
  if (a.value !== null || b.value !== null)
    return (
      a.ref.kind === 'column' &&
      b.ref.kind === 'column' &&
      a.ref.table === b.ref.table &&
      ((a.value?.value === b.value?.value && a.ref.column === b.ref.column) ||
        inTwoLanguages(a.ref.column, b.ref.column, a.ref.table, prepared))
    );
  if (a.ref.kind === 'metric' || b.ref.kind === 'metric')
    return a.ref.kind === 'metric' && b.ref.kind === 'metric' && a.ref.metric === b.ref.metric;
  return a.ref.table === b.ref.table && (sameColumn(a.ref, b.ref) || (standsForRow(a.ref, prepared) && standsForRow(b.ref, prepared)));
}

const sameColumn = (a: ElementRef, b: ElementRef) => a.kind === 'column' && b.kind === 'column' && a.column === b.column;

/** A table, the name of its rows, or their key. */
function standsForRow(ref: ElementRef, { tables }: PreparedModel): boolean {
  if (ref.kind !== 'column') return ref.kind === 'table';
  const table = tables[ref.table];
  return table?.display === ref.column || table?.columns[ref.column]?.key === 'primary';
}

/** The key that a row keeps of another, and that other row. */
function pointsAt(key: ElementRef, row: ElementRef, prepared: PreparedModel): boolean {
  const home = prepared.tables[key.table];
  const name = key.kind === 'column' && home?.columns[key.column]?.key === 'foreign' ? home.columns[key.column]?.column.name : undefined;
  return (
    name !== undefined &&
    standsForRow(row, prepared) &&
    prepared.model.joins.some(
      ({ from, to }) =>
        prepared.tableIndex(from.table) === key.table &&
        prepared.tableIndex(to.table) === row.table &&
        from.columns.some((column) => column.toLowerCase() === name.toLowerCase()),
    )
  );
}

/** `city` and `city_ar`: one thing, written twice. */
function inTwoLanguages(a: number, b: number, table: number, { tables }: PreparedModel): boolean {
  const plain = (column: number) =>
    (tables[table]?.columns[column]?.column.name ?? '').toLowerCase().replace(/_?(ar|en|arabic|english)$/, '');
  return a !== b && plain(a) !== '' && plain(a) === plain(b);
}
