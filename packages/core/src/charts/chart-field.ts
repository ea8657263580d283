import type { Cell, ColumnKind, NumberFormat } from '@majed-vanna/contract';

/** A result column as the chart chooser sees it; `role` is known when the statement came from a plan. */
export interface ChartColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly role: 'dimension' | 'time' | 'measure' | 'detail' | null;
  readonly format: NumberFormat | null;
  /** Whether its values may be added up; unknown without a plan. */
  readonly additive?: boolean;
}

/** What can be drawn of a column: amounts along an axis, moments along time, or names of categories. */
export interface ChartField {
  readonly name: string;
  readonly nature: 'amount' | 'time' | 'category';
  /** A value computed per group, as opposed to one read off a single row. */
  readonly aggregated: boolean;
  readonly format: NumberFormat | null;
  readonly distinct: number;
  readonly negative: boolean;
  readonly additive: boolean;
}

const CALENDAR_NAME = /^(year|month|quarter|week|day|date|period)$|[_ ](year|month|quarter|week|date|period)$/i;
const IDENTIFIER_NAME = /(^|[_ ])(id|code|number|no|nr|key|phone|zip)$/i;

/** Reads what each column is from its role, its type and the values that are there. */
export function chartFields(columns: readonly ChartColumn[], rows: readonly (readonly Cell[])[]): ChartField[] {
  return columns.map((column, index) => {
    const values = rows.map((row) => row[index] ?? null).filter((value) => value !== null);
    return {
      name: column.name,
      nature: natureOf(column, values),
      aggregated: column.role === 'measure',
      format: column.format,
      distinct: new Set(values).size,
      negative: values.some((value) => Number(value) < 0),
      additive: column.additive ?? false,
    };
  });
}

/** A numeric cell; exact decimals travel as text. Null when it is no number. */
export function amountOf(value: Cell): number | null {
  if (value === null || typeof value === 'boolean' || value === '') return null;
  const amount = Number(value);
  return Number.isFinite(amount) ? amount : null;
}

function natureOf(column: ChartColumn, values: readonly Cell[]): ChartField['nature'] {
  if (column.role === 'time') return 'time';
  if (column.kind === 'date' || column.kind === 'timestamp') return 'time';
  if (column.kind !== 'integer' && column.kind !== 'decimal')
    return column.role === 'measure' && values.every((value) => amountOf(value) !== null) ? 'amount' : 'category';
  if (column.role === 'measure') return 'amount';
  if (CALENDAR_NAME.test(splitWords(column.name)) && values.every(isCalendarNumber)) return 'time';
  return IDENTIFIER_NAME.test(splitWords(column.name)) ? 'category' : 'amount';
}

/** `orderYear` and `ORDER_YEAR` read alike. */
function splitWords(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2');
}

function isCalendarNumber(value: Cell): boolean {
  const amount = amountOf(value);
  return amount !== null && Number.isInteger(amount) && amount >= 0 && amount <= 2200;
}
