import {
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBType,
  DuckDBTypeId,
  DuckDBUnionValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Cell } from '@majed-vanna/contract';
import { blobText, checkCellSize } from '../engine/cell-limits.ts';
import { decimalCell, doubleCell, floatCell, integerCell } from '../engine/number-cell.ts';
import { isoDate, isoTimestamp } from './duckdb-time.ts';

/** How the values of one result column become cells. */
export function cellConverter(type: DuckDBType): (value: DuckDBValue) => Cell {
  return type.typeId === DuckDBTypeId.FLOAT ? (value) => (typeof value === 'number' ? floatCell(value) : cell(value)) : cell;
}

function cell(value: DuckDBValue): Cell {
  switch (typeof value) {
    case 'string':
      return checkCellSize(value);
    case 'number':
      return doubleCell(value);
    case 'bigint':
      return integerCell(value);
    case 'boolean':
      return value;
    case 'object':
      return value === null ? null : objectCell(value);
    default:
      return String(value);
  }
}

function objectCell(value: DuckDBValue & object): Cell {
  if (value instanceof DuckDBDecimalValue) return decimalCell(value.value, value.scale);
  if (value instanceof DuckDBDateValue) return isoDate(value.days);
  if (value instanceof DuckDBTimestampValue) return isoTimestamp(value.micros, 1_000_000n);
  if (value instanceof DuckDBTimestampTZValue) return `${isoTimestamp(value.micros, 1_000_000n)}Z`;
  if (value instanceof DuckDBTimestampSecondsValue) return isoTimestamp(value.seconds, 1n);
  if (value instanceof DuckDBTimestampMillisecondsValue) return isoTimestamp(value.millis, 1_000n);
  if (value instanceof DuckDBTimestampNanosecondsValue) return isoTimestamp(value.nanos, 1_000_000_000n);
  if (value instanceof DuckDBBlobValue) return blobText(value.bytes);
  if (value instanceof DuckDBUnionValue) return cell(value.value);
  if (isNested(value)) return checkCellSize(JSON.stringify(nested(value)));
  // Times, intervals, UUIDs, bits: DuckDB's own text.
  return checkCellSize(String(value));
}

type Nested = DuckDBListValue | DuckDBArrayValue | DuckDBStructValue | DuckDBMapValue;

function isNested(value: DuckDBValue): value is Nested {
  return (
    value instanceof DuckDBListValue ||
    value instanceof DuckDBArrayValue ||
    value instanceof DuckDBStructValue ||
    value instanceof DuckDBMapValue
  );
}

function nested(value: DuckDBValue): unknown {
  if (value instanceof DuckDBUnionValue) return nested(value.value);
  if (!isNested(value)) return cell(value);
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(Object.entries(value.entries).map(([name, entry]) => [name, nested(entry)]));
  if (value instanceof DuckDBMapValue)
    return Object.fromEntries(value.entries.map((entry) => [String(cell(entry.key)), nested(entry.value)]));
  return value.items.map(nested);
}
