import type { Cell, ColumnKind } from '@majed-vanna/contract';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** The kind a declared type promises, after SQLite's own rules of affinity; null when nothing is declared. */
export function kindOfDeclaredType(declared: string | null): ColumnKind | null {
  const type = declared?.toUpperCase() ?? '';
  if (type === '') return null;
  return DECLARED.find(([pattern]) => pattern.test(type))?.[1] ?? 'decimal';
}

const DECLARED: readonly (readonly [RegExp, ColumnKind])[] = [
  [/BOOL/, 'boolean'],
  [/DATETIME|TIMESTAMP/, 'timestamp'],
  [/DATE/, 'date'],
  [/^TIME/, 'time'],
  [/JSON/, 'json'],
  [/INT/, 'integer'],
  [/CHAR|CLOB|TEXT|STRING|UUID|ENUM/, 'text'],
  [/BLOB|BINARY/, 'binary'],
];

/** SQLite keeps what it is given: the values of a column decide where they contradict its declaration. */
export function settleKind(declared: ColumnKind | null, values: readonly Cell[]): ColumnKind {
  const seen = values.filter((value) => value !== null).map(backToNumber);
  if (seen.length === 0) return declared ?? 'text';
  const observed = observedKind(seen);
  if (declared === null || declared === observed) return observed;
  switch (declared) {
    case 'decimal':
      return observed === 'integer' ? 'decimal' : observed;
    case 'integer':
      return observed === 'decimal' ? 'decimal' : observed;
    case 'boolean':
      return seen.every((value) => value === 0 || value === 1) ? 'boolean' : observed;
    case 'time':
    case 'json':
      return observed === 'text' ? declared : observed;
    case 'binary':
    case 'text':
    case 'date':
    case 'timestamp':
    case 'other':
      return observed;
  }
}

/** Integers beyond 2^53 travel as digits. */
function backToNumber(value: NonNullable<Cell>): NonNullable<Cell> {
  return typeof value === 'string' && /^-?\d{16,19}$/.test(value) && !Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function observedKind(values: readonly NonNullable<Cell>[]): ColumnKind {
  if (values.every((value) => typeof value === 'number')) return values.every((value) => Number.isInteger(value)) ? 'integer' : 'decimal';
  if (values.every((value) => typeof value === 'string' && value.startsWith('\\x'))) return 'binary';
  if (values.every((value) => typeof value === 'string' && DATE.test(value))) return 'date';
  if (values.every((value) => typeof value === 'string' && (TIMESTAMP.test(value) || DATE.test(value)))) return 'timestamp';
  return 'text';
}

/** The cell of a column whose kind is settled: booleans for 0 and 1, ISO 8601 for timestamps. */
export function cellOfKind(kind: ColumnKind, value: Cell): Cell {
  if (kind === 'boolean' && (value === 0 || value === 1)) return value === 1;
  if (kind === 'timestamp' && typeof value === 'string' && TIMESTAMP.test(value)) return value.replace(' ', 'T');
  return value;
}
