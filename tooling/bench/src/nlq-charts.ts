import { DatabaseSync } from 'node:sqlite';
import type { Cell, ColumnKind } from '@majed-vanna/contract';
import { chooseChart } from '@majed-vanna/core';
import type { Reading } from '@majed-vanna/nlq';

/** Kinds of chart as the benchmark tells them apart: bars however they are grouped. */
const FAMILY = new Map([
  ['grouped_bar', 'bar'],
  ['stacked_bar', 'bar'],
  ['area', 'line'],
]);
const MOST_ROWS = 5_000;

/** The chart the product would draw for a reading; null when its statement does not run. */
export function chartFor(question: string, { sql, outputs, plan }: Reading, file: string): string | null {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    const rows: Cell[][] = [];
    for (const row of statement.iterate()) {
      // With setReturnArrays the driver hands out arrays, which its types do not say.
      rows.push(row as unknown as Cell[]);
      if (rows.length >= MOST_ROWS) break;
    }
    const columns = outputs.map((output, index) => ({
      name: output.name,
      kind: kindOf(rows, index),
      role: output.role,
      format: output.format,
    }));
    const { type } = chooseChart({ columns, rows, question, title: question, ordered: plan.orderBy.length > 0 });
    return FAMILY.get(type) ?? type;
  } catch {
    return null;
  } finally {
    database.close();
  }
}

function kindOf(rows: readonly Cell[][], index: number): ColumnKind {
  const values = rows.map((row) => row[index] ?? null).filter((value) => value !== null);
  if (values.length === 0 || !values.every((value) => typeof value === 'number')) return 'text';
  return values.every((value) => Number.isInteger(value)) ? 'integer' : 'decimal';
}
